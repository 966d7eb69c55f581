import { readPackages } from './packages.ts'
import { readExports } from './read-exports.ts'
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
      namesOf(readText(root, file)),
    ]),
  )
  return Object.fromEntries(entries)
}

function namesOf(source: string): EntryNames {
  const names = readExports(source)
  const ofKind = (kind: 'value' | 'type'): readonly string[] =>
    names
      .filter((exported) => exported.kind === kind)
      .map(({ name }) => name)
      .sort()
  return { values: ofKind('value'), types: ofKind('type') }
}
