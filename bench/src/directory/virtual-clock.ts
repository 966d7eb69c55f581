/** Time that jumps to the next thing due as soon as nothing else can happen: ten seconds of traffic in a moment. */
export class VirtualClock {
  #now = 1_000_000_000_000
  readonly #due: { at: number; wake: () => void }[] = []

  readonly now = (): number => this.#now

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      const at = this.#now + ms
      const position = this.#due.findLastIndex((entry) => entry.at <= at) + 1
      this.#due.splice(position, 0, { at, wake })
    })
  }

  /** Runs until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    const state = { running: true }
    const ended = (): void => {
      state.running = false
    }
    work.then(ended, ended)
    while (state.running) {
      await quiet()
      const next = this.#due.shift()
      if (next === undefined) continue
      this.#now = Math.max(this.#now, next.at)
      next.wake()
    }
    return work
  }

  /** Lets what is still under way end. */
  async drain(): Promise<void> {
    for (await quiet(); this.#due.length > 0; await quiet()) {
      const next = this.#due.shift()
      if (next === undefined) return
      this.#now = Math.max(this.#now, next.at)
      next.wake()
    }
  }
}

/** Promise jobs and nextTick callbacks have run; twice, because one may have queued the other. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => void setImmediate(resolve))
}
