/**
 * A Map that forgets: every entry has an end, ended ones are swept while the map is used, and when it is full the oldest
 * goes, so that nothing a stranger sends can grow memory without limit.
 */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>()
  readonly #limit: number
  readonly #now: () => number
  readonly #onEvict: ((value: Value) => void) | undefined

  /** @param onEvict hears of entries that had to go before their end */
  constructor(limit: number, now: () => number, onEvict?: (value: Value) => void) {
    this.#limit = limit
    this.#now = now
    this.#onEvict = onEvict
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    if (entry.until > this.#now()) return entry.value
    this.#entries.delete(key)
    return undefined
  }

  /** Keeps a value for `ttlMs` milliseconds. */
  set(key: string, value: Value, ttlMs: number): void {
    const now = this.#now()
    this.#entries.delete(key)
    this.#sweep(now)
    if (this.#entries.size >= this.#limit) this.#evict()
    this.#entries.set(key, { value, until: now + ttlMs })
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  /** Entries of one map live about equally long, so the ended ones stand first: each is looked at once. */
  #sweep(now: number): void {
    for (const [key, { until }] of this.#entries) {
      if (until > now) return
      this.#entries.delete(key)
    }
  }

  #evict(): void {
    const oldest = this.#entries.entries().next()
    if (oldest.done === true) return
    const [key, { value }] = oldest.value
    this.#entries.delete(key)
    this.#onEvict?.(value)
  }
}
