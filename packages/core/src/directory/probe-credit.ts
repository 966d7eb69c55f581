const start = 12
const most = 64
const getsPerCredit = 32
const longestRest = 8

/**
 * Whether to fetch a whole department because one unknown member turned out to be in it. Such a guess costs one call
 * and must pay for itself: every member later served from it, who would have been a user/get, earns one more guess.
 * However the questions are chosen, the loss is at most 64 calls, plus one per 32 user/get.
 */
export class ProbeCredit {
  /** Calls made on a guess. */
  spent = 0
  #credit = start
  #gets = 0
  #rest = 0
  #failures = 0

  /** A member nobody knew a department of was found: a chance to be wrong now and then keeps us learning. */
  fetched(): void {
    this.#gets += 1
    if (this.#gets % getsPerCredit === 0) this.earn()
  }

  earn(): void {
    this.#credit = Math.min(most, this.#credit + 1)
  }

  /** A guess for members who are waiting spends what there is; one for the future only what others earned. */
  take(waiting: boolean): boolean {
    if (this.#credit <= (waiting ? 0 : start)) return false
    this.#credit -= 1
    this.spent += 1
    return true
  }

  /** Whether a batch should fetch a few of its unknown members first: not for a while after that brought nothing twice. */
  mayProbe(): boolean {
    if (this.#rest === 0) return this.#credit > 0
    this.#rest -= 1
    return false
  }

  probed(worked: boolean): void {
    this.#failures = worked ? 0 : this.#failures + 1
    this.#rest = worked ? 0 : Math.min(2 ** (this.#failures - 1) - 1, longestRest)
  }
}
