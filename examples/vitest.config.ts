import { defineConfig } from 'vitest/config'
import { ServicesReporter } from '../tools/vitest/services-reporter.ts'

/** Apart from the other projects: the examples run on what the packages ship, so `pnpm examples` builds first. */
export default defineConfig({
  test: {
    reporters: ['default', new ServicesReporter()],
    root: import.meta.dirname,
    include: ['*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
