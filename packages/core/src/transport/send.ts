import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { WecomInvalidResponseError, WecomTimeoutError, type TimeoutPhase } from '../errors/errors.ts'
import { AnswerHandler, AnswerTooLarge, type RawAnswer } from './read-answer.ts'
import type { CallContext } from './call-context.ts'
import { transportFailure, sanitizeCause } from './failures.ts'

/** One request, ready to leave. `pathAndQuery` holds secrets: it is used here and nowhere else. */
export interface OutgoingRequest {
  origin: string
  pathAndQuery: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: string | Uint8Array | Readable | null
  timeoutMs: number
  /** Whether `timeoutMs` is what is left of the call's deadline rather than the attempt's own limit. */
  isDeadline: boolean
  maxBytes: number
  signal: AbortSignal | undefined
}

/**
 * Sends one request and reads its whole answer. Rejects with our own errors, or with `signal.reason`.
 *
 * Redirects are not followed: WeCom never sends any, and following one would carry the access_token elsewhere.
 */
export function send(
  dispatcher: Dispatcher,
  request: OutgoingRequest,
  context: CallContext,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { signal } = request
    // The caller may have left between the wait for a token or place and here; the event is not fired again.
    if (signal?.aborted === true) return reject(signal.reason)
    const finish = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    const handler = new AnswerHandler(request.maxBytes, (error, answer) => {
      finish()
      if (answer === undefined) reject(failureOf(error, handler, request, context))
      else resolve(answer)
    })
    const onAbort = (): void => {
      finish()
      reject(signal?.reason)
      handler.cancel(new Error('aborted by the caller'))
    }
    const onTimeout = (): void => {
      finish()
      const phase = handler.phase
      reject(timeoutFailure(phase, request, context))
      handler.cancel(new Error('timed out'))
    }
    const timer = setTimeout(onTimeout, request.timeoutMs)
    signal?.addEventListener('abort', onAbort)
    try {
      dispatch(dispatcher, request, handler)
    } catch (error) {
      finish()
      reject(transportFailure(error, false, context))
    }
  })
}

function dispatch(dispatcher: Dispatcher, request: OutgoingRequest, handler: AnswerHandler): void {
  const { origin, pathAndQuery: path, method, headers, body } = request
  dispatcher.dispatch({ origin, path, method, headers, body }, handler)
}

function failureOf(
  error: unknown,
  handler: AnswerHandler,
  request: OutgoingRequest,
  context: CallContext,
): Error {
  if (error instanceof AnswerTooLarge) {
    return new WecomInvalidResponseError(
      `The answer to ${context.name} is larger than maxResponseBytes = ${request.maxBytes}: raise it or ask for less`,
      { ...context.details(), reason: 'too-large' },
    )
  }
  return dispatcherTimeout(error, context) ?? transportFailure(error, handler.phase !== 'connect', context)
}

function timeoutFailure(
  phase: AnswerHandler['phase'],
  request: OutgoingRequest,
  context: CallContext,
): WecomTimeoutError {
  const waitedFor = { connect: 'a connection', headers: 'an answer', body: 'the rest of the answer' }
  const what = phase === 'connect' || phase === 'headers' || phase === 'body' ? waitedFor[phase] : 'an answer'
  const limit = request.isDeadline
    ? `the call's deadline (${Math.round(context.durationMs)} ms in)`
    : `timeout = ${request.timeoutMs} ms`
  return new WecomTimeoutError(`${context.name} waited for ${what} until ${limit}`, {
    ...context.details(),
    phase: request.isDeadline ? 'deadline' : phase,
  })
}

const phases: ReadonlyMap<string | undefined, TimeoutPhase> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
  ['UND_ERR_HEADERS_TIMEOUT', 'headers'],
  ['UND_ERR_BODY_TIMEOUT', 'body'],
])

/**
 * undici's own timeouts, as the error ours would be; undefined when the error is another. Connecting has one in every
 * Agent (10 s), and a host's dispatcher may have the other two.
 */
export function dispatcherTimeout(error: unknown, context: CallContext): WecomTimeoutError | undefined {
  const cause = sanitizeCause(error)
  const phase = phases.get(cause.code)
  if (phase === undefined) return undefined
  const advice = phase === 'connect' ? ': check the firewall and the proxy' : ''
  return new WecomTimeoutError(
    `No answer to ${context.name} before the dispatcher's own ${phase} timeout (${cause.code})${advice}`,
    { ...context.details(), phase, cause },
  )
}
