import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freePort } from 'test-support/free-port'
import { readFirstSteps } from '../../tools/rehearse/readmes.ts'
import { isRecord } from '../../tools/support/is-record.ts'
import { repositoryRoot } from '../../tools/support/repository.ts'
import { readerFolder } from './shell/reader-folder.ts'
import { startShell } from './shell/run-shell.ts'
import { readShellBlocks, type ShellBlock } from './shell/shell-blocks.ts'
import { type ShellRule, shellRules } from './shell/shell-rules.ts'

const blocks = readShellBlocks()
const ruleOf = (block: ShellBlock): ShellRule | undefined => shellRules.find(({ fits }) => fits(block))

test('every shell block of our pages is run by somebody', () => {
  expect(blocks.filter((block) => ruleOf(block) === undefined).map(({ place }) => place)).toEqual([])
})

describe('shell blocks as they are printed, on packed packages', () => {
  const folder = readerFolder(
    '@wecom-kit/core @wecom-kit/graphql @wecom-kit/cli @wecom-kit/simulator @apollo/server express graphql@16 esbuild',
  )
  beforeAll(() => {
    const quickStart = readFirstSteps(repositoryRoot).find(
      ({ page }) => page === 'packages/graphql/README.md',
    )
    writeFileSync(join(folder, 'server.js'), quickStart?.quickStart ?? '')
  })

  test.for(blocks.filter((block) => ruleOf(block)?.run !== undefined))(
    '$place',
    { timeout: 300_000 },
    async (block) => {
      const port = String(await freePort())
      await startShell({ folder, environment: {} }, `exec wecom-simulator --port ${port}`, port)
      const simulator = `http://127.0.0.1:${port}`
      const environment = await settingsFor(simulator)
      await expect(ruleOf(block)?.run?.(block, { folder, environment }, simulator)).resolves.toBeUndefined()
    },
  )
})

/** What a reader has in the environment: the app of the simulator, and its hosts. */
async function settingsFor(simulator: string): Promise<Readonly<Record<string, string>>> {
  const state: unknown = await (await fetch(`${simulator}/__simulator/state`)).json()
  const { corp, apps }: { corp?: unknown; apps?: unknown } = isRecord(state) ? state : {}
  const [app, ...others] = Array.isArray(apps) ? apps.filter(isRecord) : []
  const contacts = others.find(({ kind }) => kind === 'contacts-sync')
  return {
    WECOM_CORP_ID: isRecord(corp) ? String(corp['id']) : '',
    WECOM_AGENT_ID: String(app?.['agentId']),
    WECOM_APP_SECRET: String(app?.['secret']),
    WECOM_CONTACTS_SECRET: String(contacts?.['secret']),
    WECOM_API_BASE_URL: simulator,
    WECOM_AUTHORIZE_BASE_URL: simulator,
    WECOM_LOGIN_BASE_URL: simulator,
  }
}
