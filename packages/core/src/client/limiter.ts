/**
 * What keeps calls within WeCom's quotas: `createRateLimiter()`, or one of your own that several processes share
 * (rate-limiter-flexible, bottleneck …). Asked before
 * every attempt, after the client's own `maxConcurrency`.
 */
export interface WecomLimiter {
  /**
   * Resolves when the request may leave, with a function to call when it ended. What it rejects with reaches the caller
   * as it is. The signal aborts when the caller or the client no longer waits.
   */
  acquire(request: { path: string }, signal: AbortSignal): Promise<() => void>
  /** Told what WeCom answered: 45009 says that an API's quota is used up, 45033 that too many calls ran at once. */
  answered?(answer: { path: string; errcode: number }): void
}
