/**
 * Where tokens are kept between processes and restarts. Any `Keyv` is one.
 *
 * Trouble in a store never fails a call: every operation has 250 ms, and after three failures in a row the store is
 * skipped for a while. What it returns is checked before it is believed.
 */
export interface TokenStore {
  /** The value, or undefined when there is none (or it ended). */
  get(key: string): Promise<unknown>
  /** Keeps a JSON value for `ttlMs` milliseconds; `ttlMs` is always above 0. */
  set(key: string, value: unknown, ttlMs: number): Promise<unknown>
  /** Forgets a key. */
  delete(key: string): Promise<unknown>
}

export interface LockOptions {
  /** Milliseconds after which the lock frees itself, should its holder die. */
  ttlMs: number
  /** Ends a wait inside the adapter. */
  signal: AbortSignal
}

/**
 * Lets one process at a time fetch a token. It saves calls and is never needed for correctness: when it fails, the
 * client goes on without it.
 */
export interface TokenLock {
  /**
   * Tries once, without waiting for another holder.
   *
   * @returns a function that releases the lock, or undefined when somebody else has it
   */
  acquire(key: string, options: LockOptions): Promise<(() => Promise<void>) | undefined>
}
