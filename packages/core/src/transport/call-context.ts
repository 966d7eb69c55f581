import type { WecomErrorDetails } from '../errors/errors.ts'

/** What a call knows about itself while it runs: enough for every error and event, and nothing secret. */
export class CallContext {
  readonly method: string
  readonly path: string
  attempts = 0
  retryDelayMs = 0
  readonly #startedAt: number
  readonly #monotonic: () => number
  readonly #deadlineMs: number

  /** @param deadlineMs milliseconds for the whole call */
  constructor(method: string, path: string, monotonic: () => number, deadlineMs: number) {
    this.method = method
    this.path = path
    this.#monotonic = monotonic
    this.#deadlineMs = deadlineMs
    this.#startedAt = monotonic()
  }

  get durationMs(): number {
    return this.#monotonic() - this.#startedAt
  }

  /** Milliseconds until the deadline; 0 or less when it passed. */
  get timeLeftMs(): number {
    return this.#deadlineMs - this.durationMs
  }

  /** The details every error of this call carries. */
  details(): WecomErrorDetails {
    return {
      method: this.method,
      path: this.path,
      attempts: this.attempts,
      durationMs: Math.round(this.durationMs),
    }
  }

  /** The call as messages name it. */
  get name(): string {
    return `${this.method} ${this.path}`
  }
}
