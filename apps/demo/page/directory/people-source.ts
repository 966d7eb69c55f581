import { useEffect, useRef, useState } from 'preact/hooks'
import { isProblem, type Problem } from '../lib/problem.ts'
import type { Person } from './person.ts'

/** A list that arrives in pieces, from its beginning. */
export interface People {
  readonly people: readonly Person[]
  /** Length of the whole list; undefined before the first piece. */
  readonly total: number | undefined
  readonly leaderIds: ReadonlySet<string>
}

/** One more piece of it. */
export interface Piece {
  readonly people: readonly Person[]
  /** Length of the whole list; the first piece says it. */
  readonly total?: number
  /** Where the next piece begins; undefined at the end. */
  readonly next: string | undefined
  readonly leaderIds?: ReadonlySet<string>
}

/** How a list is read. `undefined` means that there is no such list. */
export type ReadPiece = (
  after: string | undefined,
  signal: AbortSignal,
) => Promise<Piece | Problem | undefined>

/** A list with its trouble. */
export interface PeopleSource extends People {
  readonly missing: boolean
  readonly problem: Problem | undefined
  readonly loading: boolean
  /** Reads on until the row with this number is there. */
  readonly need: (end: number) => void
  /** Reads everything that was there again; it stays on the screen meanwhile. */
  readonly refresh: () => void
  /** Goes on where the trouble was. */
  readonly retry: () => void
}

interface State extends People {
  readonly key: string
  readonly next: string | undefined
  readonly missing: boolean
  readonly problem: Problem | undefined
  readonly loading: boolean
}

const empty = (key: string): State => ({
  key,
  people: [],
  total: undefined,
  leaderIds: new Set(),
  next: undefined,
  missing: false,
  problem: undefined,
  loading: true,
})

/** Reads a list whenever `key` changes, and more of it when somebody scrolls there. */
export function usePeople(key: string, read: ReadPiece): PeopleSource {
  const [state, setState] = useState<State>(() => empty(key))
  const run = useRef<Run>(undefined)

  const begin = (keep: boolean): void => {
    run.current?.stop()
    // What is out of sight is read again when somebody scrolls back to it.
    const shown = keep ? Math.min(state.people.length, run.current?.sight ?? 0) : 0
    if (!keep) setState(empty(key))
    run.current = new Run(key, read, setState, keep ? state : empty(key), shown)
    run.current.start()
  }
  const latest = useRef(begin)
  latest.current = begin
  useEffect(() => {
    latest.current(false)
    return () => run.current?.stop()
  }, [key])
  useEffect(() => {
    if (state.problem?.offline !== true) return
    const again = (): void => run.current?.start()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [state.problem])

  // A reading under way comes to its end first: news that arrive faster than it would keep it from ever ending.
  const again = useRef(false)
  useEffect(() => {
    if (state.loading || !again.current) return
    again.current = false
    latest.current(state.total !== undefined)
  }, [state.loading])

  const current = state.key === key ? state : empty(key)
  return {
    ...current,
    need: (end) => run.current?.need(end),
    refresh: () => {
      if (current.loading) again.current = true
      else begin(current.total !== undefined)
    },
    retry: () => run.current?.start(),
  }
}

/** One reading of a list from its beginning; pieces come one after the other. */
class Run {
  readonly #abort = new AbortController()
  readonly #read: ReadPiece
  readonly #publish: (state: State) => void
  /** What was on the screen before: it stays until as much of the new list is there. */
  readonly #before: State
  #state: State
  #wanted: number
  #sight: number
  #busy = false

  constructor(key: string, read: ReadPiece, publish: (state: State) => void, before: State, wanted: number) {
    this.#read = read
    this.#publish = publish
    this.#before = before
    this.#state = empty(key)
    this.#wanted = wanted
    this.#sight = wanted
  }

  /** Up to which row somebody looks. */
  get sight(): number {
    return this.#sight
  }

  start(): void {
    if (!this.#busy) void this.#go()
  }

  stop(): void {
    this.#abort.abort()
  }

  need(end: number): void {
    this.#sight = end
    if (end <= this.#wanted) return
    this.#wanted = end
    // After trouble somebody presses a button: scrolling must not try again on its own.
    if (this.#state.problem === undefined) this.start()
  }

  async #go(): Promise<void> {
    this.#busy = true
    this.#show({ ...this.#state, problem: undefined, loading: true })
    while (!this.#abort.signal.aborted && this.#wantsMore()) {
      const piece = await this.#read(this.#state.next, this.#abort.signal)
      if (this.#abort.signal.aborted) return
      this.#take(piece)
    }
    this.#busy = false
    this.#show({ ...this.#state, loading: false })
  }

  #wantsMore(): boolean {
    const { total, people, next, missing, problem } = this.#state
    if (missing || problem !== undefined) return false
    return total === undefined || (next !== undefined && people.length < this.#wanted)
  }

  #take(piece: Piece | Problem | undefined): void {
    if (piece === undefined) this.#state = { ...this.#state, missing: true, people: [], total: 0 }
    else if (isProblem(piece)) this.#state = { ...this.#state, problem: piece }
    else {
      const people = [...this.#state.people, ...piece.people]
      const leaderIds = piece.leaderIds ?? this.#state.leaderIds
      this.#state = {
        ...this.#state,
        people,
        total: piece.total ?? this.#state.total,
        next: piece.next,
        leaderIds,
      }
    }
    this.#show(this.#state)
  }

  #show(state: State): void {
    this.#state = state
    const { people, missing, problem, loading } = state
    const behind = loading && !missing && people.length < this.#before.people.length
    const failed = problem !== undefined && people.length === 0
    if (behind || failed) this.#publish({ ...this.#before, problem, loading })
    else this.#publish(state)
  }
}
