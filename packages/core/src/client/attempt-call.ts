import { errcodeIs } from '../wecom/errcode-roles.ts'
import { closedError } from '../errors/errors.ts'
import { apiFailure } from '../transport/failures.ts'
import { type RawAnswer, isBinary, readAnswer } from '../transport/read-answer.ts'
import type { CallContext } from '../transport/call-context.ts'
import { send, type OutgoingRequest } from '../transport/send.ts'
import type { Engine } from './engine.ts'
import type { AttachedToken, PreparedCall } from './prepared-call.ts'
import type { WecomLimiter } from './rate-limiter.ts'
import { userAgent } from './user-agent.ts'
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
  const { concurrency, connections } = engine
  const permit = takePermit(engine, context, call)
  const release = permit instanceof Promise ? await permit : permit
  try {
    const opened = connections.open()
    const dispatcher = opened instanceof Promise ? await opened : opened
    if (engine.closed.signal.aborted) throw closedError()
    context.attempts += 1
    const raw = await send(dispatcher, outgoing(engine, call, attached, context), context)
    if (call.responseType === 'bytes' && isBinary(raw, call.range !== undefined))
      return { raw, data: raw.body }
    const answer = readAnswer(raw, context, engine.options.bigIntegers)
    tell(engine.limiter, context.path, answer.errcode)
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

/** A limiter that fails to listen is its own trouble: the answer is already there. */
function tell(limiter: WecomLimiter | undefined, path: string, errcode: number): void {
  try {
    limiter?.answered?.({ path, errcode })
  } catch {
    // See above.
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
  const { origin, path } = engine.target
  return {
    origin,
    pathAndQuery: query === '' ? path + call.path : `${path}${call.path}?${query.slice(1)}`,
    method: call.method,
    headers: {
      'user-agent': userAgent,
      ...encoded.headers,
      ...(call.range === undefined ? {} : { range: call.range }),
    },
    body: encoded.body,
    timeoutMs: Math.min(call.timeout, timeLeftMs),
    isDeadline: timeLeftMs < call.timeout,
    maxBytes: engine.options.maxResponseBytes,
    signal: call.signal,
  }
}
