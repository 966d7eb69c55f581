import { WecomAuthError } from '../errors/errors.ts'
import type { Runtime } from '../internal/runtime.ts'

const cooldownMs = 60_000

interface Active {
  readonly error: Error
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
  /** By key: a secret that rotates to and fro must not end the other one's term. */
  readonly #active = new Map<string, Active>()

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /** Starts one, for the credentials of this key, and gives the error to answer with until it ends. */
  start(error: Error, key: string): { error: Error; until: number } {
    const startedAt = this.#runtime.now()
    const until = startedAt + cooldownMs
    const cooled = error instanceof WecomAuthError ? error.coolingUntil(new Date(until)) : error
    const monotonicUntil = this.#runtime.monotonic() + cooldownMs
    for (const other of this.#active.keys()) if (!this.#lasts(other)) this.#active.delete(other)
    this.#active.set(key, { error: cooled, startedAt, until, monotonicUntil })
    return { error: cooled, until }
  }

  /** These credentials were accepted. */
  end(key: string): void {
    this.#active.delete(key)
  }

  /** Somebody knows better: everything may be tried again. */
  endAll(): void {
    this.#active.clear()
  }

  get active(): boolean {
    return [...this.#active.keys()].some((key) => this.#lasts(key) !== undefined)
  }

  /** The error these credentials get without asking; undefined when they may ask. */
  refusal(key: string): Error | undefined {
    return this.#lasts(key)?.error
  }

  /** Whichever clock says it is over: setting the wall clock must not prolong it. */
  #lasts(key: string): Active | undefined {
    const active = this.#active.get(key)
    if (active === undefined) return undefined
    const now = this.#runtime.now()
    const lasts =
      now >= active.startedAt && now < active.until && this.#runtime.monotonic() < active.monotonicUntil
    return lasts ? active : undefined
  }
}
