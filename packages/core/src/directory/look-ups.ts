/**
 * Admits look-ups of members whose department is unknown. Each may teach where the others are, so that only some are
 * under way at once; fewer while lists are being fetched that may bring them for nothing.
 */
export class LookUps {
  readonly #most: () => number
  #active = 0
  readonly #waiting: (() => void)[] = []

  constructor(most: () => number) {
    this.#most = most
  }

  async enter(): Promise<void> {
    if (this.#active >= this.#most()) await new Promise<void>((resolve) => void this.#waiting.push(resolve))
    else this.#active += 1
  }

  leave(): void {
    this.#active -= 1
    this.admit()
  }

  /** Lets in whoever has a place now; to be called when there may be more places. */
  admit(): void {
    while (this.#waiting.length > 0 && this.#active < this.#most()) {
      this.#active += 1
      this.#waiting.shift()?.()
    }
  }
}
