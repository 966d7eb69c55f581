import {
  WecomHttpError,
  WecomInvalidResponseError,
  type InvalidResponseReason,
  type TimeoutPhase,
} from '../errors/errors.ts'
import { isRecord } from '../internal/is-record.ts'
import { parseLenientJson, type BigIntegers } from '../internal/lenient-json.ts'
import type { CallContext } from './call-context.ts'
import type { Dispatcher } from 'undici'

/** WeCom's answer: an errcode, and the object without errcode and errmsg. */
export interface WecomAnswer {
  errcode: number
  errmsg: string
  data: Record<string, unknown>
}

/** Decodes an answer; anything but status 200 with a JSON object is refused. */
export function readAnswer(
  raw: RawAnswer,
  context: CallContext,
  bigIntegers: BigIntegers = 'number',
): WecomAnswer {
  if (raw.status !== 200) throw httpError(raw, context)
  const json = parseJson(raw, bigIntegers, context)
  if (!isRecord(json)) {
    throw invalid(
      'not-object',
      `Expected a JSON object in answer to ${context.name}, got ${kindOf(json)}`,
      context,
    )
  }
  const { errcode, errmsg, ...data } = json
  return { errcode: readErrcode(errcode, context), errmsg: typeof errmsg === 'string' ? errmsg : '', data }
}

/**
 * Whether an answer is a file rather than a report of an error. A file comes with a Content-Disposition; its type alone
 * says little, because a text file is text/plain and so were errors of old file APIs.
 */
export function isBinary({ status, headers }: RawAnswer, ranged = false): boolean {
  if (status === 206 && ranged) return true
  if (status !== 200) return false
  if (headers['content-disposition'] !== undefined) return true
  const type = headers['content-type']
  return typeof type === 'string' && !/json|text\/plain|html/i.test(type)
}

/**
 * WeCom sends numbers; a string of digits is accepted because gateways have been seen to make one. An answer without
 * errcode is somebody else's: every documented JSON answer has one, and taking it for success would make `{}` out of
 * a proxy's `{"message":"forbidden"}`.
 */
function readErrcode(errcode: unknown, context: CallContext): number {
  if (typeof errcode === 'number' && Number.isSafeInteger(errcode)) return errcode
  if (typeof errcode === 'string' && /^-?\d{1,9}$/.test(errcode)) return Number(errcode)
  throw invalid(
    'bad-errcode',
    `Expected an integer errcode in answer to ${context.name}, got ${errcode === undefined ? 'none. A gateway or proxy may have answered instead of WeCom' : kindOf(errcode)}`,
    context,
  )
}

function parseJson(raw: RawAnswer, bigIntegers: BigIntegers, context: CallContext): unknown {
  try {
    return parseLenientJson(raw.body.toString('utf8'), bigIntegers)
  } catch {
    // The parser's own message quotes the body, which may be anybody's page.
    const type = raw.headers['content-type'] ?? 'no content-type'
    const encoding = raw.headers['content-encoding']
    const got = `${raw.body.length} bytes of ${String(type)}${encoding === undefined ? '' : `, ${String(encoding)}-encoded`}`
    throw invalid(
      'not-json',
      `Expected JSON in answer to ${context.name}, got ${got}. A proxy, captive portal or wrong baseUrl may have answered`,
      context,
    )
  }
}

function httpError(raw: RawAnswer, context: CallContext): WecomHttpError {
  const retryAfterMs = parseRetryAfter(raw.headers['retry-after'])
  return new WecomHttpError(
    `Expected status 200 from ${context.name}, got ${raw.status}. ${httpAdvice(raw.status)}`,
    {
      ...context.details(),
      status: raw.status,
      retryable: raw.status === 408 || raw.status === 429 || raw.status >= 500,
      retryAfterMs,
    },
  )
}

/** Milliseconds a `Retry-After` header asks to wait: seconds or an HTTP date; undefined when it says neither. */
export function parseRetryAfter(
  header: string | string[] | undefined,
  now: () => number = () => Date.now(),
): number | undefined {
  if (typeof header !== 'string') return undefined
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Date.parse takes almost anything; an HTTP date ends in GMT.
  if (!text.endsWith('GMT')) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) || at < now() ? undefined : at - now()
}

function httpAdvice(status: number): string {
  if (status === 404)
    return 'WeCom answers 404 to a path it does not know: compare the path with the documents'
  if (status >= 300 && status < 400)
    return 'Redirects are not followed: set baseUrl to the final https origin'
  if (status === 407) return 'The proxy wants credentials: set them on the dispatcher'
  return 'WeCom reports its own errors with status 200, so a gateway or proxy spoke'
}

function invalid(
  reason: InvalidResponseReason,
  message: string,
  context: CallContext,
): WecomInvalidResponseError {
  return new WecomInvalidResponseError(message, {
    ...context.details(),
    reason,
    retryable: reason === 'not-json',
  })
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : typeof value
}

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
