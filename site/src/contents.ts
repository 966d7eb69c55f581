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
    pages: ['docs/coverage.md', 'docs/benchmarks.md', 'docs/glossary.md'],
  },
  {
    title: { en: 'The project', zh: '项目' },
    pages: ['ARCHITECTURE.md', 'docs/decisions/README.md', 'SECURITY.md', 'CONTRIBUTING.md'],
    collapsed: true,
  },
]

/** The group of the sidebar that leads to the API reference, which is written in English only. */
export const referenceTitle: Bilingual = { en: 'API reference', zh: 'API 参考（英文）' }
