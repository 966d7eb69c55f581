const longestMs = 8

/** Splits long work, so that everything else gets its turn: no piece takes longer than a few milliseconds. */
export class Breath {
  #since = performance.now()

  /** Whether it is time to let others have a turn. */
  get due(): boolean {
    return performance.now() - this.#since >= longestMs
  }

  async take(): Promise<void> {
    await new Promise((resolve) => void setImmediate(resolve))
    this.#since = performance.now()
  }
}
