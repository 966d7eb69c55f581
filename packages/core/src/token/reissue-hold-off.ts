import type { Runtime } from '../internal/runtime.ts'

const baseMs = 100
const limitMs = 10_000
const forgottenAfterMs = 60_000

/**
 * The pause between two fetches that brought a refused token again. WeCom answers the same token while it is valid, and
 * a call can be refused for another reason than a dead token (40014 also means: of the wrong kind for this endpoint).
 * Fetching at once each time would hammer gettoken, and failing for a minute would let one wrong call take all others
 * down: so the token stays in use meanwhile, and whoever was refused waits.
 */
export class ReissueHoldOff {
  readonly #monotonic: () => number
  #count = 0
  #latest = -Infinity

  constructor({ monotonic }: Runtime) {
    this.#monotonic = monotonic
  }

  /** A fetch brought the refused token again. */
  reissued(): void {
    const now = this.#monotonic()
    if (now - this.#latest > forgottenAfterMs) this.#count = 0
    this.#count += 1
    this.#latest = now
  }

  /** A fetch brought another token, or somebody knows better. */
  clear(): void {
    this.#count = 0
  }

  /** Milliseconds until the next fetch may be tried; 0 for now. */
  get waitMs(): number {
    if (this.#count === 0) return 0
    return Math.max(0, this.#latest + Math.min(limitMs, baseMs * 2 ** this.#count) - this.#monotonic())
  }
}
