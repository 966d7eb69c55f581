import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { sharedDirectory } from 'test-support/temporary-directory'
import { packPackages } from '../../../tools/support/pack-packages.ts'
import { repositoryRoot } from '../../../tools/support/repository.ts'
import { startTarballRegistry, type TarballRegistry } from '../../../tools/support/tarball-registry.ts'
import { runShell } from './run-shell.ts'

/** The folder of a reader for the surrounding `describe`: npm installs the packages there, ours as they are packed. */
export function readerFolder(packages: string): string {
  const folder = sharedDirectory()
  let registry: TarballRegistry
  beforeAll(async () => {
    registry = await startTarballRegistry(await packPackages(repositoryRoot, join(folder, 'tarballs')))
    writeFileSync(join(folder, 'package.json'), '{ "name": "reader", "private": true, "type": "module" }')
    writeFileSync(join(folder, '.npmrc'), `registry=${registry.url}\n`)
    await runShell({ folder, environment: {} }, `npm install --no-audit --no-fund ${packages}`)
  }, 300_000)
  afterAll(() => registry[Symbol.asyncDispose]())
  return folder
}
