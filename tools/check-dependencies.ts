/**
 * Prevents: a dependency that came with a quick fix and runs in everybody's production ever since. Each runtime
 * dependency and peer has a row with its reason in the decision about dependencies, and no row outlives its dependency.
 */
import { isRecord } from './support/is-record.ts'
import { readPackages } from './support/packages.ts'
import { readText } from './support/repository.ts'

const page = 'docs/decisions/2026-11-20-dependencies.md'
const row = /^\| ([\w-]+) \| (.*?) \|/gm

/** Runtime dependencies without a row, and rows without a dependency. */
export function checkDependencies(root: string): readonly string[] {
  const used = readPackages(root).flatMap(({ folder, manifest }) =>
    [manifest['dependencies'], manifest['peerDependencies']]
      .flatMap((group) => (isRecord(group) ? Object.keys(group) : []))
      .filter((name) => !name.startsWith('@wecom-kit/'))
      .map((name) => `${folder.slice('packages/'.length)}: ${name}`),
  )
  const explained = [...readText(root, page).matchAll(row)].flatMap(([, owner = '', cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => `${owner}: ${name}`),
  )
  return [
    ...used.filter((name) => !explained.includes(name)).map((name) => `${page}: no row for ${name}`),
    ...explained
      .filter((name) => !used.includes(name))
      .map((name) => `${page}: a row for ${name}, which is not used`),
  ]
}
