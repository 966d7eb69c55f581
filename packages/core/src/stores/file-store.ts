import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { readArgument } from '../options/config-option.ts'
import { matching } from '../options/option-row.ts'
import { oneAtATime } from '../internal/one-at-a-time.ts'
import type { TokenStore } from './ports.ts'
import { holdFileLock } from './hold-file-lock.ts'
import { isRecord } from '../internal/is-record.ts'

const filePath = matching("a file path such as '.data/wecom-tokens.json'", /[^]/)

// A writer holds the lock for a few milliseconds. The tries span about four seconds, longer than a dead holder's lock.
const writerLock = { staleMs: 2000, retries: 100 }

/**
 * Keeps values in one JSON file that survives restarts and that several processes of one host may share: a database
 * for a handful of tokens, not for a directory, since every write rewrites the file.
 *
 * The file has mode 0600 and is replaced as a whole, so a reader never sees half of one. Writers take turns by
 * `<path>.lock`. A missing, damaged or foreign file counts as empty and is replaced by the next write; expired entries
 * go with it. Missing directories are made with mode 0700. Not for network file systems.
 *
 * @param path of the file, relative to the working directory or absolute
 * @throws WecomConfigError for an empty path. Its operations reject with the file system's error
 * @example
 * ```ts
 * import { createFileStore, createWecomClient } from '@wecom-kit/core'
 *
 * const wecom = createWecomClient({
 *   corpId: 'ww0123456789abcdef',
 *   secret: () => process.env.WECOM_APP_SECRET ?? '',
 *   store: createFileStore('.data/wecom-tokens.json'),
 * })
 * ```
 */
export function createFileStore(path: string): TokenStore {
  const file = resolve(readArgument('createFileStore', 'path', filePath, path))
  // Inside the process writers queue instead of polling for the lock.
  const inTurn = oneAtATime()
  return {
    get: async (key) => (await readEntries(file)).get(key)?.value,
    set: (key, value, ttlMs) =>
      inTurn(() => change(file, (entries) => entries.set(key, { value, expiresAt: Date.now() + ttlMs }))),
    delete: (key) => inTurn(() => change(file, (entries) => entries.delete(key))),
  }
}

async function readEntries(file: string): Promise<Map<string, FileEntry>> {
  try {
    return parseFileEntries(await readFile(file, 'utf8'), Date.now())
  } catch (error) {
    if (isMissing(error)) return new Map()
    throw error
  }
}

async function change(file: string, edit: (entries: Map<string, FileEntry>) => unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const lock = await holdFileLock(file, writerLock)
  if (lock === undefined) throw new Error('the store file is locked by another process')
  try {
    const entries = await readEntries(file)
    edit(entries)
    const draft = `${file}.tmp`
    // A draft left by a killed writer, or a link put there by somebody else: never written through, always made anew.
    await rm(draft, { force: true })
    await writeFile(draft, formatFileEntries(entries), { mode: 0o600, flag: 'wx' })
    if (!lock.isHeld()) throw new Error('the lock of the store file was lost')
    await rename(draft, file)
  } finally {
    await lock.release()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

export interface FileEntry {
  value: unknown
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** The entries of a store file that are still alive. Anything that is no store file has none. */
function parseFileEntries(text: string, now: number): Map<string, FileEntry> {
  const entries = new Map<string, FileEntry>()
  for (const [key, entry] of Object.entries(entriesIn(text))) {
    if (!isRecord(entry)) continue
    const { value, expiresAt } = entry
    if (typeof expiresAt === 'number' && expiresAt > now) entries.set(key, { value, expiresAt })
  }
  return entries
}

/** Writes what {@link parseFileEntries} reads. */
function formatFileEntries(entries: ReadonlyMap<string, FileEntry>): string {
  return `${JSON.stringify({ version: 1, entries: Object.fromEntries(entries) })}\n`
}

function entriesIn(text: string): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(text)
    return isRecord(file) && file['version'] === 1 && isRecord(file['entries']) ? file['entries'] : {}
  } catch {
    return {}
  }
}
