import { dirname, posix } from 'node:path'
import { readPackages } from './packages.ts'
import { type ExportedName, readExports, readWholeExports } from './read-exports.ts'
import { readText } from './repository.ts'

/** Names that one entry exports, sorted. */
export interface EntryNames {
  readonly values: readonly string[]
  readonly types: readonly string[]
}

/** Path of the checked-in list, relative to the repository. */
export const exportedNamesFile = 'tools/exported-names.json'

/** `@wecom-kit/core/testing` → its names, for every entry of every package, read from the sources. */
export function exportedNames(root: string): Readonly<Record<string, EntryNames>> {
  const entries = readPackages(root).flatMap((workspacePackage) =>
    [...workspacePackage.entries].map(([subpath, file]): [string, EntryNames] => [
      workspacePackage.name + subpath.slice(1),
      namesOf(everyExport(root, file)),
    ]),
  )
  return Object.fromEntries(entries)
}

/** What a file exports, with what it passes on whole. */
function everyExport(root: string, file: string): readonly ExportedName[] {
  const source = readText(root, file)
  const passedOn = readWholeExports(source).map((from) => posix.join(dirname(file), from))
  return [...readExports(source), ...passedOn.flatMap((target) => everyExport(root, target))]
}

function namesOf(exports: readonly ExportedName[]): EntryNames {
  const ofKind = (wanted: 'value' | 'type'): readonly string[] => {
    const names = exports.filter(({ kind }) => kind === wanted).map(({ name }) => name)
    return [...new Set(names)].sort()
  }
  return { values: ofKind('value'), types: ofKind('type') }
}
