import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '..', '..', '..')
const folders = ['core', 'express-middleware', 'graphql', 'simulator', 'cli']

/** What one import path of a package offers, by its built declarations. */
export interface Entry {
  /** As it is imported: `@wecom-kit/core/directory`. */
  readonly name: string
  /** Path of the `.d.ts` file. */
  readonly file: string
}

/** Every entry of every package that is published. Throws when a package is not built. */
export function readEntries(): readonly Entry[] {
  return folders.flatMap((folder) => {
    const root = join(repository, 'packages', folder)
    const { name, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return Object.entries<string | { types?: string }>(exports).flatMap(([path, target]) => {
      const types = typeof target === 'string' ? undefined : target.types
      return types === undefined ? [] : [{ name: `${name}${path.slice(1)}`, file: built(join(root, types)) }]
    })
  })
}

function built(file: string): string {
  if (!existsSync(file))
    throw new Error(`${file} is missing: build the packages first, npx -y pnpm@12 run build`)
  return file
}
