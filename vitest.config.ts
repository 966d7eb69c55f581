import { createRequire } from 'node:module'
import { configDefaults, defineConfig } from 'vitest/config'
import { coverageThresholds } from './tools/vitest/coverage-thresholds.ts'
import { testProjects } from './tools/vitest/projects.ts'
import { ServicesReporter } from './tools/vitest/services-reporter.ts'

const require = createRequire(import.meta.url)

/**
 * Workspace packages are tested from source (no build): the `wecom-kit-source` export condition leads to `src`.
 * `graphql` is pinned to one file because Vite would otherwise load its ESM copy for our source and Node its
 * CommonJS copy for dependencies ("Cannot use GraphQLSchema from another module or realm").
 */
const resolve = {
  conditions: ['wecom-kit-source'],
  alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
}

export default defineConfig({
  test: {
    reporters: ['default', new ServicesReporter()],
    coverage: {
      provider: 'v8',
      // From the folder of each project.
      include: ['**/src/**/*.ts'],
      // Generated types and data, and what runs in a browser or in other processes alone.
      exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/wecom/routes/**', '**/bin.ts', 'test-support/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: coverageThresholds,
    },
    projects: testProjects.map(({ name, root, include, exclude }) => ({
      resolve,
      ssr: { resolve: { conditions: ['wecom-kit-source', 'node'] } },
      test: {
        name,
        root,
        include: [...include],
        exclude: [...configDefaults.exclude, ...exclude],
        testTimeout: 60_000,
        hookTimeout: 60_000,
        // One process loads the packages once, for all test files. So a file leaves nothing behind for the next one.
        isolate: false,
        restoreMocks: true,
        unstubEnvs: true,
        unstubGlobals: true,
      },
    })),
  },
})
