import type { WecomEvent } from '../telemetry/telemetry.ts'
import type { TokenStore } from './ports.ts'

type StoreOperation = 'get' | 'set' | 'delete'

/** What a guarded operation came to; `ok: false` means the store did not answer, not that it has nothing. */
export type StoreResult = { ok: true; value: unknown } | { ok: false }

/** How patient a {@link StoreGuard} is. Times in milliseconds. */
export interface StorePatience {
  /** One operation. @default 250 */
  readonly operationMs?: number | undefined
  /** Failures in a row until the store is left alone. @default 3 */
  readonly failuresUntilBypass?: number | undefined
  /** How long it is left alone. @default 5000 */
  readonly bypassMs?: number | undefined
}

/**
 * Keeps a store's trouble away from whoever uses it. A dead or frozen Redis does not throw, it hangs: every operation
 * has its time, after some failures in a row the store is left alone for a while, and then one operation alone tries
 * whether it is back, so that a frozen store does not make everybody wait once more.
 */
export class StoreGuard {
  readonly #store: TokenStore
  readonly #monotonic: () => number
  readonly #emit: (event: WecomEvent) => void
  readonly #patience: { readonly [Name in keyof StorePatience]-?: number }
  #failures = 0
  #bypassedUntil = -Infinity
  /** Whether it was left alone and has not answered since. */
  #isOpen = false
  #isProbing = false

  constructor(
    store: TokenStore,
    monotonic: () => number,
    emit: (event: WecomEvent) => void,
    { operationMs = 250, failuresUntilBypass = 3, bypassMs = 5000 }: StorePatience = {},
  ) {
    this.#store = store
    this.#monotonic = monotonic
    this.#emit = emit
    this.#patience = { operationMs, failuresUntilBypass, bypassMs }
    listenForErrors(store)
  }

  /** Whether the store was left alone and has not answered since. */
  get leftAlone(): boolean {
    return this.#isOpen
  }

  get(key: string, limitMs?: number): Promise<StoreResult> {
    // Drivers of Redis and SQL say null where a Keyv says undefined: neither is a value.
    return this.#run('get', limitMs, async () => (await this.#store.get(key)) ?? undefined)
  }

  set(key: string, value: unknown, ttlMs: number, limitMs?: number): Promise<StoreResult> {
    return this.#run('set', limitMs, () => this.#store.set(key, value, ttlMs))
  }

  delete(key: string): Promise<StoreResult> {
    return this.#run('delete', undefined, () => this.#store.delete(key))
  }

  #run(
    operation: StoreOperation,
    limitMs: number | undefined,
    start: () => Promise<unknown>,
  ): Promise<StoreResult> {
    if (!this.#mayAsk()) return Promise.resolve({ ok: false })
    return this.#inTime(limitMs, start).then(
      (value) => {
        this.#answered()
        return { ok: true, value }
      },
      (error: unknown) => {
        this.#failed(operation, error)
        return { ok: false }
      },
    )
  }

  #mayAsk(): boolean {
    if (!this.#isOpen) return true
    if (this.#isProbing || this.#monotonic() < this.#bypassedUntil) return false
    this.#isProbing = true
    return true
  }

  /** Callbacks and no race of async functions: sessions in a store pay for it three times per request. */
  #inTime(limitMs: number | undefined, start: () => Promise<unknown>): Promise<unknown> {
    const { operationMs } = this.#patience
    return new Promise((resolve, reject) => {
      const answer = Promise.resolve(start())
      // One more turn of the event loop: in a process that stalled, the answer may lie in the socket unread, and
      // timers come before it.
      const late = (): void => void setImmediate(reject, new Error('no answer in time'))
      const timer = setTimeout(late, Math.min(limitMs ?? operationMs, operationMs))
      answer.finally(() => clearTimeout(timer)).then(resolve, reject)
    })
  }

  #answered(): void {
    this.#failures = 0
    this.#isProbing = false
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#emit({ type: 'store.recovered' })
  }

  #failed(operation: StoreOperation, error: unknown): void {
    const { failuresUntilBypass, bypassMs } = this.#patience
    // The message of somebody else's error may quote a connection string: its name is enough.
    const reason = error instanceof Error ? error.name : typeof error
    this.#failures += 1
    this.#isProbing = false
    const isNews = !this.#isOpen
    if (isNews) this.#emit({ type: 'store.error', operation, reason })
    if (isNews && this.#failures < failuresUntilBypass) return
    this.#isOpen = true
    this.#bypassedUntil = this.#monotonic() + bypassMs
    if (isNews) this.#emit({ type: 'store.bypassed', forMs: bypassMs })
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
