import { join } from 'node:path'
import { packageManagers } from '../rehearse/package-managers.ts'
import { readFirstSteps } from '../rehearse/readmes.ts'
import { tryFirstSteps } from '../rehearse/try-first-steps.ts'
import { repositoryRoot } from '../support/repository.ts'
import { startTarballRegistry } from '../support/tarball-registry.ts'
import type { Cell } from './cell.ts'

/** Column names of {@link installRows}. */
export const installColumns: readonly string[] = ['page', ...packageManagers.map(({ name }) => name)]

/** One row for each README: its install lines and its quick start as they are printed, with each package manager. */
export async function installRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  await using registry = await startTarballRegistry(tarballs)
  const rows: [string, ...Cell[]][] = []
  for (const steps of readFirstSteps(repositoryRoot)) {
    const cells: Cell[] = []
    for (const manager of packageManagers) {
      const place = join(folder, 'install', manager.name, steps.page.replaceAll('/', '-'))
      const { trouble } = await tryFirstSteps(place, manager, registry.url, steps)
      cells.push(
        trouble === '' ? { text: 'ok', good: true } : { text: 'FAILS', good: false, output: trouble },
      )
    }
    rows.push([steps.page, ...cells])
  }
  return rows
}
