import type { ShellPlace } from '../shell/run-shell.ts'
import type { PageBlock } from '../shell/shell-blocks.ts'
import { checkDockerfile } from './check-dockerfile.ts'
import { checkNginx } from './check-nginx.ts'
import { generateTypes } from './generate-types.ts'
import { runUnderPm2 } from './run-under-pm2.ts'
import { startFromSeed } from './start-from-seed.ts'
import { traceCalls } from './trace-calls.ts'

/** Who runs a block that is neither shell nor TypeScript: this test, or another one that is named. */
export interface CodeRule {
  /** What runs it. */
  readonly by: string
  readonly fits: (block: PageBlock) => boolean
  /** Undefined where another test does it. */
  readonly run?: (block: PageBlock, place: ShellPlace) => Promise<void>
}

const isJs = ({ language }: PageBlock): boolean => language === 'js'

/** The first rule that fits holds. A block that none fits is one that nobody runs. */
export const codeRules: readonly CodeRule[] = [
  { by: 'the site, which draws it', fits: ({ language }) => language === 'mermaid' },
  { by: 'pnpm matrix runners', fits: ({ page }) => page === 'docs/guides/testing.md' },
  { by: 'pnpm matrix clients', fits: (block) => isJs(block) && block.code.includes("'relay-runtime'") },
  {
    by: 'tools/doc-blocks/front-ends.test.ts',
    fits: (block) => isJs(block) && /^docs\/(?:sso\/front-ends|migrating)\.md$/.test(block.page),
  },
  {
    by: 'packages/simulator/test/pages/readme.test.ts',
    fits: ({ page, language }) => page === 'packages/simulator/README.md' && language !== 'json',
  },
  { by: 'nobody: it is what a command prints', fits: ({ language }) => language === 'text' },
  { by: 'nobody: it needs systemd', fits: ({ language }) => language === 'ini' },
  { by: 'here', fits: ({ language }) => language === 'json', run: startFromSeed },
  { by: 'here', fits: ({ language }) => language === 'nginx', run: checkNginx },
  {
    by: 'here',
    fits: ({ language }) => language === 'dockerfile',
    run: ({ code }, place) => checkDockerfile(code, place),
  },
  { by: 'here', fits: ({ code }) => code.startsWith('// ecosystem.config.cjs'), run: runUnderPm2 },
  { by: 'here', fits: ({ code }) => code.startsWith('// codegen.mjs'), run: generateTypes },
  { by: 'here', fits: ({ code }) => code.includes('UndiciInstrumentation'), run: traceCalls },
]
