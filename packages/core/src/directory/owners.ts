import type { Crawl } from './crawl.ts'
import type { LookUps } from './look-ups.ts'
import type { Memory } from './memory.ts'
import type { DirectorySettings } from './settings.ts'
import type { Spending } from './spending.ts'
import type { Upstream } from './upstream.ts'

/** What a batch works with, and what it counts. */
export interface Owners {
  readonly memory: Memory
  readonly upstream: Upstream
  readonly settings: DirectorySettings
  readonly spending: Spending
  readonly crawl: Crawl
  readonly lookUps: LookUps
  staleHits: number
  ms: number
}
