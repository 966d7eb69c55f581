import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { repositoryRoot } from '../support/repository.ts'
import { runCommand } from '../support/run-command.ts'
import { createBlockProject } from './block-project.ts'
import { collectBlocks } from './collect-blocks.ts'

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

const configuration = `
const conditions = ['wecom-kit-source', 'node']
export default { resolve: { conditions }, ssr: { resolve: { conditions } } }
`

const blocks = collectBlocks(repositoryRoot).filter(({ code }) => code.includes("from 'vitest'"))

test('the pages have tests of vitest in them', () => expect(blocks.length).toBeGreaterThan(1))

test.each(blocks)('$place passes as a test', { timeout: 60_000 }, async ({ code }) => {
  const project = createBlockProject(repositoryRoot)
  onTestFinished(() => project[Symbol.dispose]())
  project.write('block.test.ts', code)
  project.write('vitest.config.mjs', configuration)
  const { exitCode, output } = await runCommand(process.execPath, [vitest, 'run'], {
    cwd: project.folder,
    timeoutMs: 50_000,
    env: { NODE_OPTIONS: undefined, VITEST: undefined },
  })
  expect(exitCode, output).toBe(0)
})
