import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

// `gql` is what GraphQL's codegen writes.
const generated = new Set([
  'node_modules',
  'dist',
  '.turbo',
  '.test',
  '.mutation',
  '.git',
  '.vitest',
  'coverage',
  'gql',
])

/** Root folder of this repository. */
export const repositoryRoot: string = join(import.meta.dirname, '..', '..')

/** Paths of all files below a folder, relative to it, with `/`, sorted; installed and generated folders left out. */
export function listFiles(root: string): readonly string[] {
  return walk(root)
    .map((file) => relative(root, file).split(sep).join('/'))
    .sort()
}

/** Text of a file given by its path relative to a root. */
export function readText(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (generated.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}
