import { errcodeIs } from '../wecom/errcode-roles.ts'
import { closedError } from '../errors/closed-error.ts'
import { apiFailure } from '../transport/api-failure.ts'
import type { RawAnswer } from '../transport/answer-handler.ts'
import type { CallContext } from '../transport/call-context.ts'
import { isBinary, readAnswer } from '../transport/read-answer.ts'
import { send, type OutgoingRequest } from '../transport/send.ts'
import type { Engine } from './engine.ts'
import type { AttachedToken, PreparedCall } from './prepared-call.ts'
import { takePermit } from './take-permit.ts'

/** An answer WeCom gave with errcode 0. */
export interface AttemptAnswer {
  raw: RawAnswer
  data: unknown
}

/** Sends a call once. Rejects with our errors, or with the reason of the caller's abort. */
export async function attemptCall(
  engine: Engine,
  call: PreparedCall,
  attached: AttachedToken | undefined,
  context: CallContext,
): Promise<AttemptAnswer> {
  const { concurrency, dispatcher } = engine
  const permit = takePermit(engine, context, call.signal)
  const release = permit instanceof Promise ? await permit : permit
  try {
    if (engine.closed.signal.aborted) throw closedError()
    context.attempts += 1
    const raw = await send(dispatcher, outgoing(engine, call, attached, context), context)
    if (call.responseType === 'bytes' && isBinary(raw, call.range !== undefined))
      return { raw, data: raw.body }
    const answer = readAnswer(raw, context)
    if (answer.errcode === 0) {
      concurrency.succeeded()
      return { raw, data: answer.data }
    }
    if (errcodeIs(answer.errcode, 'too-many-at-once')) concurrency.shrink()
    const secrets = attached === undefined ? call.secrets : [attached.held.token, ...call.secrets]
    throw apiFailure(answer, secrets, context)
  } finally {
    release()
  }
}

function outgoing(
  engine: Engine,
  call: PreparedCall,
  attached: AttachedToken | undefined,
  context: CallContext,
): OutgoingRequest {
  const { encoded } = call
  // Read after the wait for a place, which counts against the deadline too.
  const timeLeftMs = Math.max(1, context.timeLeftMs)
  const token =
    attached === undefined ? '' : `&${attached.parameter}=${encodeURIComponent(attached.held.token)}`
  const query = `${token}${call.credentials}${call.query}`
  return {
    origin: engine.options.baseUrl,
    pathAndQuery: query === '' ? call.path : `${call.path}?${query.slice(1)}`,
    method: call.method,
    headers: call.range === undefined ? encoded.headers : { ...encoded.headers, range: call.range },
    body: encoded.body,
    timeoutMs: Math.min(call.timeout, timeLeftMs),
    isDeadline: timeLeftMs < call.timeout,
    maxBytes: engine.options.maxResponseBytes,
    signal: call.signal,
  }
}
