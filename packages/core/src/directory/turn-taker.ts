import type { TokenLock } from '../stores/token-lock.ts'
import type { SharedStore } from './shared-store.ts'

const lockTtlMs = 30_000
const lookAgainMs = 100
// A process that takes longer than this has died, or is no help.
const longestWaitMs = 60_000

/**
 * Lets one process at a time read what all of them keep in the shared store: the next ones find it there. It saves
 * calls and is never needed: without a lock, or with one in trouble, everybody reads.
 */
export class TurnTaker {
  readonly #lock: TokenLock | undefined
  readonly #store: SharedStore | undefined
  readonly #prefix: string

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
