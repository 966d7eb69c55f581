import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedDirectory } from 'test-support/temporary-directory'
import { packageManagers } from '../../tools/rehearse/package-managers.ts'
import { readFirstSteps } from '../../tools/rehearse/readmes.ts'
import { tryFirstSteps } from '../../tools/rehearse/try-first-steps.ts'
import { packPackages } from '../../tools/support/pack-packages.ts'
import { repositoryRoot } from '../../tools/support/repository.ts'
import { startTarballRegistry, type TarballRegistry } from '../../tools/support/tarball-registry.ts'

const pages = readFirstSteps(repositoryRoot)
// yarn is tried by `pnpm matrix install`: it has to be downloaded first.
const managers = packageManagers.filter(({ name }) => name !== 'yarn')

describe('install lines and quick starts as they are printed, on packed packages', () => {
  const folder = sharedDirectory()
  let registry: TarballRegistry
  beforeAll(async () => {
    registry = await startTarballRegistry(await packPackages(repositoryRoot, join(folder, 'tarballs')))
  })
  afterAll(() => registry[Symbol.asyncDispose]())

  const trials = managers.flatMap((manager) => pages.map((steps) => ({ manager, steps })))
  test.for(trials)('$manager.name, $steps.page', { timeout: 300_000 }, async ({ manager, steps }) => {
    expect(steps.installs.length).toBeGreaterThan(0)
    const place = join(folder, manager.name, steps.page.replaceAll('/', '-'))
    const { trouble } = await tryFirstSteps(place, manager, registry.url, steps)
    expect(trouble).toBe('')
  })
})
