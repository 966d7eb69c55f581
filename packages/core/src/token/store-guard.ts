import type { WecomEvent } from '../telemetry/event.ts'
import type { TokenStore } from './token-store.ts'

const operationMs = 250
const failuresUntilBypass = 3
const bypassMs = 5000

type StoreOperation = 'get' | 'set' | 'delete'

/** What a guarded operation came to; `ok: false` means the store did not answer, not that it has nothing. */
export type StoreResult = { ok: true; value: unknown } | { ok: false }

/**
 * Keeps a store's trouble away from calls. A dead or frozen Redis does not throw, it hangs: every operation has 250 ms,
 * and after three failures in a row the store is left alone for 5 s.
 */
export class StoreGuard {
  readonly #store: TokenStore
  readonly #monotonic: () => number
  readonly #emit: (event: WecomEvent) => void
  #failures = 0
  #bypassedUntil = -Infinity

  constructor(store: TokenStore, monotonic: () => number, emit: (event: WecomEvent) => void) {
    this.#store = store
    this.#monotonic = monotonic
    this.#emit = emit
    listenForErrors(store)
  }

  get(key: string, limitMs: number = operationMs): Promise<StoreResult> {
    return this.#run('get', limitMs, () => this.#store.get(key))
  }

  set(key: string, value: unknown, ttlMs: number, limitMs: number = operationMs): Promise<StoreResult> {
    return this.#run('set', limitMs, () => this.#store.set(key, value, ttlMs))
  }

  delete(key: string): Promise<StoreResult> {
    return this.#run('delete', operationMs, () => this.#store.delete(key))
  }

  async #run(
    operation: StoreOperation,
    limitMs: number,
    start: () => Promise<unknown>,
  ): Promise<StoreResult> {
    if (this.#monotonic() < this.#bypassedUntil) return { ok: false }
    let timer: NodeJS.Timeout | undefined
    try {
      const tooLate = new Promise<never>((_resolve, reject) => {
        // One more turn of the event loop: in a process that stalled, the answer may lie in the socket unread, and
        // timers come before it.
        const late = (): void => void setImmediate(reject, new Error('no answer in time'))
        timer = setTimeout(late, Math.min(limitMs, operationMs))
      })
      const value = await Promise.race([start(), tooLate])
      this.#failures = 0
      return { ok: true, value }
    } catch (error) {
      this.#failed(operation, error)
      return { ok: false }
    } finally {
      clearTimeout(timer)
    }
  }

  #failed(operation: StoreOperation, error: unknown): void {
    // The message of somebody else's error may quote a connection string: its name is enough.
    this.#emit({ type: 'store.error', operation, reason: error instanceof Error ? error.name : typeof error })
    this.#failures += 1
    if (this.#failures < failuresUntilBypass) return
    this.#failures = 0
    this.#bypassedUntil = this.#monotonic() + bypassMs
    this.#emit({ type: 'store.bypassed', forMs: bypassMs })
  }
}

/** Keyv emits `error`; without a listener Node would end the process on a Redis that went away in the background. */
function listenForErrors(store: TokenStore): void {
  if (heard.has(store) || !('on' in store) || typeof store.on !== 'function') return
  heard.add(store)
  store.on('error', () => {})
}

// Once per store: many clients may share one, and a listener for each would look like a leak, and be one.
const heard = new WeakSet<TokenStore>()
