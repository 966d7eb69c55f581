import type { MembershipIndex } from './membership-index.ts'
import type { DirectoryContactsClient } from './options.ts'
import type { DirectorySettings } from './settings.ts'
import { UpstreamApi } from './upstream-api.ts'
import { memberKey } from './demand.ts'

// A contacts secret that is refused now is refused again in a second; an admin's fix should work within minutes.
const retryAfter = 60_000

/** Reads user/list_id with the contacts-sync secret into the {@link MembershipIndex}. */
export class ContactsIndex {
  readonly api: UpstreamApi
  readonly #client: DirectoryContactsClient
  readonly #index: MembershipIndex
  readonly #settings: DirectorySettings
  #loadedAt: number | undefined
  #failedAt = -Infinity
  #flight: Promise<void> | undefined

  constructor(client: DirectoryContactsClient, index: MembershipIndex, settings: DirectorySettings) {
    this.api = new UpstreamApi('/cgi-bin/user/list_id', 1, settings.now)
    this.#client = client
    this.#index = index
    this.#settings = settings
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
    const at = this.#settings.now()
    const homes = new Map<string, number[]>()
    const sizes = new Map<number, number>()
    try {
      const pages = this.#client.users.listIds().pages()[Symbol.asyncIterator]()
      for (;;) {
        const page = await this.api.call(() => pages.next())
        if (page.done === true) break
        for (const { userid, department } of page.value.items) add(homes, sizes, userid, department)
        if (page.value.nextCursor === undefined) break
      }
    } catch (error) {
      this.#failedAt = at
      throw error
    }
    this.#index.replace(homes, sizes)
    this.#loadedAt = at
  }
}

function add(
  homes: Map<string, number[]>,
  sizes: Map<number, number>,
  userid: string,
  department: number,
): void {
  const key = memberKey(userid)
  if (key === undefined) return
  sizes.set(department, (sizes.get(department) ?? 0) + 1)
  const known = homes.get(key)
  if (known === undefined) homes.set(key, [department])
  else known.push(department)
}
