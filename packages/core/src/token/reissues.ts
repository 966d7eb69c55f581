import type { Runtime } from '../internal/runtime.ts'

const windowMs = 60_000
/** Spurious refusals a minute that are worth a gettoken each. */
const tolerated = 3

/**
 * Counts how often the source gave a refused token again. WeCom answers the same token while it is valid, so a call that
 * is refused for another reason (40014 also means: a token of the wrong kind for this endpoint) comes back with the
 * token it had. Throwing that token away would let one wrong call take all others down: it is kept, the call fails, and
 * gettoken is left alone for a minute.
 */
export class Reissues {
  readonly #runtime: Runtime
  #moments: number[] = []

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /** The source gave a refused token again. */
  add(): void {
    this.#moments.push(this.#runtime.monotonic())
  }

  /** The source gave another token. */
  clear(): void {
    this.#moments = []
  }

  /**
   * When asking the source again makes sense, in wall-clock milliseconds; undefined means now.
   *
   * @param worked whether the token was accepted since it came again
   */
  notBefore(worked: boolean): number | undefined {
    const now = this.#runtime.monotonic()
    this.#moments = this.#moments.filter((moment) => now - moment < windowMs)
    const [oldest] = this.#moments
    if (oldest === undefined || (worked && this.#moments.length < tolerated)) return undefined
    return this.#runtime.now() + windowMs - (now - oldest)
  }
}
