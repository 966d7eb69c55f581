import type { Dispatcher } from 'undici'
import type { TimeoutPhase } from '../errors/timeout-error.ts'

/** A whole answer, undecoded. */
export interface RawAnswer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
}

/** Thrown into the promise when an answer grows beyond the limit. */
export class AnswerTooLarge extends Error {}

/**
 * Collects one answer. Talking to `dispatch` instead of `undici.request` halves the CPU of a call: no stream, no
 * AbortSignal, and the size limit is checked while the bytes arrive.
 */
export class AnswerHandler implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number
  readonly #settle: (error: unknown, answer: RawAnswer | undefined) => void
  #controller: Dispatcher.DispatchController | undefined
  #status = 0
  #headers: RawAnswer['headers'] = {}
  readonly #chunks: Buffer[] = []
  #bytes = 0
  #cancelled: Error | undefined

  constructor(maxBytes: number, settle: (error: unknown, answer: RawAnswer | undefined) => void) {
    this.#maxBytes = maxBytes
    this.#settle = settle
  }

  /** How far the exchange came. */
  get phase(): TimeoutPhase {
    if (this.#controller === undefined) return 'connect'
    return this.#status === 0 ? 'headers' : 'body'
  }

  /** Ends the exchange; a request still waiting for its connection is dropped when its turn comes. */
  cancel(reason: Error): void {
    this.#cancelled = reason
    this.#controller?.abort(reason)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#cancelled !== undefined) controller.abort(this.#cancelled)
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: RawAnswer['headers'],
  ): void {
    if (status < 200) return
    this.#status = status
    this.#headers = headers
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes > this.#maxBytes) controller.abort(new AnswerTooLarge())
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    const [first] = this.#chunks
    const body =
      this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks, this.#bytes)
    this.#settle(undefined, { status: this.#status, headers: this.#headers, body })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle(error, undefined)
  }
}
