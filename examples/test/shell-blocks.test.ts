import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from 'test-support/free-port'
import { sharedDirectory } from 'test-support/temporary-directory'
import { readFirstSteps } from '../../tools/rehearse/readmes.ts'
import { isRecord } from '../../tools/support/is-record.ts'
import { packPackages } from '../../tools/support/pack-packages.ts'
import { repositoryRoot } from '../../tools/support/repository.ts'
import { startTarballRegistry, type TarballRegistry } from '../../tools/support/tarball-registry.ts'
import { runShell, startShell } from './shell/run-shell.ts'
import { readShellBlocks, type ShellBlock } from './shell/shell-blocks.ts'
import { type ShellRule, shellRules } from './shell/shell-rules.ts'

const blocks = readShellBlocks()
const ruleOf = (block: ShellBlock): ShellRule | undefined => shellRules.find(({ fits }) => fits(block))

test('every shell block of our pages is run by somebody', () => {
  expect(blocks.filter((block) => ruleOf(block) === undefined).map(({ place }) => place)).toEqual([])
})

describe('shell blocks as they are printed, on packed packages', () => {
  const folder = sharedDirectory()
  const install =
    '@wecom-kit/core @wecom-kit/graphql @wecom-kit/cli @wecom-kit/simulator @apollo/server express graphql@16'

  let registry: TarballRegistry

  beforeAll(async () => {
    registry = await startTarballRegistry(await packPackages(repositoryRoot, join(folder, 'tarballs')))
    writeFileSync(join(folder, 'package.json'), '{ "name": "reader", "private": true, "type": "module" }')
    writeFileSync(join(folder, '.npmrc'), `registry=${registry.url}\n`)
    const quickStart = readFirstSteps(repositoryRoot).find(
      ({ page }) => page === 'packages/graphql/README.md',
    )
    writeFileSync(join(folder, 'server.js'), quickStart?.quickStart ?? '')
    await runShell({ folder, environment: {} }, `npm install --no-audit --no-fund ${install} esbuild`)
  }, 300_000)
  afterAll(() => registry[Symbol.asyncDispose]())

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
