/**
 * Seam for a quota limiter shared by several processes (rate-limiter-flexible, bottleneck, p-limit …). Asked before
 * every attempt, after the client's own `maxConcurrency`.
 */
export interface WecomLimiter {
  /**
   * Resolves when the request may leave, with a function to call when it ended. What it rejects with reaches the caller
   * as it is. The signal aborts when the caller or the client no longer waits.
   */
  acquire(request: { path: string }, signal: AbortSignal): Promise<() => void>
}
