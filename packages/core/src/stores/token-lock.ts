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
