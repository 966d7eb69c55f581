/** The last few different values; adding one again makes it the latest. */
export class RecentSet {
  readonly #capacity: number
  readonly #values = new Set<string>()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  add(value: string): void {
    this.#values.delete(value)
    this.#values.add(value)
    const [oldest] = this.#values
    if (this.#values.size > this.#capacity && oldest !== undefined) this.#values.delete(oldest)
  }

  has(value: string): boolean {
    return this.#values.has(value)
  }

  /** Whether it was there. */
  delete(value: string): boolean {
    return this.#values.delete(value)
  }
}
