import { isRecord } from './is-record.ts'

/** Files that a package.json leads its users to, without `./`, each once; what only our own workspace reads is left out. */
export function targetFiles(manifest: unknown): readonly string[] {
  if (!isRecord(manifest)) return []
  const fields = ['main', 'types', 'typesVersions', 'exports', 'bin'].flatMap((field) =>
    leaves(manifest[field]),
  )
  return [...new Set(fields.map((file) => file.replace(/^\.\//, '')))]
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(leaves)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, child]) => (key === 'wecom-kit-source' ? [] : leaves(child)))
}
