import { defineConfig } from 'vitest/config'
import { ServicesReporter } from '../tools/vitest/services-reporter.ts'

/** Apart from the other projects: the examples run on what the packages ship, so `pnpm examples` builds first. */
export default defineConfig({
  test: {
    name: 'examples',
    reporters: ['default', new ServicesReporter()],
    root: import.meta.dirname,
    // Two files compile the same example into its folder.
    fileParallelism: false,
    include: ['test/*.test.ts'],
    // npm installs from the registry first, where that is what is tried.
    testTimeout: process.env['EXAMPLES_TARBALLS'] === undefined ? 60_000 : 300_000,
    hookTimeout: 60_000,
  },
})
