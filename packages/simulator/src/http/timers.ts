/** Delays that end at once when the simulator closes, so that nothing keeps the process alive. */
export class Timers {
  readonly #waiting = new Map<NodeJS.Timeout, () => void>()
  #closed = false

  /** Resolves after so many milliseconds, or at {@link Timers.close}. */
  wait(ms: number): Promise<void> {
    if (ms <= 0 || this.#closed) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(timer)
        resolve()
      }, ms)
      this.#waiting.set(timer, resolve)
    })
  }

  close(): void {
    this.#closed = true
    for (const [timer, resolve] of this.#waiting) {
      clearTimeout(timer)
      resolve()
    }
    this.#waiting.clear()
  }
}
