import { defineConfig } from 'vitest/config'
import { ServicesReporter } from '../tools/vitest/services-reporter.ts'

/** Apart from the other projects: it tries the built site, so `pnpm check` builds that first. */
export default defineConfig({
  test: {
    name: 'trial',
    reporters: ['default', new ServicesReporter()],
    root: import.meta.dirname,
    include: ['trial/*.test.ts'],
    hookTimeout: 60_000,
  },
})
