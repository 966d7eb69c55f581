import type { Exchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import { Ring } from '../world/ring.ts'
import { BoundedMap } from '../world/bounded-map.ts'
import { maskJson, maskQuery, maskText } from './mask.ts'

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

/** A request with everything that explains it; secrets are `***` at any depth. */
export interface FullJournalEntry extends JournalEntry {
  /** Null for requests so old that only the short entry is left; the newest 1,000 have all. */
  caller: { ip: string; userAgent: string | null } | null
  /** The body that came: JSON as it is, a few words for anything else, null for none. */
  request: unknown
  /** The body that was answered, in the same way; null while there is no answer. */
  response: unknown
  responseHeaders: Readonly<Record<string, string>> | null
}

/** A body, or only its length. Texts stay texts: nobody may ever look at them. */
type KeptBody = Buffer | string | number

/** What came and what was answered, as they were; masked when somebody reads them. */
interface Evidence {
  exchange: { body: KeptBody } & Pick<Exchange, 'headers' | 'ip'>
  reply: ({ body: KeptBody } & Pick<Reply, 'headers'>) | undefined
}

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
/** Requests kept with what came and what was answered, and how many bytes of a body. */
const keptWhole = 1_000
const keptBytes = 64 * 1024

/** Every request except those to `/__simulator`, newest last. */
export class Journal {
  readonly #entries = new Ring<JournalEntry>(kept)
  readonly #evidence = new BoundedMap<number, Evidence>(keptWhole)
  readonly #watchers = new Set<(entry: JournalEntry) => void>()
  #serial = 0

  /** Notes a request at its arrival, so that one that never gets an answer is there too. */
  open(at: number, exchange: Exchange): JournalEntry {
    this.#serial += 1
    const entry: JournalEntry = {
      serial: this.#serial,
      at,
      method: exchange.method,
      path: exchange.path,
      query: maskQuery(exchange.query),
      status: 0,
      errcode: null,
      app: null,
      fault: null,
      durationMs: 0,
      rule: null,
      reason: null,
    }
    const { body, headers, ip } = exchange
    this.#entries.push(entry)
    this.#evidence.set(entry.serial, {
      exchange: { body: shortened(body), headers, ip },
      reply: undefined,
    })
    return entry
  }

  /** Notes what is answered, and why. */
  answer(entry: JournalEntry, reply: Reply): void {
    entry.status = reply.status
    entry.errcode = reply.errcode ?? null
    Object.assign(entry, reply.why)
    const evidence = this.#evidence.get(entry.serial)
    if (evidence !== undefined) evidence.reply = { headers: reply.headers, body: shortened(reply.body) }
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
    const { exchange, reply } = this.#evidence.get(entry.serial) ?? {}
    return {
      ...entry,
      caller: exchange === undefined ? null : callerOf(exchange),
      request: exchange === undefined ? null : readBody(exchange.body, exchange.headers['content-type']),
      response: reply === undefined ? null : readBody(reply.body, reply.headers['content-type']),
      responseHeaders: reply === undefined ? null : maskHeaders(reply.headers),
    }
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

/** A long body would fill the memory a thousand times over; its length is kept. */
function shortened(body: Buffer | string): KeptBody {
  return body.length > keptBytes ? Buffer.byteLength(body) : body
}

function callerOf({ headers, ip }: Evidence['exchange']): { ip: string; userAgent: string | null } {
  return { ip, userAgent: headers['user-agent'] ?? null }
}

function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, maskText(value)]))
}

function readBody(body: KeptBody, contentType = 'application/json'): unknown {
  const length = typeof body === 'number' ? body : Buffer.byteLength(body)
  if (length === 0) return null
  const described = `${contentType.split(';', 1)[0]}, ${length} bytes`
  if (typeof body === 'number' || /^(?:text\/html|multipart\/)/.test(contentType)) return described
  const text = String(body)
  try {
    return maskJson(JSON.parse(text))
  } catch {
    return text.includes('\ufffd') ? described : maskText(text)
  }
}
