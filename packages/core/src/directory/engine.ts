import type { DirectoryCache } from './cache.ts'
import type { ContactsIndex } from './contacts-index.ts'
import type { FetchChild } from './fetch-child.ts'
import type { HitCounts } from './hit-counts.ts'
import type { MembershipIndex } from './membership-index.ts'
import type { ProbeCredit } from './probe-credit.ts'
import type { RentBook } from './rent-book.ts'
import type { SearchIndex } from './search-index.ts'
import type { DirectorySettings } from './settings.ts'
import type { TreeSource } from './tree-source.ts'
import type { Upstream } from './upstream.ts'

/** The parts of a directory that a batch works with. */
export interface Engine {
  readonly settings: DirectorySettings
  readonly cache: DirectoryCache
  readonly index: MembershipIndex
  readonly contacts: ContactsIndex | undefined
  readonly tree: TreeSource
  readonly upstream: Upstream
  readonly fetchChild: FetchChild | undefined
  readonly credit: ProbeCredit
  readonly rent: RentBook
  readonly search: SearchIndex
  /** How demands were answered without a call. */
  readonly counts: HitCounts
  /** Batches planned and the milliseconds that took. */
  readonly planning: { batches: number; ms: number }
}
