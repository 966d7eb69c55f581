/**
 * Requests under way at once, first come first served. WeCom answers 45033 beyond thresholds it does not publish, so
 * the limit halves when that happens and grows back by one with every full round of successes.
 */
export class ConcurrencyLimit {
  readonly #maximum: number
  #limit: number
  #active = 0
  #successes = 0
  readonly #waiting = new Set<() => void>()

  constructor(maximum: number) {
    this.#maximum = maximum
    this.#limit = maximum
  }

  /** Takes a place at once when there is one: the usual case costs no promise. */
  tryEnter(): boolean {
    if (this.#active >= this.#limit) return false
    this.#active += 1
    return true
  }

  /** Waits for a place; `cancel` gives up the wait. */
  enter(): { entered: Promise<void>; cancel: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.add(resolve)
    return { entered: promise, cancel: () => void (this.#waiting.delete(resolve) || this.leave()) }
  }

  leave(): void {
    this.#active -= 1
    this.#admit()
  }

  /** WeCom said 45033. */
  shrink(): void {
    this.#limit = Math.max(1, Math.floor(this.#limit / 2))
    this.#successes = 0
  }

  succeeded(): void {
    if (this.#limit === this.#maximum) return
    this.#successes += 1
    if (this.#successes < this.#limit) return
    this.#successes = 0
    this.#limit += 1
    this.#admit()
  }

  #admit(): void {
    for (const resolve of this.#waiting) {
      if (this.#active >= this.#limit) return
      this.#waiting.delete(resolve)
      this.#active += 1
      resolve()
    }
  }
}
