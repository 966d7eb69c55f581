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
