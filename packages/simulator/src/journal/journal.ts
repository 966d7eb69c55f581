import type { Exchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import { BoundedMap } from '../world/bounded-map.ts'
import { Ring } from '../world/ring.ts'
import { Evidence, type Explanation } from './evidence.ts'
import { maskQuery } from './mask.ts'

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
  /** What decided: `token`, `secret kind`, `trusted IP`, `parameters`, `login link`, `fault`, `stub`, …; null for a plain success. */
  rule: string | null
  /** Why, in words, with the values it was decided by, for the one who can mend it. */
  reason: string | null
}

/** A request with everything that explains it. */
export interface FullJournalEntry extends JournalEntry, Explanation {}

/** Which requests to read; what is left out does not matter. */
export interface JournalFilter {
  /** The exact path. */
  path?: string | undefined
  /** A part of the path. */
  contains?: string | undefined
  app?: string | undefined
  errcode?: number | undefined
  /** Only what was refused: another errcode than 0, or an HTTP status from 400 on. */
  refused?: boolean | undefined
  serial?: number | undefined
  /** Simulated milliseconds since 1970, both included. */
  from?: number | undefined
  to?: number | undefined
}

/** Requests kept; a soak of any length stays within some tens of megabytes. */
const kept = 100_000

/** Every request except those to `/__simulator`, newest last. */
export class Journal {
  readonly #entries = new Ring<JournalEntry>(kept)
  readonly #evidence = new Evidence()
  /** A path that was cut out of an address keeps all of that in memory; one of each kind serves every entry. */
  readonly #paths = new BoundedMap<string, string>(1_000)
  readonly #watchers = new Set<(entry: JournalEntry) => void>()
  #serial = 0

  /** Notes a request at its arrival, so that one that never gets an answer is there too. */
  open(at: number, exchange: Exchange): JournalEntry {
    this.#serial += 1
    const entry: JournalEntry = {
      serial: this.#serial,
      at,
      method: exchange.method,
      path: this.#known(exchange.path),
      query: maskQuery(exchange.query),
      status: 0,
      errcode: null,
      app: null,
      fault: null,
      durationMs: 0,
      rule: null,
      reason: null,
    }
    this.#entries.push(entry)
    this.#evidence.open(entry.serial, exchange)
    return entry
  }

  /** Notes what is answered, and why. */
  answer(entry: JournalEntry, reply: Reply): void {
    entry.status = reply.status
    entry.errcode = reply.errcode ?? null
    Object.assign(entry, reply.why)
    this.#evidence.answer(entry.serial, reply)
  }

  /** Tells the watchers that the entry is complete. */
  close(entry: JournalEntry): void {
    for (const watcher of this.#watchers) watcher(entry)
  }

  get size(): number {
    return this.#entries.size
  }

  /** Oldest first. */
  requests(filter: JournalFilter = {}): JournalEntry[] {
    return this.#entries.toArray().filter((entry) => fits(entry, filter))
  }

  /** The entry with all that explains it. */
  full(entry: JournalEntry): FullJournalEntry {
    return { ...entry, ...this.#evidence.explain(entry.serial) }
  }

  clear(): void {
    this.#entries.clear()
    this.#evidence.clear()
  }

  /** Calls back for each completed request until the returned function is called. */
  watch(watcher: (entry: JournalEntry) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  #known(path: string): string {
    const known = this.#paths.get(path)
    if (known === undefined) this.#paths.set(path, path)
    return known ?? path
  }
}

function fits(
  entry: JournalEntry,
  { app, contains, errcode, from, path, refused, serial, to }: JournalFilter,
): boolean {
  return (
    (serial === undefined || entry.serial === serial) &&
    (refused !== true || (entry.errcode ?? 0) !== 0 || entry.status >= 400) &&
    (path === undefined || entry.path === path) &&
    (contains === undefined || entry.path.includes(contains)) &&
    (app === undefined || entry.app === app) &&
    (errcode === undefined || entry.errcode === errcode) &&
    (from === undefined || entry.at >= from) &&
    (to === undefined || entry.at <= to)
  )
}
