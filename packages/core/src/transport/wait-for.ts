/**
 * Waits for a shared promise without owning it: the caller's abort or deadline ends this wait only, and leaves no
 * listener behind.
 */
export function waitFor<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
  timeoutMs: number,
  onTimeout: () => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    const onAbort = (): void => {
      finish()
      reject(signal?.reason)
    }
    const late = (): void => {
      finish()
      reject(onTimeout())
    }
    // One more turn of the event loop: in a process that stalled, the answer may have come and timers run first.
    const timer = setTimeout(() => void setImmediate(late), timeoutMs)
    // Before the signal is looked at: whatever the promise comes to after that, somebody has handled it.
    promise.then(
      (value) => {
        finish()
        resolve(value)
      },
      (error: unknown) => {
        finish()
        reject(error)
      },
    )
    if (signal?.aborted === true) return onAbort()
    signal?.addEventListener('abort', onAbort)
  })
}
