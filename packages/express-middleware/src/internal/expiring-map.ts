/**
 * A Map that forgets: entries end by themselves and the oldest go when it is full, so that nothing a stranger sends
 * can grow memory without limit.
 */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>()
  readonly #limit: number
  readonly #now: () => number

  constructor(limit: number, now: () => number) {
    this.#limit = limit
    this.#now = now
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
    this.#entries.delete(key)
    this.#makeRoom()
    this.#entries.set(key, { value, until: this.#now() + ttlMs })
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  clear(): void {
    this.#entries.clear()
  }

  #makeRoom(): void {
    if (this.#entries.size < this.#limit) return
    const oldest = this.#entries.keys().next()
    if (oldest.done !== true) this.#entries.delete(oldest.value)
  }
}
