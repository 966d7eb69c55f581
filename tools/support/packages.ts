import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from './is-record.ts'
import { readText } from './repository.ts'

/** One package below `packages/`. */
export interface WorkspacePackage {
  /** `packages/core` */
  readonly folder: string
  /** `@wecom-kit/core` */
  readonly name: string
  readonly manifest: Readonly<Record<string, unknown>>
  /** Export subpath → source file of it, relative to the repository. */
  readonly entries: ReadonlyMap<string, string>
}

/** The publishable packages. */
export function readPackages(root: string): readonly WorkspacePackage[] {
  return readdirSync(join(root, 'packages'))
    .filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
    .sort()
    .map((name) => readPackage(root, `packages/${name}`))
}

function readPackage(root: string, folder: string): WorkspacePackage {
  const manifest: unknown = JSON.parse(readText(root, `${folder}/package.json`))
  if (!isRecord(manifest) || typeof manifest['name'] !== 'string')
    throw new TypeError(`${folder}/package.json has no name`)
  return { folder, name: manifest['name'], manifest, entries: sourceEntries(folder, manifest['exports']) }
}

function sourceEntries(folder: string, exported: unknown): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  if (!isRecord(exported)) return entries
  for (const [subpath, target] of Object.entries(exported)) {
    const source = isRecord(target) ? target['wecom-kit-source'] : undefined
    if (typeof source === 'string') entries.set(subpath, `${folder}/${source.replace(/^\.\//, '')}`)
  }
  return entries
}
