import { LRUCache } from 'lru-cache'
import { memberKey } from './demand.ts'
import type { DirectoryContactsClient, DirectorySettings } from './options.ts'
import type { SharedStore } from './shared-store.ts'
import { Breath } from '../internal/breath.ts'
import { UpstreamApi } from './upstream-api.ts'

const noDepartments: readonly number[] = []
// Short strings and small arrays: about 150 MB for the largest corp WeCom allows, and only if all of it is asked for.
const maxLearned = 1_000_000
// More than any corp has; ids that somebody tries out must not pile up.
const maxSizes = 100_000

/**
 * Which departments a member is in and how large each is: learned from every answer, and read from user/list_id when
 * there is a contacts client. It decides whom to ask, never whether a member exists: user/list_id knows members the
 * app may not see, and both may be out of date.
 */
export class MembershipIndex {
  /** Taught by answers since user/list_id was read last. */
  #learned = new Map<string, readonly number[]>()
  #listed: ReadonlyMap<string, readonly number[]> = new Map()
  /** Taught by answers before that. */
  #earlier: ReadonlyMap<string, readonly number[]> = new Map()
  readonly #sizes = new LRUCache<number, number>({ max: maxSizes })
  readonly #seen = new LRUCache<number, number>({ max: maxSizes })
  #taught = 0
  #places = 0

  homes(user: string): readonly number[] {
    return this.#learned.get(user) ?? this.#listed.get(user) ?? this.#earlier.get(user) ?? noDepartments
  }

  /** Members of a department, as far as known. */
  sizeOf(department: number): number | undefined {
    return this.#sizes.get(department)
  }

  /** Members of a department that answers have told of, whatever list they came with. */
  seenIn(department: number): number {
    return this.#seen.get(department) ?? 0
  }

  /** In how many departments a member is, on average of those that answers told of; 1 before. */
  get homesEach(): number {
    return this.#taught === 0 ? 1 : this.#places / this.#taught
  }

  learn(user: string, departments: readonly number[]): void {
    if (!this.#learned.has(user)) this.#count(departments)
    // Last learned is last dropped: a map keeps its order of insertion.
    if (this.#learned.size >= maxLearned) {
      const [oldest] = this.#learned.keys()
      if (oldest !== undefined) this.#learned.delete(oldest)
    }
    this.#learned.set(user, departments)
  }

  learnSize(department: number, members: number): void {
    this.#sizes.set(department, members)
  }

  forget(user: string): void {
    this.#learned.set(user, noDepartments)
  }

  /** Takes over the pairs of user/list_id; where they have nothing, what answers taught stays. */
  replace(listed: ReadonlyMap<string, readonly number[]>, sizes: ReadonlyMap<number, number>): void {
    this.#earlier = this.#learned
    this.#learned = new Map()
    this.#listed = listed
    for (const [department, members] of sizes) this.#sizes.set(department, members)
  }

  #count(departments: readonly number[]): void {
    this.#taught += 1
    this.#places += departments.length
    for (const id of departments) this.#seen.set(id, this.seenIn(id) + 1)
  }
}

// A contacts secret that is refused now is refused again in a second; an admin's fix should work within minutes.
const retryAfter = 60_000
const stored = 'ids'
// About 2 MB. A store is for values that go over the wire in its time.
const mostStored = 150_000

/** Userids by department. */
type Pairs = Map<number, string[]>

/** Reads user/list_id with the contacts-sync secret into the {@link MembershipIndex}. */
export class ContactsIndex {
  readonly api: UpstreamApi
  readonly #client: DirectoryContactsClient
  readonly #index: MembershipIndex
  readonly #settings: DirectorySettings
  readonly #store: SharedStore | undefined
  #loadedAt: number | undefined
  #failedAt = -Infinity
  #flight: Promise<void> | undefined

  constructor(
    client: DirectoryContactsClient,
    index: MembershipIndex,
    settings: DirectorySettings,
    store: SharedStore | undefined,
  ) {
    this.api = new UpstreamApi('/cgi-bin/user/list_id', 1, settings.now)
    this.#client = client
    this.#index = index
    this.#settings = settings
    this.#store = store
  }

  /** Whether the index was read at least once. */
  get loaded(): boolean {
    return this.#loadedAt !== undefined
  }

  /** Reads the index unless it is there; rejects when it cannot be read. */
  load(): Promise<void> {
    if (this.#isFresh()) return Promise.resolve()
    this.#flight ??= this.#read().finally(() => {
      this.#flight = undefined
    })
    return this.#flight
  }

  /** Starts reading when it is time to; trouble is left to the next try, because the index only saves calls. */
  refresh(): void {
    if (this.#isFresh() || this.#flight !== undefined) return
    if (this.#settings.now() - this.#failedAt < retryAfter) return
    void this.load().catch(() => {})
  }

  /** Waits for a first reading under way, but not long: a corp of a million has a hundred pages. */
  async settle(limitMs: number): Promise<void> {
    if (this.loaded || this.#flight === undefined) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, limitMs).unref()
    this.#flight.then(resolve, resolve)
    await promise
    clearTimeout(timer)
  }

  #isFresh(): boolean {
    const { ttl, now } = this.#settings
    return this.#loadedAt !== undefined && now() - this.#loadedAt < ttl.index
  }

  async #read(): Promise<void> {
    const kept = await this.#store?.read(stored, this.#settings.ttl.index)
    const shared = kept === undefined ? undefined : pairsFrom(kept.value)
    // One that this process already has is no news.
    const isNews = kept !== undefined && kept.at > (this.#loadedAt ?? -Infinity)
    const { at, pairs } = isNews && shared ? { at: kept.at, pairs: shared } : await this.#ask()
    const { homes, sizes } = await indexOf(pairs)
    this.#index.replace(homes, sizes)
    this.#loadedAt = at
  }

  async #ask(): Promise<{ at: number; pairs: Pairs }> {
    const at = this.#settings.now()
    const pairs: Pairs = new Map()
    let count = 0
    try {
      const pages = this.#client.users.listIds().pages()[Symbol.asyncIterator]()
      for (;;) {
        const page = await this.api.call(() => pages.next())
        if (page.done === true) break
        for (const { userid, department } of page.value.items) addTo(pairs, department, userid)
        count += page.value.items.length
        if (page.value.nextCursor === undefined) break
      }
    } catch (error) {
      this.#failedAt = at
      throw error
    }
    if (count <= mostStored) this.#store?.write(stored, { at, value: [...pairs] }, this.#settings.ttl.index)
    return { at, pairs }
  }
}

async function indexOf(
  pairs: Pairs,
): Promise<{ homes: Map<string, readonly number[]>; sizes: Map<number, number> }> {
  const homes = new Map<string, number[]>()
  const sizes = new Map<number, number>()
  const breath = new Breath()
  for (const [department, userids] of pairs) {
    sizes.set(department, userids.length)
    for (const userid of userids) {
      const key = memberKey(userid)
      if (key !== undefined) addTo(homes, key, department)
      if (breath.due) await breath.take()
    }
  }
  return { homes, sizes }
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** What another process left in the store, if it can be read. */
function pairsFrom(value: unknown): Pairs | undefined {
  return Array.isArray(value) && value.every(isPair) ? new Map(value) : undefined
}

function isPair(value: unknown): value is [number, string[]] {
  if (!Array.isArray(value)) return false
  const [department, userids]: unknown[] = value
  return (
    typeof department === 'number' &&
    Array.isArray(userids) &&
    userids.every((userid) => typeof userid === 'string')
  )
}
