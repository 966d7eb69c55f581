import { type WecomAuthError, WecomTimeoutError } from '../errors/errors.ts'
import { isWecomError, type AnyWecomError } from '../errors/is-wecom-error.ts'
import type { HeldToken } from '../token/token-record.ts'
import type { TokenCache } from '../token/token-cache.ts'
import { backoffMs, retryRule } from '../transport/retry.ts'
import { CallContext } from '../transport/call-context.ts'
import { attemptCall, type AttemptAnswer } from './attempt-call.ts'
import type { Engine } from './engine.ts'
import type { AttachedToken, PreparedCall, TokenSlot } from './prepared-call.ts'
import type { WecomResponse } from '../endpoints/request.ts'

/**
 * What going on after refused tokens may cost a call: two refreshes, after which something else is wrong, or four waits
 * for the hold-off to pass, each of which is not yet a try with another token.
 */
const replayAllowance = 4
const refreshCost = 2
const holdOffCost = 1
/** An attempt with less time than this is not started. */
const shortestAttemptMs = 50

/**
 * Runs a call to its end: token, attempts, replays after a refused token, retries with backoff, one deadline over all.
 * Only 40014 and 42001 replay, and writes too: WeCom refuses such a call before it runs anything.
 *
 * @param slot undefined for gettoken itself
 */
export async function performCall(
  engine: Engine,
  call: PreparedCall,
  slot: TokenSlot | undefined,
): Promise<WecomResponse<unknown>> {
  const { runtime, options, budget } = engine
  const context = new CallContext(call.method, call.path, runtime.monotonic, options.deadline)
  const replays: Replays = { spent: 0 }
  let retries = 0
  for (;;) {
    call.signal?.throwIfAborted()
    let attached: AttachedToken | undefined
    try {
      attached = slot && (warmToken(slot) ?? (await coldToken(slot, call, context)))
      const answer = await attemptCall(engine, call, attached, context)
      budget.refill(retries)
      return report(engine, context, answer)
    } catch (error) {
      if (!isWecomError(error)) throw error
      const waitMs = replayWait(slot, attached, error, replays)
      if (waitMs !== undefined && call.encoded.repeatable && waitMs < context.timeLeftMs) {
        if (waitMs > 0) await pause(engine, call, context, error, waitMs)
        continue
      }
      const delay = retryDelay(engine, call, context, error, retries)
      if (delay === undefined) throw reportFailure(engine, context, error)
      retries += 1
      await pause(engine, call, context, error, delay)
    }
  }
}

/** The token that is here: a warm call waits for nothing and makes no promise for it. */
function warmToken({ cache, parameter }: TokenSlot): AttachedToken | undefined {
  const held = cache.current()
  return held && { held, parameter }
}

async function coldToken(
  { cache, parameter }: TokenSlot,
  call: PreparedCall,
  context: CallContext,
): Promise<AttachedToken> {
  const held = await waitForToken(cache, call, context)
  if (context.timeLeftMs <= 0) throw deadlinePassed(context)
  return { held, parameter }
}

/** The wait of this call, so a time-out of it names this call. */
async function waitForToken(cache: TokenCache, call: PreparedCall, context: CallContext): Promise<HeldToken> {
  try {
    return await cache.get(call.signal, Math.max(1, context.timeLeftMs))
  } catch (error) {
    if (!(error instanceof WecomTimeoutError) || error.phase !== 'token') throw error
    throw new WecomTimeoutError(
      `${context.name} got no access_token before its deadline: gettoken (or the function given as secret or tokenSource) did not answer in time. Its own attempts are in the events`,
      { ...context.details(), phase: 'token' },
    )
  }
}

/** How much of its {@link replayAllowance} a call has used. */
interface Replays {
  spent: number
}

/** Reports a refused token. How long to wait before the call runs again; undefined when it must not. */
function replayWait(
  slot: TokenSlot | undefined,
  attached: AttachedToken | undefined,
  error: AnyWecomError,
  replays: Replays,
): number | undefined {
  if (slot === undefined || attached === undefined || !tokenRefused(error)) return undefined
  if (replays.spent >= replayAllowance) return undefined
  const waitMs = slot.cache.reject(attached.held, error.errcode)
  replays.spent += waitMs === 0 ? refreshCost : holdOffCost
  return waitMs
}

function tokenRefused(error: AnyWecomError): error is AnyWecomError & WecomAuthError {
  return error.code === 'ERR_WECOM_AUTH' && error.reason === 'token-rejected'
}

/** How long to wait before the next attempt; undefined when there is none. */
function retryDelay(
  engine: Engine,
  call: PreparedCall,
  context: CallContext,
  error: AnyWecomError,
  retries: number,
): number | undefined {
  const { runtime, budget } = engine
  const gone = !call.encoded.repeatable && context.attempts > 0
  const rule = gone ? undefined : retryRule(error, call.idempotent, call.maxRetries)
  if (rule === undefined || retries >= rule.limit || engine.closed.signal.aborted) return undefined
  // A tenth on top of what Retry-After asks, so that all who were told the same do not come back together.
  const asked = rule.minimumMs * (1 + runtime.random() / 10)
  const delay = Math.max(asked, backoffMs(retries, rule.baseMs, runtime.random))
  if (delay + shortestAttemptMs > context.timeLeftMs) return undefined
  return budget.take(error.code === 'ERR_WECOM_TIMEOUT') ? delay : undefined
}

async function pause(
  engine: Engine,
  call: PreparedCall,
  context: CallContext,
  error: AnyWecomError,
  delayMs: number,
): Promise<void> {
  context.retryDelayMs += delayMs
  const reason = 'errcode' in error ? String(error.errcode) : error.code
  const { method, path } = call
  engine.telemetry.emit({
    type: 'retry',
    method,
    path,
    attempt: context.attempts,
    delayMs: Math.round(delayMs),
    reason,
  })
  const { signal: closed } = engine.closed
  const ends = call.signal === undefined ? closed : AbortSignal.any([call.signal, closed])
  await engine.runtime.sleep(delayMs, ends)
}

function report(
  { telemetry }: Engine,
  context: CallContext,
  { raw, data }: AttemptAnswer,
): WecomResponse<unknown> {
  const { method, path, attempts, retryDelayMs, durationMs } = context
  const { status, headers } = raw
  if (telemetry.active)
    telemetry.emit({ type: 'request', method, path, status, errcode: 0, attempts, durationMs })
  return { data, meta: { status, headers, attempts, retryDelayMs, durationMs } }
}

function reportFailure({ telemetry }: Engine, context: CallContext, error: AnyWecomError): AnyWecomError {
  const { method, path, attempts, durationMs } = context
  const errcode = 'errcode' in error ? { errcode: error.errcode } : {}
  telemetry.emit({ type: 'request', method, path, error: error.code, ...errcode, attempts, durationMs })
  return error
}

function deadlinePassed(context: CallContext): WecomTimeoutError {
  return new WecomTimeoutError(
    `The deadline of ${context.name} passed while it waited for its access_token`,
    {
      ...context.details(),
      phase: 'deadline',
    },
  )
}
