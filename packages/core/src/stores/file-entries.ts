import { isRecord } from '../internal/is-record.ts'

/** One value of a store file. */
export interface FileEntry {
  value: unknown
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** The entries of a store file that are still alive. Anything that is no store file has none. */
export function parseFileEntries(text: string, now: number): Map<string, FileEntry> {
  const entries = new Map<string, FileEntry>()
  for (const [key, entry] of Object.entries(readEntries(text))) {
    if (!isRecord(entry)) continue
    const { value, expiresAt } = entry
    if (typeof expiresAt === 'number' && expiresAt > now) entries.set(key, { value, expiresAt })
  }
  return entries
}

/** Writes what {@link parseFileEntries} reads. */
export function formatFileEntries(entries: ReadonlyMap<string, FileEntry>): string {
  return `${JSON.stringify({ version: 1, entries: Object.fromEntries(entries) })}\n`
}

function readEntries(text: string): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(text)
    return isRecord(file) && file['version'] === 1 && isRecord(file['entries']) ? file['entries'] : {}
  } catch {
    return {}
  }
}
