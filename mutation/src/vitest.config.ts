import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)
const tests: readonly string[] = JSON.parse(process.env['MUTATION_TESTS'] ?? '[]')

export default defineConfig({
  resolve: {
    conditions: ['wecom-kit-source'],
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
  },
  ssr: { resolve: { conditions: ['wecom-kit-source', 'node'] } },
  test: {
    include: [...tests],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
})
