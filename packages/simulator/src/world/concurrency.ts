/**
 * Calls of one API that run at once in the corp. WeCom publishes no number but for the second-verification APIs.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export class Concurrency {
  readonly #running = new Map<string, number>()

  /** Takes a place and returns how to leave it; undefined when the API is full. `limit` 0 is none. */
  enter(api: string, limit: number): (() => void) | undefined {
    const running = this.#running.get(api) ?? 0
    if (limit > 0 && running >= limit) return undefined
    this.#running.set(api, running + 1)
    return () => this.#running.set(api, (this.#running.get(api) ?? 1) - 1)
  }
}
