/** A text in both languages of the site. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

/** One group of the sidebar: its name and the pages in it, by their English file in the repository. */
export interface Section {
  readonly title: Bilingual
  readonly pages: readonly string[]
  /** Whether the group shows its name only until it is opened. */
  readonly collapsed?: boolean
}

/** The sidebar, ordered as people ask. A page that is in no section is found by the search and by links only. */
export const sections: readonly Section[] = [
  {
    title: { en: 'Start', zh: '开始' },
    pages: ['README.md', 'docs/start/questions.md', 'docs/start/admin-console.md', 'apps/demo/README.md'],
  },
  {
    title: { en: 'Sign-in', zh: '登录' },
    pages: [
      'packages/express-middleware/README.md',
      'docs/sso/how-a-sign-in-works.md',
      'docs/sso/hooks.md',
      'docs/sso/leavers.md',
    ],
  },
  {
    title: { en: 'GraphQL', zh: 'GraphQL' },
    pages: ['packages/graphql/README.md', 'docs/graphql/schema.md', 'docs/graphql/privacy.md'],
  },
  {
    title: { en: 'Front ends', zh: '前端' },
    pages: ['docs/sso/front-ends.md', 'docs/graphql/clients.md'],
  },
  {
    title: { en: 'In your server', zh: '接入现有服务' },
    pages: ['docs/start/existing-servers.md', 'docs/graphql/embedding.md', 'examples/README.md'],
  },
  {
    title: { en: 'Going to production', zh: '上线' },
    pages: [
      'docs/production/checklist.md',
      'docs/production/several-processes.md',
      'docs/production/several-corps.md',
      'docs/production/private-deployment.md',
      'docs/guides/secrets.md',
      'docs/guides/observability.md',
      'docs/production/supply-chain.md',
      'deploy/README.md',
    ],
  },
  {
    title: { en: 'Client, directory, callbacks', zh: '客户端、通讯录与回调' },
    pages: [
      'packages/core/README.md',
      'docs/guides/directory.md',
      'docs/guides/how-the-planner-decides.md',
      'docs/guides/token-stores.md',
      'docs/guides/callbacks.md',
      'docs/guides/external-contacts.md',
    ],
  },
  {
    title: { en: 'Developing and testing', zh: '开发与测试' },
    pages: ['docs/guides/testing.md', 'packages/simulator/README.md', 'packages/cli/README.md'],
  },
  {
    title: { en: 'Migrating', zh: '迁移' },
    pages: ['docs/migrating.md'],
  },
  {
    title: { en: 'When it fails', zh: '排错' },
    pages: ['docs/troubleshooting.md', 'docs/sso/errors.md', 'docs/sso/setup-mistakes.md', 'docs/errors.md'],
  },
  {
    title: { en: 'Facts', zh: '资料' },
    pages: ['docs/coverage.md', 'docs/start/compatibility.md', 'docs/benchmarks.md', 'docs/glossary.md'],
  },
  {
    title: { en: 'The project', zh: '项目' },
    pages: ['ARCHITECTURE.md', 'docs/decisions/README.md', 'SECURITY.md', 'CONTRIBUTING.md'],
    collapsed: true,
  },
]

/** What the sidebar calls a page whose own heading is too long for it, or says less than its place. */
export const shortTitles: Readonly<Record<string, Bilingual>> = {
  'README.md': { en: 'Overview', zh: '概览' },
  'docs/start/admin-console.md': { en: 'Admin console', zh: '配置管理后台' },
  'apps/demo/README.md': { en: 'The demo', zh: '演示应用' },
  'packages/express-middleware/README.md': { en: 'Express middleware', zh: 'Express 中间件' },
  'docs/sso/hooks.md': { en: 'Hooks: local users, JWT', zh: '钩子：本地用户、JWT' },
  'packages/graphql/README.md': { en: 'GraphQL package', zh: 'GraphQL 包' },
  'docs/sso/front-ends.md': { en: 'Pages, other origins, QR panel', zh: '页面、跨源、扫码面板' },
  'docs/graphql/embedding.md': { en: 'Apollo, Yoga, federation', zh: 'Apollo、Yoga、federation' },
  'docs/production/private-deployment.md': { en: 'Private deployment, proxies', zh: '私有化部署与代理' },
  'deploy/README.md': { en: 'The demo in containers', zh: '容器部署示例' },
  'packages/core/README.md': { en: 'Client (core)', zh: '客户端（core）' },
  'docs/guides/testing.md': { en: 'Testing', zh: '测试' },
  'packages/simulator/README.md': { en: 'Simulator', zh: '模拟器' },
  'packages/cli/README.md': { en: 'Command line', zh: '命令行工具' },
  'docs/troubleshooting.md': { en: 'By symptom', zh: '按现象' },
  'docs/sso/errors.md': { en: 'Codes of the sign-in', zh: '登录错误码' },
  'docs/sso/setup-mistakes.md': { en: 'Set-up mistakes', zh: '配置错误' },
  'docs/errors.md': { en: 'Codes of WeCom and the client', zh: '企业微信与客户端错误码' },
}

/** The group of the sidebar that leads to the API reference, which is written in English only. */
export const referenceTitle: Bilingual = { en: 'API reference', zh: 'API 参考（英文）' }
