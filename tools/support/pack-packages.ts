import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readPackages } from './packages.ts'
import { succeed } from './succeed.ts'

/** Tarballs of all packages, which must have been built, in a new folder. */
export async function packPackages(root: string, place: string): Promise<readonly string[]> {
  mkdirSync(place, { recursive: true })
  for (const { folder } of readPackages(root))
    await succeed('pnpm', ['pack', '--pack-destination', place], { cwd: join(root, folder) })
  return readdirSync(place).map((name) => join(place, name))
}
