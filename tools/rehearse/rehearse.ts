/**
 * `pnpm rehearse`: a release from beginning to end without npm. A copy of this repository is versioned, built and
 * published into a registry on loopback; new projects follow every README with npm, pnpm and yarn; what an installation brings is weighed beside others; then two more
 * releases show what a user's update does. Prints tables, exits with 1 when a README could not be followed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printTable } from 'test-support/print-table'
import { repositoryRoot } from '../support/repository.ts'
import { packageManagers } from './package-managers.ts'
import { readFirstSteps } from './readmes.ts'
import { startRegistry } from './registry.ts'
import { tryFirstSteps } from './try-first-steps.ts'
import { createUserProjects, updateColumns, type UserProjects } from './try-updates.ts'
import { weighInstalls, weightColumns } from './weigh-installs.ts'
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts'

const folder = mkdtempSync(join(tmpdir(), 'wecom-kit-rehearsal-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

await using registry = await startRegistry(join(folder, 'registry'))
console.log(`Registry at ${registry.url}`)
const workspace = await copyWorkspace(repositoryRoot, join(folder, 'workspace'), registry)
await releaseAndSay(workspace, 'First release')
await followReadmes()
printTable(
  'What an installation brings',
  weightColumns,
  await weighInstalls(join(folder, 'weights'), registry),
)
const users = await createUserProjects(join(folder, 'users'), registry)
await releasePatch(workspace, users)
await releaseMinor(workspace, users)

async function releaseAndSay(copy: WorkspaceCopy, title: string): Promise<void> {
  const versions = await copy.version()
  await copy.release()
  printTable(title, ['package', 'version'], [...versions])
}

async function followReadmes(): Promise<void> {
  const rows: string[][] = []
  for (const steps of readFirstSteps(repositoryRoot)) {
    for (const manager of packageManagers) {
      const project = join(folder, 'readmes', manager.name, steps.page.replaceAll('/', '-'))
      const { installed, ran, seconds, trouble } = await tryFirstSteps(project, manager, registry.url, steps)
      if (trouble !== '') process.exitCode = 1
      if (trouble !== '') console.error(`\n${steps.page} with ${manager.name}:\n${trouble}`)
      const quickStart = ran === undefined ? 'none' : yes(ran)
      rows.push([steps.page, manager.name, yes(installed), quickStart, seconds.toFixed(1)])
    }
  }
  printTable('READMEs followed', ['page', 'with', 'installed', 'quick start ran', 'seconds'], rows)
}

async function releasePatch(copy: WorkspaceCopy, projects: UserProjects): Promise<void> {
  await copy.change('@wecom-kit/graphql', 'patch')
  await releaseAndSay(copy, 'A patch of graphql')
  printTable('After "update"', updateColumns, await projects.update())
}

async function releaseMinor(copy: WorkspaceCopy, projects: UserProjects): Promise<void> {
  await copy.change('@wecom-kit/core', 'minor')
  await releaseAndSay(copy, 'A minor version of core')
  printTable('After "update"', updateColumns, await projects.update())
  printTable(
    'After asking for the newest core alone',
    updateColumns,
    await projects.add('@wecom-kit/core@latest'),
  )
  const all = ['core', 'express-middleware', 'graphql'].map((name) => `@wecom-kit/${name}@latest`)
  printTable('After asking for the newest of all three', updateColumns, await projects.add(...all))
}

function yes(value: boolean): string {
  return value ? 'yes' : 'NO'
}
