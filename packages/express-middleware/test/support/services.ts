import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Path of the first of some programs that is installed. Without it the tests that need it are skipped with one
 * visible line; with `REQUIRE_SERVICES=1` the file fails instead.
 */
export function findProgram(...names: string[]): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
  if (found !== undefined) return found
  if (process.env['REQUIRE_SERVICES'] === '1') throw new Error(`${names[0]} is not on the PATH`)
  process.stderr.write(`SKIPPED: ${names[0]} is not on the PATH, so tests with it do not run\n`)
  return undefined
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
