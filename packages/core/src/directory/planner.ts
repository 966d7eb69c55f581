import { Batch, type BatchOwners } from './batch.ts'
import { Crawl } from './crawl.ts'
import type { Demand, Outcome } from './demand.ts'
import type { ListEntry } from './holdings.ts'
import type { Memory } from './memory.ts'
import type { DirectorySettings } from './options.ts'
import { Spending } from './spending.ts'
import type { Upstream } from './upstream.ts'

// The first look-ups teach most, and those behind them may not be needed. A batch that is alone sees to that itself.
const firstLookUps = 3
const firstWhenAlone = 12

/** Decides what to ask WeCom for, so that few calls answer many demands. */
export class Planner implements BatchOwners {
  readonly memory: Memory
  readonly upstream: Upstream
  readonly settings: DirectorySettings
  readonly spending: Spending
  /** Demands answered from what WeCom said earlier, because it is in trouble now. */
  staleHits = 0
  /** Batches planned and the milliseconds that took. */
  batches = 0
  ms = 0
  readonly #crawl: Crawl
  readonly #lookUps: Turnstile
  #lookedUp = 0

  constructor(memory: Memory, upstream: Upstream, settings: DirectorySettings) {
    this.memory = memory
    this.upstream = upstream
    this.settings = settings
    this.spending = new Spending(settings.ttl.user)
    this.#crawl = new Crawl(memory, upstream, settings, {
      brought: (list) => this.brought(list),
      ended: () => this.#lookUps.admit(),
    })
    this.#lookUps = new Turnstile(() => this.#mostLookUps)
  }

  /** Lists fetched on a guess. */
  get guesses(): number {
    return this.spending.guesses + this.#crawl.calls
  }

  /** Fetches what a demand lacks. Never rejects: an error concerns its demand only. */
  async load(demand: Demand): Promise<Outcome> {
    const batch = new Batch(this, demand)
    await batch.run()
    this.batches += 1
    return batch.outcome
  }

  /** The list is fetched because somebody asked for it or for its members. */
  listing(department: number): void {
    this.#crawl.survey.listed(department)
  }

  /** A list came: members in it need not be looked up any more. */
  brought({ members }: ListEntry): void {
    if (this.#lookUps.waiting > 0) for (const { key } of members) this.#lookUps.release(key)
  }

  /** A batch has members of unknown departments: it is the first one, or shows that there are more. */
  asks(): void {
    this.#crawl.survey.askers += 1
    this.#crawl.run()
  }

  /** Looks up a member of an unknown department when it is their turn. `find` answers undefined when it was needless. */
  async lookUp(key: string, find: () => Promise<boolean | undefined>): Promise<void> {
    const turn = this.#lookUps.enter(key)
    this.#crawl.survey.waits(this.#lookUps.waiting)
    await turn
    try {
      const found = await find()
      if (found === undefined) return
      this.#lookedUp += 1
      this.#crawl.survey.lookedUp(found, this.#lookUps.waiting)
      this.#crawl.run()
    } finally {
      this.#lookUps.leave()
    }
  }

  /** How many look-ups at once: none while lists are coming that may bring them for nothing. */
  get #mostLookUps(): number {
    if (this.#crawl.endsSoon) return 0
    const { maxConcurrency } = this.settings
    return this.#crawl.survey.askers > 1
      ? Math.min(Math.ceil(maxConcurrency / 2), firstLookUps + this.#lookedUp)
      : Math.min(maxConcurrency, firstWhenAlone + this.#lookedUp)
  }
}

/** Lets some through at a time; whoever need not wait any more may be released before their turn. */
class Turnstile {
  waiting = 0
  readonly #most: () => number
  readonly #queue = new Map<string, (() => void)[]>()
  #active = 0

  constructor(most: () => number) {
    this.#most = most
  }

  async enter(key: string): Promise<void> {
    if (this.waiting === 0 && this.#active < this.#most()) {
      this.#active += 1
      return
    }
    this.waiting += 1
    await new Promise<void>((resolve) => {
      const others = this.#queue.get(key)
      if (others === undefined) this.#queue.set(key, [resolve])
      else others.push(resolve)
    })
  }

  leave(): void {
    this.#active -= 1
    this.admit()
  }

  /** Lets in whoever has a place now; to be called when there may be more places. */
  admit(): void {
    for (const key of this.#queue.keys()) {
      if (this.#active >= this.#most()) return
      this.release(key)
    }
  }

  release(key: string): void {
    const waiting = this.#queue.get(key)
    if (waiting === undefined) return
    this.#queue.delete(key)
    this.waiting -= waiting.length
    this.#active += waiting.length
    for (const resume of waiting) resume()
  }
}
