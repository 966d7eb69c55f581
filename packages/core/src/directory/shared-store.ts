import { isRecord } from '../internal/is-record.ts'
import { StoreGuard } from '../stores/store-guard.ts'
import type { TokenLock, TokenStore } from '../stores/ports.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import { LRUCache } from 'lru-cache'

/** An answer with the moment it was asked for. */
export interface Stamped {
  readonly at: number
  readonly value: unknown
}

const maxForgotten = 10_000
// Clocks of machines that share a store differ by seconds. Anything from further ahead would stay fresh for ever.
const clockSkew = 60_000

/**
 * The store that processes share behind their own caches. Everything in it is a copy of what WeCom said at `at`;
 * whatever goes wrong with it is a miss.
 */
export class SharedStore {
  readonly #guard: StoreGuard
  readonly #prefix: string
  readonly #now: () => number
  /** Another process may write what it read before a change; only later answers count. */
  readonly #forgotten = new LRUCache<string, number>({ max: maxForgotten })

  #allForgottenAt = -Infinity
  readonly #writing = new Set<Promise<unknown>>()

  constructor(store: TokenStore, prefix: string, now: () => number, emit: (event: WecomEvent) => void) {
    this.#guard = new StoreGuard(store, () => performance.now(), emit)
    this.#prefix = prefix
    this.#now = now
  }

  /** What was kept under the name, if it is younger than `ttl` milliseconds. */
  async read(name: string, ttl: number): Promise<Stamped | undefined> {
    const result = await this.#guard.get(this.#prefix + name)
    if (!result.ok || !isRecord(result.value) || !('value' in result.value)) return undefined
    const { at, value } = result.value
    if (typeof at !== 'number') return undefined
    const age = this.#now() - at
    if (!(age < ttl && age > -clockSkew)) return undefined
    const forgottenAt = Math.max(this.#forgotten.get(name) ?? -Infinity, this.#allForgottenAt)
    return at > forgottenAt ? { at, value } : undefined
  }

  /** Whether it is left alone because it failed. */
  get leftAlone(): boolean {
    return this.#guard.leftAlone
  }

  /** Asks one that is left alone whether it answers again. */
  async answers(): Promise<boolean> {
    return (await this.#guard.get(`${this.#prefix}there`)).ok
  }

  write(name: string, stamped: Stamped, ttl: number): void {
    const left = stamped.at + ttl - this.#now()
    if (left < 1) return
    const writing = this.#guard.set(this.#prefix + name, stamped, Math.floor(left)).finally(() => {
      this.#writing.delete(writing)
    })
    this.#writing.add(writing)
  }

  /** Everything written so far is there. */
  async written(): Promise<void> {
    await Promise.all(this.#writing)
  }

  /** No answer from before now counts in this process; others go on using what is stored. */
  forgetAll(): void {
    this.#allForgottenAt = this.#now()
  }

  /** Answers from before now do not count; `told` by another process, which has emptied the place already. */
  forget(name: string, told: boolean = false): void {
    this.#forgotten.set(name, this.#now())
    if (!told) void this.#guard.set(this.#prefix + name, {}, 1)
  }
}

const lockTtlMs = 30_000
const lookAgainMs = 100
// A process that takes longer than this has died, or is no help.
const longestWaitMs = 60_000
// A store is left alone for 5 s; one that is not back then is no hiccup.
const hiccupMs = 7000

/**
 * Lets one process at a time read what all of them keep in the shared store: the next ones find it there. It saves
 * calls and is never needed: without a lock, or with one in trouble, everybody reads.
 */
export class TurnTaker {
  readonly #lock: TokenLock | undefined
  readonly #store: SharedStore | undefined
  readonly #prefix: string
  /** Since when the store has been waited for in vain. */
  #waitingSince: number | undefined

  constructor(lock: TokenLock | undefined, store: SharedStore | undefined, prefix: string) {
    this.#lock = lock
    this.#store = store
    this.#prefix = prefix
  }

  /** Whether there are others to take turns with. */
  get shared(): boolean {
    return this.#lock !== undefined && this.#store !== undefined
  }

  async inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const release = this.shared ? await this.#acquire(this.#prefix + name) : undefined
    try {
      return await work()
    } finally {
      // Whoever is next looks into the store at once.
      await this.#store?.written()
      await release?.().catch(() => {})
    }
  }

  /**
   * Waits a moment for a store that is left alone. What lies in it would otherwise be asked of WeCom again, hundreds of
   * lists for three late answers. One that stays away is waited for once.
   */
  async whileStoreHiccups(): Promise<void> {
    if (!this.shared || this.#store?.leftAlone !== true) {
      this.#waitingSince = undefined
      return
    }
    this.#waitingSince ??= performance.now()
    const end = this.#waitingSince + hiccupMs
    while (performance.now() < end && !(await this.#store.answers()))
      await new Promise((resolve) => void setTimeout(resolve, lookAgainMs))
  }

  async #acquire(key: string): Promise<(() => Promise<void>) | undefined> {
    const end = performance.now() + longestWaitMs
    while (performance.now() < end) {
      try {
        const options = { ttlMs: lockTtlMs, signal: AbortSignal.timeout(lookAgainMs * 10) }
        const release = await this.#lock?.acquire(key, options)
        if (release !== undefined) return release
      } catch {
        return undefined
      }
      await new Promise((resolve) => void setTimeout(resolve, lookAgainMs))
    }
    return undefined
  }
}
