type Priority = 'interactive' | 'normal' | 'bulk'

/**
 * Requests under way at once: the more urgent first, among equals first come first served. Without that a nightly job
 * of thousands of calls would make every sign-in wait behind it. WeCom answers 45033 beyond thresholds it does not publish, so
 * the limit halves when that happens, once for all who were inside, and grows back by one with every full round of
 * successes.
 */
export class ConcurrencyLimit {
  readonly #maximum: number
  #limit: number
  #active = 0
  #successes = 0
  /** How many are inside since before the limit was halved: what WeCom tells them is no news. */
  #halvedWithin = 0
  // In the order in which they are let in.
  readonly #waiting: Readonly<Record<Priority, Set<() => void>>> = {
    interactive: new Set(),
    normal: new Set(),
    bulk: new Set(),
  }

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
  enter(priority: Priority = 'normal'): { entered: Promise<void>; cancel: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>()
    const queue = this.#waiting[priority]
    queue.add(resolve)
    return { entered: promise, cancel: () => void (queue.delete(resolve) || this.leave()) }
  }

  leave(): void {
    this.#active -= 1
    this.#halvedWithin = Math.max(0, this.#halvedWithin - 1)
    this.#admit()
  }

  /** WeCom said 45033, to one of those who are inside. */
  shrink(): void {
    if (this.#halvedWithin > 0) return
    this.#halvedWithin = this.#active
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
    for (const queue of Object.values(this.#waiting)) {
      for (const resolve of queue) {
        if (this.#active >= this.#limit) return
        queue.delete(resolve)
        this.#active += 1
        resolve()
      }
    }
  }
}
