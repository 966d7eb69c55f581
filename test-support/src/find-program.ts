import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Path of the first of these programs that is installed. Tests that need one are left out on a machine without it, with
 * one line that says so; with REQUIRE_SERVICES=1 that is a failure.
 *
 * @throws Error with REQUIRE_SERVICES=1 when none is there
 */
export function findProgram(purpose: string, ...names: readonly string[]): string | undefined {
  const found = findTool(purpose, ...names)
  if (found === undefined && process.env['REQUIRE_SERVICES'] === '1')
    throw new Error(`${names.join(' or ')} is required: ${purpose}`)
  return found
}

/** The same for everyday tools, which REQUIRE_SERVICES does not promise. */
export function findTool(purpose: string, ...names: readonly string[]): string | undefined {
  const found = locateProgram(names)
  if (found === undefined) process.stderr.write(`SKIPPED, no ${names.join(' or ')} on the PATH: ${purpose}\n`)
  return found
}

/** Path of the first of these programs on a PATH, without a word about it. */
export function locateProgram(
  names: readonly string[],
  path: string = process.env['PATH'] ?? '',
): string | undefined {
  // Debian keeps nginx in /usr/sbin, which is not on the PATH of an ordinary user.
  const folders = [...path.split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
