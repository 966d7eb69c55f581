import type { RequestFunction } from '../endpoints/request.ts'

const maxDoubts = 3

/**
 * The undocumented `fetch_child=1`. WeCom may ignore it without a word, and the root's members alone would then pass
 * for the subtree's: an answer counts only with somebody in it who is not in the root itself. After three answers
 * without, it is not used again.
 */
export class FetchChild {
  readonly request: RequestFunction
  #confirmed = false
  #doubts = 0

  constructor(request: RequestFunction) {
    this.request = request
  }

  get usable(): boolean {
    return this.#confirmed || this.#doubts < maxDoubts
  }

  tried(brought: boolean): void {
    if (brought) this.#confirmed = true
    else this.#doubts += 1
  }
}
