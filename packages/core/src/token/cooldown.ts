import { WecomAuthError } from '../errors/auth-error.ts'
import type { Runtime } from '../internal/runtime.ts'

const cooldownMs = 60_000

interface Active {
  readonly error: Error
  readonly key: string
  readonly startedAt: number
  readonly until: number
  readonly monotonicUntil: number
}

/**
 * A wrong secret tried again and again gets the whole IP barred for an hour: one try a minute at most, and the same
 * error for everybody in between.
 */
export class Cooldown {
  readonly #runtime: Runtime
  #active: Active | undefined

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /**
   * Starts one and gives the error to answer with until it ends.
   *
   * @param key only these credentials cool down; `''` means whatever they are
   */
  start(error: Error, key: string): { error: Error; until: number } {
    const startedAt = this.#runtime.now()
    const until = startedAt + cooldownMs
    const cooled = error instanceof WecomAuthError ? error.coolingUntil(new Date(until)) : error
    const monotonicUntil = this.#runtime.monotonic() + cooldownMs
    this.#active = { error: cooled, key, startedAt, until, monotonicUntil }
    return { error: cooled, until }
  }

  end(): void {
    this.#active = undefined
  }

  get active(): boolean {
    return this.#current() !== undefined
  }

  /** The error these credentials get without asking; undefined when they may ask. */
  refusal(key: string): Error | undefined {
    const current = this.#current()
    return current !== undefined && (current.key === '' || current.key === key) ? current.error : undefined
  }

  /** Whichever clock says it is over: setting the wall clock must not prolong it. */
  #current(): Active | undefined {
    const active = this.#active
    if (active === undefined) return undefined
    const now = this.#runtime.now()
    const lasts =
      now >= active.startedAt && now < active.until && this.#runtime.monotonic() < active.monotonicUntil
    return lasts ? active : undefined
  }
}
