const capacity = 100
const retryCost = 5
const timeoutCost = 10

/**
 * Bounds the extra load of retries while everything fails: a bucket that retries empty and successes refill. With it,
 * an outage costs WeCom (and your quota) about a fifth more calls, not three times as many.
 */
export class RetryBudget {
  #tokens = capacity

  /** Takes what a retry costs; false when the bucket is empty and the call must fail with what it has. */
  take(afterTimeout: boolean): boolean {
    const cost = afterTimeout ? timeoutCost : retryCost
    if (this.#tokens < cost) return false
    this.#tokens -= cost
    return true
  }

  /** A call succeeded; after `retries` of them their cost comes back. */
  refill(retries: number): void {
    if (this.#tokens === capacity) return
    this.#tokens = Math.min(capacity, this.#tokens + 1 + retries * retryCost)
  }
}
