/**
 * Which tests there are and which command runs them. A folder below a package's `test` with the name of a kind is a
 * project, a task and a step of its own, because it takes long or reads what the package does not own.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../support/repository.ts'

/** Tests that are run, cached and counted together. */
export interface TestProject {
  readonly name: string
  /** The folder, from the root of the repository; its counts are written to `.test` in it. */
  readonly root: string
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** The command of the root that runs it. */
  readonly step: TestStep
  /** Its task, where it is one of the repository's own and not of a package. */
  readonly rootTask?: string
}

/** The commands that run tests from source. */
export type TestStep = 'test' | 'test:browser' | 'test:paths'

const folders = [
  'packages/core',
  'packages/express-middleware',
  'packages/graphql',
  'packages/simulator',
  'packages/cli',
  'apps/demo',
  'bench',
  'chaos',
  'site',
]

const kinds = ['browser', 'paths'] as const

/** Every project, as `vitest.config.ts` and `tools/run-tests.ts` read them. */
export const testProjects: readonly TestProject[] = [
  ...folders.map((root): TestProject => ({
    name: nameOf(root),
    root,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: [...kinds, 'pages'].map((kind) => `test/${kind}/**`),
    step: 'test',
  })),
  ...kinds.flatMap((kind) =>
    folders
      .filter((root) => existsSync(join(repositoryRoot, root, 'test', kind)))
      .map((root): TestProject => ({
        name: `${nameOf(root)}-${kind}`,
        root,
        include: [`test/${kind}/**/*.test.ts`],
        exclude: [],
        step: `test:${kind}`,
      })),
  ),
  {
    name: 'tools',
    root: 'tools',
    include: ['**/*.test.ts'],
    exclude: ['doc-blocks/**'],
    step: 'test',
    rootTask: '//#test:tools',
  },
  {
    // Everything that reads a page: a mistyped word in one reruns these and nothing else.
    name: 'pages',
    root: '.',
    include: [
      'tools/doc-blocks/**/*.test.ts',
      'packages/*/test/pages/**/*.test.ts',
      'apps/*/test/pages/**/*.test.ts',
    ],
    exclude: [],
    step: 'test',
    rootTask: '//#test:pages',
  },
]

function nameOf(root: string): string {
  return root.slice(root.lastIndexOf('/') + 1)
}
