import type { StoreGuard, StoreResult } from '../stores/store-guard.ts'

const budgetMs = 500
// Writing takes up to half of the budget, and happens after everything else.
const writableMs = budgetMs / 2

/** What one load of a token may cost in its store: 500 ms in all, and nothing after the first failure. */
export class StoreBudget {
  readonly #store: StoreGuard
  readonly #monotonic: () => number
  #spentMs = 0
  #reachable = true

  constructor(store: StoreGuard, monotonic: () => number) {
    this.#store = store
    this.#monotonic = monotonic
  }

  /** Whether the store answered whenever it was asked. */
  get reachable(): boolean {
    return this.#reachable
  }

  get spentMs(): number {
    return this.#spentMs
  }

  /** Whether there is time left to wait for one more write. */
  get allowsWrite(): boolean {
    return this.#reachable && this.#spentMs < writableMs
  }

  get(key: string): Promise<StoreResult> {
    return this.#run((limitMs) => this.#store.get(key, limitMs))
  }

  set(key: string, value: unknown, ttlMs: number): Promise<StoreResult> {
    return this.#run((limitMs) => this.#store.set(key, value, ttlMs, limitMs))
  }

  /** Free of charge: nobody waits for it. */
  delete(key: string): Promise<StoreResult> {
    return this.#store.delete(key)
  }

  async #run(operation: (limitMs: number) => Promise<StoreResult>): Promise<StoreResult> {
    if (!this.#reachable || this.#spentMs >= budgetMs) return { ok: false }
    const startedAt = this.#monotonic()
    const result = await operation(budgetMs - this.#spentMs)
    this.#spentMs += this.#monotonic() - startedAt
    this.#reachable = result.ok
    return result
  }
}
