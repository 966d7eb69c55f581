import { Batch } from './batch.ts'
import { Crawl } from './crawl.ts'
import type { Demand, Outcome } from './demand.ts'
import type { Memory } from './memory.ts'
import type { DirectorySettings } from './settings.ts'
import { Spending } from './spending.ts'
import type { Upstream } from './upstream.ts'

/** Decides what to ask WeCom for, so that few calls answer many demands. */
export class Planner {
  readonly memory: Memory
  readonly upstream: Upstream
  readonly settings: DirectorySettings
  readonly spending: Spending
  readonly crawl: Crawl
  readonly lookUps: LookUps
  /** Demands answered from what WeCom said earlier, because it is in trouble now. */
  staleHits = 0
  /** Batches planned and the milliseconds that took. */
  batches = 0
  ms = 0

  constructor(memory: Memory, upstream: Upstream, settings: DirectorySettings) {
    this.memory = memory
    this.upstream = upstream
    this.settings = settings
    this.spending = new Spending(settings.ttl.user)
    this.crawl = new Crawl(memory, upstream, this.spending, settings, () => this.lookUps.admit())
    this.lookUps = new LookUps(() => (this.crawl.endsSoon ? 1 : Math.ceil(settings.maxConcurrency / 2)))
  }

  /** Fetches what a demand lacks. Never rejects: an error concerns its demand only. */
  async load(demand: Demand): Promise<Outcome> {
    const batch = new Batch(this, demand)
    await batch.run()
    this.batches += 1
    this.crawl.run()
    return batch.outcome
  }
}

/**
 * Admits look-ups of members whose department is unknown. Each may teach where the others are, so that only some are
 * under way at once; fewer while lists are being fetched that may bring them for nothing.
 */
class LookUps {
  readonly #most: () => number
  #active = 0
  readonly #waiting: (() => void)[] = []

  constructor(most: () => number) {
    this.#most = most
  }

  async enter(): Promise<void> {
    if (this.#active >= this.#most()) await new Promise<void>((resolve) => void this.#waiting.push(resolve))
    else this.#active += 1
  }

  leave(): void {
    this.#active -= 1
    this.admit()
  }

  /** Lets in whoever has a place now; to be called when there may be more places. */
  admit(): void {
    while (this.#waiting.length > 0 && this.#active < this.#most()) {
      this.#active += 1
      this.#waiting.shift()?.()
    }
  }
}
