import type { FullJournalEntry, JournalEntry, JournalFilter } from '../journal/journal.ts'
import { flag, integer, maybe, object, type Shape, text } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import { type Act, act, type ActsOf } from './act.ts'
import { readLimit } from './read-page.ts'

/** What was called since the last reset, faulted requests included; the newest 100,000 are kept. */
export interface JournalApi {
  /** Oldest first; with a path only the requests of exactly that path. One without an answer yet fills in later. */
  requests(path?: string): JournalEntry[]
  /**
   * The same with what came, what was answered and why: the rule that decided, in words. Secrets are `***`.
   *
   * @example
   * ```ts
   * const [call] = simulator.journal.explain({ app: 'portal', errcode: 60020 })
   * console.log(call?.reason)
   * ```
   */
  explain(filter?: JournalFilter): FullJournalEntry[]
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

const filter: Shape<JournalFilter> = object<JournalFilter>({
  path: maybe(text),
  contains: maybe(text),
  app: maybe(text),
  errcode: maybe(integer()),
  from: maybe(integer()),
  to: maybe(integer()),
  refused: maybe(flag),
  serial: maybe(integer(1)),
})

/** The acts behind {@link JournalApi}. */
export const journalActs: ActsOf<JournalApi> = {
  requests: act({
    input: [maybe(text)],
    run: ({ journal }, path) => journal.requests(path === undefined ? {} : { path }),
  }),
  explain: act({
    input: [maybe(filter)],
    run: ({ journal }, wanted) => journal.requests(wanted).map((entry) => journal.full(entry)),
  }),
  count: act({
    input: [maybe(text)],
    run: ({ journal }, path) => (path === undefined ? journal.size : journal.requests({ path }).length),
  }),
  clear: act({ http: 'DELETE journal', input: [], run: ({ journal }) => journal.clear() }),
  watch: act({ input: [watcher], run: ({ journal }, call) => journal.watch(call) }),
}

/** Over HTTP the filters stand in the query; `full=1` adds what explains a call. */
export const journalSwitches: readonly Act[] = [
  act({
    http: 'GET journal',
    input: [filter],
    take: ({ query }) => [readFilter(query)],
    run: (simulation, wanted) => ({ simulation, entries: simulation.journal.requests(wanted) }),
    answer: ({ entries, simulation: { journal } }, { query }) => {
      const shown = entries.slice(-readLimit(query))
      const full = query.get('full') === '1'
      return {
        count: entries.length,
        requests: full ? shown.map((entry) => journal.full(entry)) : shown,
      }
    },
  }),
]

const numbers: ReadonlySet<string> = new Set(['errcode', 'from', 'to', 'serial'])

const filters: ReadonlySet<string> = new Set(['path', 'contains', 'app', 'refused', ...numbers])

/** An empty parameter is a filter that was left empty. */
function readFilter(query: URLSearchParams): Record<string, unknown> {
  const given = [...query].filter(([name, value]) => value !== '' && filters.has(name))
  return Object.fromEntries(given.map(([name, value]) => [name, readValue(name, value)]))
}

function readValue(name: string, value: string): unknown {
  if (name === 'refused') return value === '1'
  return numbers.has(name) ? Number(value) : value
}
