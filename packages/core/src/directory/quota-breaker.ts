const minute = 60_000
const hour = 3_600_000

/**
 * Keeps calls back after a refusal that calling again cannot change. After 45009 WeCom blocks an API for 60 s (minute quota) or an hour (hour quota) and does not say which: one call
 * tries again after a minute, and every further refusal doubles the wait, up to the hour.
 */
export class QuotaBreaker {
  #until = -Infinity
  #wait = minute
  #error: Error | undefined

  /** The refusal that is still in force. */
  refusal(now: number): Error | undefined {
    return now < this.#until ? this.#error : undefined
  }

  refused(error: Error, now: number): void {
    // Calls that left together are refused together: that is one strike.
    if (now < this.#until) return
    this.#wait = this.#error === undefined ? minute : Math.min(this.#wait * 2, hour)
    this.#error = error
    this.#until = now + this.#wait
  }

  succeeded(): void {
    this.#error = undefined
  }
}
