import { type EntryNames, exportedNamesFile } from './exported-names.ts'
import { isRecord } from './is-record.ts'
import { readText } from './repository.ts'

/** The checked-in list of exported names. */
export function readExportedNames(root: string): Readonly<Record<string, EntryNames>> {
  const parsed: unknown = JSON.parse(readText(root, exportedNamesFile))
  if (!isRecord(parsed)) throw new TypeError(`${exportedNamesFile} is not an object`)
  return Object.fromEntries(
    Object.entries(parsed).map(([entry, names]) => [
      entry,
      { values: strings(names, 'values'), types: strings(names, 'types') },
    ]),
  )
}

function strings(names: unknown, key: string): readonly string[] {
  const list = isRecord(names) ? names[key] : undefined
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
}
