import type { JournalEntry } from '../journal/journal.ts'
import type { Simulation } from '../simulation/simulation.ts'

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

/** Builds the journal part of a simulator. */
export function createJournalApi({ journal }: Simulation): JournalApi {
  return {
    requests: (path) => journal.requests(path),
    count: (path) => (path === undefined ? journal.size : journal.requests(path).length),
    clear: () => journal.clear(),
    watch: (watcher) => journal.watch(watcher),
  }
}
