import { ConcurrencyLimit } from '../transport/concurrency-limit.ts'
import { asError, isQuotaExhausted, isRefusal, isTooManyAtOnce } from './failure.ts'
import { QuotaBreaker } from './quota-breaker.ts'

/** One WeCom API with the limits WeCom keeps per API: calls at once, and the quota. */
export class UpstreamApi {
  readonly path: string
  /** Calls made. */
  calls = 0
  readonly #limit: ConcurrencyLimit
  readonly #breaker = new QuotaBreaker()
  readonly #now: () => number

  constructor(path: string, maxConcurrency: number, now: () => number) {
    this.path = path
    this.#limit = new ConcurrencyLimit(maxConcurrency)
    this.#now = now
  }

  /** Whether WeCom's last word was that the quota is used up, or that this secret may not use the API. */
  get blocked(): boolean {
    return this.#breaker.refusal(this.#now()) !== undefined
  }

  async call<T>(start: () => Promise<T>): Promise<T> {
    if (!this.#limit.tryEnter()) await this.#limit.enter().entered
    try {
      this.#refuseWhileBlocked()
      this.calls += 1
      const answer = await start()
      this.#breaker.succeeded()
      this.#limit.succeeded()
      return answer
    } catch (error) {
      if (isQuotaExhausted(error) || isRefusal(error)) this.#breaker.refused(asError(error), this.#now())
      if (isTooManyAtOnce(error)) this.#limit.shrink()
      throw error
    } finally {
      this.#limit.leave()
    }
  }

  #refuseWhileBlocked(): void {
    const refusal = this.#breaker.refusal(this.#now())
    if (refusal !== undefined) throw refusal
  }
}
