/** Time and chance, in one place so that tests can drive both. */
export interface Runtime {
  /** Wall clock in milliseconds: token expiry, which other processes and WeCom share. */
  now: () => number
  /** Monotonic milliseconds: timeouts and deadlines, which a clock step must not touch. */
  monotonic: () => number
  /** A number in [0, 1). */
  random: () => number
  /** Resolves after `ms` milliseconds or as soon as the signal aborts, never rejects. */
  sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>
}

/** The real clock and chance, with the caller's wall clock. */
export function systemRuntime(now: () => number): Runtime {
  return { now, monotonic: () => performance.now(), random: Math.random, sleep }
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true || ms <= 0) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
  })
}
