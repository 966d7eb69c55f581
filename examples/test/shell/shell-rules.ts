import { freePort } from 'test-support/free-port'
import { runShell, type ShellPlace, startShell } from './run-shell.ts'
import type { ShellBlock } from './shell-blocks.ts'

/** Who runs a block as it is printed: this test, or another one that is named. */
export interface ShellRule {
  /** What runs it. */
  readonly by: string
  readonly fits: (block: ShellBlock) => boolean
  /** Undefined where another test does it. */
  readonly run?: (block: ShellBlock, place: ShellPlace, simulator: string) => Promise<void>
}

const every = ({ lines }: ShellBlock, pattern: RegExp): boolean => lines.every((line) => pattern.test(line))

/** The first rule that fits holds. A block that none fits is one that nobody runs. */
export const shellRules: readonly ShellRule[] = [
  { by: 'pnpm matrix runners', fits: ({ page }) => page === 'docs/guides/testing.md' },
  {
    by: 'install-lines.test.ts',
    fits: (block) => /^(?:packages\/\w.*\/)?README\.md$/.test(block.page) && every(block, /^npm install /),
  },
  { by: 'the tests of the examples', fits: ({ page }) => /^examples\/.+\/README\.md$/.test(page) },
  {
    by: 'apps/demo/test/readme-curl.test.ts',
    fits: ({ code }) => /\/wecom\/login\?|\/api\/wecom\//.test(code) && code.includes('curl -sS'),
  },
  {
    // CI runs the most of them, and `tools/check-shell-blocks.ts` knows whether each exists.
    by: 'scripts of this repository',
    fits: (block) =>
      every(block, /^(?:(?:PORT=\d+ )?npx -y pnpm@12 |cp [\w/]+\.env\.example |export )/) &&
      block.code.includes('pnpm@12'),
  },
  { by: '.ci/run, which installs the same', fits: ({ code }) => code.startsWith('sudo apt-get install') },
  {
    by: 'nobody: it needs a container engine, and the page says so',
    fits: ({ code }) => code.includes('docker compose'),
  },
  {
    by: 'nobody: it asks the registry for signatures that a published package alone has',
    fits: ({ code }) => code.trim() === 'npm audit signatures',
  },
  {
    by: 'here',
    fits: (block) => every(block, /^npm install --ignore-scripts /),
    run: async ({ code }, place) => void (await runShell(place, code)),
  },
  {
    by: 'here',
    fits: (block) => every(block, /^export /),
    run: async ({ code }, place) => void (await runShell(place, code)),
  },
  { by: 'here', fits: ({ code }) => code.includes('/__simulator/export'), run: saveAndStart },
  {
    by: 'here',
    fits: (block) => every(block, /^npx (?:@wecom-kit\/simulator|wecom simulator) /),
    run: startEach,
  },
  { by: 'here', fits: ({ code }) => code.includes('/__simulator/'), run: askSimulator },
  // It ends with 1 where something is wrong, as with an app that is not running.
  {
    by: 'here',
    fits: (block) => every(block, /^npx \S+ doctor$/),
    run: async ({ code }, place) => expectText(await runShell(place, code, [0, 1]), 'Node '),
  },
  {
    by: 'here',
    fits: (block) => every(block, /^npx wecom call /),
    run: async ({ code }, place) => expectText(await runShell(place, code), 'zhangsan'),
  },
  {
    by: 'here',
    fits: ({ page, code }) => page === 'packages/graphql/README.md' && code.startsWith('curl '),
    run: askGraphQL,
  },
  {
    by: 'here',
    fits: ({ code }) => code.startsWith('esbuild '),
    run: async ({ code }, place) => void (await runShell(place, `${code}\ntest -s out.mjs`)),
  },
  {
    by: 'here',
    fits: ({ page }) => page === 'docs/graphql/clients.md',
    run: async ({ code }, place) => void (await runShell(place, code)),
  },
]

/** Starts every line in turn, on a free port and on this machine only. */
async function startEach({ lines }: ShellBlock, place: ShellPlace): Promise<void> {
  for (const line of lines) {
    const port = String(await freePort())
    const printed = line.replace('0.0.0.0', '127.0.0.1')
    const command = printed.includes('4700') ? printed.replace('4700', port) : `${printed} --port ${port}`
    await startShell(place, command, port)
    const state = await fetch(`http://127.0.0.1:${port}/__simulator/state`)
    if (!state.ok) throw new Error(`${command}: the simulator answers ${state.status}`)
  }
}

async function saveAndStart(block: ShellBlock, place: ShellPlace, simulator: string): Promise<void> {
  const [save = '', ...rest] = block.lines
  await runShell(place, save.replace('http://127.0.0.1:4700', simulator))
  await startEach({ ...block, lines: rest }, place)
}

async function askSimulator({ lines }: ShellBlock, place: ShellPlace, simulator: string): Promise<void> {
  for (const line of lines) {
    const answer: unknown = JSON.parse(
      await runShell(place, line.replace('http://127.0.0.1:4700', simulator)),
    )
    if (typeof answer !== 'object' || answer === null || 'error' in answer)
      throw new Error(`${line}: ${JSON.stringify(answer)}`)
  }
}

/** The server is the block before it, which the project has as `server.mjs`. */
async function askGraphQL({ code }: ShellBlock, place: ShellPlace): Promise<void> {
  const port = String(await freePort())
  await startShell(
    place,
    `sed 's/listen(3000)/listen(${port}, () => console.log("listens"))/' server.js > on-${port}.mjs; exec node on-${port}.mjs`,
    'listens',
  )
  expectText(await runShell(place, code.replace(':3000', `:${port}`)), '张三')
}

function expectText(output: string, text: string): void {
  if (!output.includes(text)) throw new Error(`expected ${text} in:\n${output}`)
}
