/** A text in both languages of the site. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

/** One group of the sidebar: its name and the pages in it, by their English file in the repository. */
export interface Section {
  readonly title: Bilingual
  readonly pages: readonly string[]
}

/** The sidebar, ordered as people ask. A page that is in no section is found by the search and by links only. */
export const sections: readonly Section[] = [
  {
    title: { en: 'Start', zh: '开始' },
    pages: ['README.md', 'docs/start/admin-console.md', 'apps/demo/README.md', 'docs/glossary.md'],
  },
  {
    title: { en: 'Sign-in', zh: '登录' },
    pages: [
      'packages/express-middleware/README.md',
      'docs/sso/front-ends.md',
      'docs/sso/hooks.md',
      'docs/sso/errors.md',
      'docs/sso/setup-mistakes.md',
    ],
  },
  {
    title: { en: 'GraphQL', zh: 'GraphQL' },
    pages: [
      'packages/graphql/README.md',
      'docs/graphql/schema.md',
      'docs/graphql/embedding.md',
      'docs/graphql/privacy.md',
    ],
  },
  {
    title: { en: 'Client, directory, callbacks', zh: '客户端、目录与回调' },
    pages: [
      'packages/core/README.md',
      'docs/guides/directory.md',
      'docs/guides/token-stores.md',
      'docs/guides/callbacks.md',
      'docs/guides/external-contacts.md',
      'docs/guides/secrets.md',
      'docs/guides/observability.md',
      'docs/guides/how-the-planner-decides.md',
      'docs/coverage.md',
    ],
  },
  {
    title: { en: 'Production', zh: '上线' },
    pages: ['docs/production/checklist.md', 'docs/production/private-deployment.md'],
  },
  {
    title: { en: 'Development', zh: '开发' },
    pages: [
      'packages/simulator/README.md',
      'packages/cli/README.md',
      'docs/guides/testing.md',
      'docs/migrating.md',
    ],
  },
  {
    title: { en: 'When it fails', zh: '排错' },
    pages: ['docs/troubleshooting.md', 'docs/errors.md'],
  },
  {
    title: { en: 'The project', zh: '项目' },
    pages: ['ARCHITECTURE.md', 'SECURITY.md', 'CONTRIBUTING.md', 'docs/decisions/README.md'],
  },
]
