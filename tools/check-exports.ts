/**
 * Prevents: a name that vanishes from a package, or an internal one that becomes public, without anybody noticing in
 * review. An intended change is written down with `pnpm exports:write` and so shows up in the diff.
 */
import { exportedNames, exportedNamesFile } from './support/exported-names.ts'
import { readExportedNames } from './support/read-exported-names.ts'

/** Differences between the names that the packages export and the checked-in list. */
export function checkExports(root: string): readonly string[] {
  const expected = readExportedNames(root)
  const actual = exportedNames(root)
  const entries = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()
  return entries.flatMap((entry) => [
    ...difference(`${entry}, value`, expected[entry]?.values ?? [], actual[entry]?.values ?? []),
    ...difference(`${entry}, type`, expected[entry]?.types ?? [], actual[entry]?.types ?? []),
  ])
}

function difference(what: string, expected: readonly string[], actual: readonly string[]): readonly string[] {
  const gone = expected.filter((name) => !actual.includes(name))
  const added = actual.filter((name) => !expected.includes(name))
  return [
    ...gone.map((name) => `${what} ${name}: is no longer exported`),
    ...added.map((name) => `${what} ${name}: is exported and not listed in ${exportedNamesFile}`),
  ]
}
