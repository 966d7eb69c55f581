import { ConcurrencyLimit } from '../transport/concurrency-limit.ts'
import { failedAs } from '../wecom/errcode-roles.ts'
import { isWecomError } from '../errors/is-wecom-error.ts'

/** One WeCom API with the limits WeCom keeps per API: calls at once, and the quota. */
export class UpstreamApi {
  readonly path: string
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
      if (failedAs(error, 'quota') || isRefusal(error)) this.#breaker.refused(asError(error), this.#now())
      if (failedAs(error, 'too-many-at-once')) this.#limit.shrink()
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

const minute = 60_000
const hour = 3_600_000

/**
 * Keeps calls back after a refusal that calling again cannot change. After 45009 WeCom blocks an API for 60 s (minute
 * quota) or an hour (hour quota) and does not say which: one call tries again after a minute, and every further refusal
 * doubles the wait, up to the hour.
 */
class QuotaBreaker {
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

/** Whether WeCom said that the object does not exist or is not visible: an answer, not a failure. */
export function isAbsence(error: unknown): boolean {
  return failedAs(error, 'absent')
}

/** Whether the answer would be too large. Asking again brings the same. */
export function isTooLarge(error: unknown): boolean {
  return failedAs(error, 'too-large')
}

/** Whether WeCom said that this secret may not use the API at all. */
export function isRefusal(error: unknown): boolean {
  return failedAs(error, 'refused')
}

/** Whether the error says nothing about other APIs: each has its own quota, permission and size of answers. */
export function isOfOneApi(error: unknown): boolean {
  return isTooLarge(error) || failedAs(error, 'quota') || isRefusal(error)
}

/** Whether an older answer is better than this error: WeCom or the way to it is in trouble, nobody said no. */
export function isPassing(error: unknown): boolean {
  return isWecomError(error) && (error.retryable || error.code === 'ERR_WECOM_RATE_LIMIT')
}

/** Whatever was thrown, as an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`a non-error was thrown: ${typeof thrown}`)
}
