/**
 * Collects what is asked within one turn of the event loop and hands it on together. Promise jobs run first
 * (`nextTick` inside a microtask), so that resolvers that await a little still land in the same batch.
 */
export class Tick<Collected, Result> {
  readonly #begin: () => Collected
  readonly #run: (collected: Collected) => Promise<Result>
  #open: { collected: Collected; result: Promise<Result> } | undefined

  constructor(begin: () => Collected, run: (collected: Collected) => Promise<Result>) {
    this.#begin = begin
    this.#run = run
  }

  add(collect: (collected: Collected) => void): Promise<Result> {
    this.#open ??= this.#start()
    collect(this.#open.collected)
    return this.#open.result
  }

  #start(): { collected: Collected; result: Promise<Result> } {
    const collected = this.#begin()
    const { promise, resolve } = Promise.withResolvers<Result>()
    const run = (): void => {
      this.#open = undefined
      resolve(this.#run(collected))
    }
    queueMicrotask(() => process.nextTick(run))
    return { collected, result: promise }
  }
}

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
