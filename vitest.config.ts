import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'
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

const project = (name: string, root: string, include = ['src/**/*.test.ts', 'test/**/*.test.ts']) => ({
  resolve,
  ssr: { resolve: { conditions: ['wecom-kit-source', 'node'] } },
  test: {
    name,
    root,
    include,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})

export default defineConfig({
  test: {
    reporters: ['default', new ServicesReporter()],
    projects: [
      project('core', 'packages/core'),
      project('express-middleware', 'packages/express-middleware'),
      project('graphql', 'packages/graphql'),
      project('simulator', 'packages/simulator'),
      project('cli', 'packages/cli'),
      project('demo', 'apps/demo'),
      project('bench', 'bench'),
      project('site', 'site'),
      project('tools', 'tools', ['**/*.test.ts']),
    ],
  },
})
