import type { JournalEntry } from '../journal/journal.ts'
import { maybe, type Shape, text } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import { act, type ActsOf } from './act.ts'
import { readLimit } from './read-page.ts'

/** What was called since the last reset, faulted requests included; the newest 100,000 are kept. */
export interface JournalApi {
  /** Oldest first; with a path only the requests of exactly that path. One without an answer yet fills in later. */
  requests(path?: string): JournalEntry[]
  /** How many there were. */
  count(path?: string): number
  /** Empties it. */
  clear(): void
  /** Calls back for each completed request until the returned function is called. */
  watch(watcher: (entry: JournalEntry) => void): () => void
}

const watcher: Shape<(entry: JournalEntry) => void> = (value, at): value is (entry: JournalEntry) => void => {
  if (typeof value === 'function') return true
  throw new ShapeError(at, 'expected a function')
}

/** The acts behind {@link JournalApi}. */
export const journalActs: ActsOf<JournalApi> = {
  requests: act({
    http: 'GET journal',
    input: [maybe(text)],
    take: ({ query }) => [query.get('path') || undefined],
    run: ({ journal }, path) => journal.requests(path),
    answer: (requests, { query }) => ({
      count: requests.length,
      requests: requests.slice(-readLimit(query)),
    }),
  }),
  count: act({
    input: [maybe(text)],
    run: ({ journal }, path) => (path === undefined ? journal.size : journal.requests(path).length),
  }),
  clear: act({ http: 'DELETE journal', input: [], run: ({ journal }) => journal.clear() }),
  watch: act({ input: [watcher], run: ({ journal }, call) => journal.watch(call) }),
}
