import type { AnyWecomError } from '../errors/is-wecom-error.ts'
import { errcodeIs } from '../wecom/errcode-roles.ts'
import { SanitizedCause } from './failures.ts'

/** What may be repeated, how often, and how long the first wait may be. */
export interface RetryRule {
  /** Repeats allowed for this kind of failure. */
  limit: number
  /** Upper bound of the first backoff, doubled with each repeat. */
  baseMs: number
  /** The least to wait, from a Retry-After header. */
  minimumMs: number
}

const usualBaseMs = 200
const busyBaseMs = 500
const concurrencyBaseMs = 1000

/**
 * Whether a failure may be repeated, by its kind and by whether repeating does harm. Undefined means: fail now.
 *
 * A call that was certainly not executed (not sent, or refused by WeCom) may always be repeated; one that perhaps was,
 * only when it is idempotent. 45009 is never repeated: the window it belongs to may be a month.
 */
export function retryRule(
  error: AnyWecomError,
  idempotent: boolean,
  maxRetries: number,
): RetryRule | undefined {
  switch (error.code) {
    case 'ERR_WECOM_TRANSPORT':
      return error.retryable && (error.sent === 'no' || idempotent)
        ? usual(speaksNoHttp(error.cause) ? Math.min(maxRetries, 1) : maxRetries)
        : undefined
    case 'ERR_WECOM_TIMEOUT':
      if (error.phase === 'deadline' || error.phase === 'token') return undefined
      return idempotent || error.phase === 'connect' ? usual(maxRetries) : undefined
    case 'ERR_WECOM_HTTP':
      return httpRule(error.status, error.retryAfterMs, idempotent, maxRetries)
    case 'ERR_WECOM_INVALID_RESPONSE':
      return error.reason === 'not-json' && idempotent ? usual(Math.min(maxRetries, 1)) : undefined
    case 'ERR_WECOM_API':
      return apiRule(error.errcode, idempotent, maxRetries)
    case 'ERR_WECOM_RATE_LIMIT':
      return errcodeIs(error.errcode, 'too-many-at-once')
        ? { limit: maxRetries, baseMs: concurrencyBaseMs, minimumMs: 0 }
        : undefined
    case 'ERR_WECOM_AUTH':
    case 'ERR_WECOM_CONFIG':
    case 'ERR_WECOM_CALLBACK':
      return undefined
  }
}

/** -1 (busy) may have run, so only idempotent calls repeat it; WeCom asks for 3 tries at most. 6000 is a refusal. */
function apiRule(errcode: number, idempotent: boolean, maxRetries: number): RetryRule | undefined {
  if (errcodeIs(errcode, 'collision')) return { limit: maxRetries, baseMs: usualBaseMs, minimumMs: 0 }
  if (!errcodeIs(errcode, 'busy') || !idempotent) return undefined
  return { limit: maxRetries === 0 ? 0 : Math.min(maxRetries + 1, 3), baseMs: busyBaseMs, minimumMs: 0 }
}

function httpRule(
  status: number,
  retryAfterMs: number | undefined,
  idempotent: boolean,
  maxRetries: number,
): RetryRule | undefined {
  const refused = status === 408 || status === 429 || (status === 503 && retryAfterMs !== undefined)
  const gateway = status === 500 || status === 502 || status === 503 || status === 504
  if (!refused && !(gateway && idempotent)) return undefined
  return { limit: maxRetries, baseMs: usualBaseMs, minimumMs: retryAfterMs ?? 0 }
}

/** Something between us and WeCom breaks the framing: once may be chance, twice is not. */
function speaksNoHttp(cause: unknown): boolean {
  const codes = /^(HPE_|HTTPParserError$|UND_ERR_HEADERS_OVERFLOW$|UND_ERR_RES_CONTENT_LENGTH_MISMATCH$)/
  return cause instanceof SanitizedCause && cause.code !== undefined && codes.test(cause.code)
}

function usual(limit: number): RetryRule {
  return { limit, baseMs: usualBaseMs, minimumMs: 0 }
}

const capacity = 100
const retryCost = 5
const timeoutCost = 10

/**
 * Bounds the extra load of retries while everything fails: a bucket that retries empty and successes refill. With it,
 * an outage costs WeCom (and your quota) about a fifth more calls, not three times as many.
 */
export class RetryBudget {
  #tokens = capacity

  /** Takes what a retry costs; false when the bucket is empty and the call must fail with what it has. */
  take(afterTimeout: boolean): boolean {
    const cost = afterTimeout ? timeoutCost : retryCost
    if (this.#tokens < cost) return false
    this.#tokens -= cost
    return true
  }

  /** A call succeeded; after `retries` of them their cost comes back. */
  refill(retries: number): void {
    if (this.#tokens === capacity) return
    this.#tokens = Math.min(capacity, this.#tokens + 1 + retries * retryCost)
  }
}

/** No single wait is longer, except one a Retry-After header asks for. */
const longestMs = 8000

/**
 * Full jitter: a random moment between 0 and base·2ⁿ. Spreading callers over the whole interval is what keeps a
 * thousand of them from coming back together.
 *
 * @param repeat 0 for the first repeat
 */
export function backoffMs(repeat: number, baseMs: number, random: () => number): number {
  return random() * Math.min(longestMs, baseMs * 2 ** repeat)
}
