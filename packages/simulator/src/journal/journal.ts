import { Ring } from '../world/ring.ts'
import { maskQuery } from './mask-query.ts'

/** One request as the journal keeps it. */
export interface JournalEntry {
  /** Counts from 1 since the start. */
  readonly serial: number
  /** Simulated time, milliseconds since 1970. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Secrets, tokens, codes and tickets are `***`. */
  readonly query: Readonly<Record<string, string>>
  /** HTTP status; 0 while there is no answer, and for good when a fault swallowed it. */
  status: number
  /** Null when the answer had none: a page, a fault below JSON, or no answer yet. */
  errcode: number | null
  /** Name of the app whose token or secret the call carried. */
  app: string | null
  /** Kind of the fault that was played on this request. */
  fault: string | null
  /** Real milliseconds from request to answer. */
  durationMs: number
}

/** Requests kept; a soak of any length stays within some tens of megabytes. */
const kept = 100_000

/** Every request except those to `/__simulator`, newest last. */
export class Journal {
  readonly #entries = new Ring<JournalEntry>(kept)
  readonly #watchers = new Set<(entry: JournalEntry) => void>()
  #serial = 0

  /** Notes a request at its arrival, so that one that never gets an answer is there too. */
  open(at: number, method: string, path: string, query: URLSearchParams): JournalEntry {
    this.#serial += 1
    const entry: JournalEntry = {
      serial: this.#serial,
      at,
      method,
      path,
      query: maskQuery(query),
      status: 0,
      errcode: null,
      app: null,
      fault: null,
      durationMs: 0,
    }
    this.#entries.push(entry)
    return entry
  }

  /** Tells the watchers that the entry is complete. */
  close(entry: JournalEntry): void {
    for (const watcher of this.#watchers) watcher(entry)
  }

  get size(): number {
    return this.#entries.size
  }

  /** Oldest first; with a path only the requests of exactly that path. */
  requests(path?: string): JournalEntry[] {
    const entries = this.#entries.toArray()
    return path === undefined ? entries : entries.filter((entry) => entry.path === path)
  }

  clear(): void {
    this.#entries.clear()
  }

  /** Calls back for each completed request until the returned function is called. */
  watch(watcher: (entry: JournalEntry) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
}
