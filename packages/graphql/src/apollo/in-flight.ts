/** Counts requests under way, so that stopping can wait for them. */
export interface InFlight {
  /** Whether no more requests are taken. */
  readonly closed: boolean
  /** Runs one request. */
  run(work: () => Promise<void>): Promise<void>
  /** Takes no more and waits until the last is done, at most so many milliseconds. */
  drain(timeout: number): Promise<void>
}

/** Starts counting. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>()
  let closed = false
  return {
    get closed() {
      return closed
    },
    async run(work) {
      const done = work()
      running.add(done)
      try {
        await done
      } finally {
        running.delete(done)
      }
    },
    async drain(timeout) {
      closed = true
      const { promise: late, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, timeout)
      await Promise.race([Promise.allSettled(running), late])
      clearTimeout(timer)
    },
  }
}
