import { isRecord, readList, readText } from '../lib/read.ts'
import { parseJson } from '../lib/ask.ts'

/** A query with its variables as they were typed. */
export interface Draft {
  readonly query: string
  readonly variables: string
}

/** A query that was run, newest first in the list. */
export interface PastRun extends Draft {
  /** Milliseconds since 1970. */
  readonly at: number
}

const [draftKey, historyKey] = ['wecom-kit-demo-draft', 'wecom-kit-demo-history']
const maxRuns = 20

/** What was in the editor when it was left; undefined the first time. */
export function rememberedDraft(): Draft | undefined {
  return readDraft(parseJson(read(draftKey) ?? ''))
}

/** Keeps what is in the editor over a reload. */
export function rememberDraft(draft: Draft): void {
  write(draftKey, draft)
}

/** The latest runs. */
export function pastRuns(): readonly PastRun[] {
  return readList(parseJson(read(historyKey) ?? '[]'), (entry) => {
    const draft = readDraft(entry)
    const at = isRecord(entry) ? entry['at'] : undefined
    return draft === undefined || typeof at !== 'number' ? undefined : { ...draft, at }
  })
}

/** Adds a run; the same query again moves up instead of standing there twice. */
export function rememberRun(draft: Draft): readonly PastRun[] {
  const others = pastRuns().filter(
    ({ query, variables }) => query !== draft.query || variables !== draft.variables,
  )
  const runs = [{ ...draft, at: Date.now() }, ...others].slice(0, maxRuns)
  write(historyKey, runs)
  return runs
}

function readDraft(value: unknown): Draft | undefined {
  if (!isRecord(value)) return undefined
  const query = readText(value['query'])
  return query === undefined ? undefined : { query, variables: readText(value['variables']) ?? '' }
}

/** Storage throws where the visitor blocks it or it is full; the editor then forgets, nothing more. */
function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // see `read`
  }
}
