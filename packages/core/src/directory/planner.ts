import { Batch } from './batch.ts'
import { Crawl } from './crawl.ts'
import type { Demand, Outcome } from './demand.ts'
import { LookUps } from './look-ups.ts'
import type { Memory } from './memory.ts'
import type { DirectorySettings } from './settings.ts'
import type { Owners } from './owners.ts'
import { Spending } from './spending.ts'
import type { Upstream } from './upstream.ts'

/** Decides what to ask WeCom for, so that few calls answer many demands. */
export class Planner implements Owners {
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
