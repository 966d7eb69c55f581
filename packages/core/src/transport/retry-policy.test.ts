import { describe, expect, it } from 'vitest'
import {
  WecomApiError,
  WecomAuthError,
  WecomCallbackError,
  WecomConfigError,
  WecomHttpError,
  WecomInvalidResponseError,
  type InvalidResponseReason,
  WecomRateLimitError,
  WecomTimeoutError,
  type TimeoutPhase,
  type WecomError,
} from '../errors/errors.ts'
import { isWecomError } from '../errors/is-wecom-error.ts'
import { CallContext } from './call-context.ts'
import { dispatcherTimeout } from './send.ts'
import { retryRule } from './retry.ts'
import { transportFailure } from './failures.ts'

const context = new CallContext('GET', '/cgi-bin/user/get', () => 0, 30_000)
const maxRetries = 2

function connection(code: string, started: boolean): WecomError {
  return transportFailure(Object.assign(new Error('x'), { code }), started, context)
}
function undici(code: string): WecomError {
  const error = dispatcherTimeout(Object.assign(new Error('x'), { code }), context)
  if (error === undefined) throw new Error(`${code} is a timeout`)
  return error
}
const timeout = (phase: TimeoutPhase): WecomError => new WecomTimeoutError('x', { phase })
const http = (status: number, retryAfterMs?: number): WecomError =>
  new WecomHttpError('x', { status, retryAfterMs })
const invalid = (reason: InvalidResponseReason): WecomError => new WecomInvalidResponseError('x', { reason })
const api = (errcode: number): WecomError => new WecomApiError('x', { errcode, errmsg: '' })
const limited = (errcode: number): WecomError => new WecomRateLimitError('x', { errcode, errmsg: '' })
const auth = (reason: 'credential' | 'token-rejected' | 'ip-not-allowed'): WecomError =>
  new WecomAuthError('x', { errcode: 1, errmsg: '', reason })

/** What happened, repeats of a safe call, repeats of a write, base of the backoff, least wait. */
type Row = [what: string, error: WecomError, safe: number, write: number, baseMs?: number, leastMs?: number]

// The decision table of the client's design, row by row.
const table: Row[] = [
  ['ECONNREFUSED', connection('ECONNREFUSED', false), 2, 2],
  ['ENOTFOUND', connection('ENOTFOUND', false), 2, 2],
  ['EAI_AGAIN', connection('EAI_AGAIN', false), 2, 2],
  ['ENETUNREACH while connecting', connection('ENETUNREACH', false), 2, 2],
  ['EHOSTUNREACH while connecting', connection('EHOSTUNREACH', false), 2, 2],
  ['EHOSTUNREACH on an established connection', connection('EHOSTUNREACH', true), 2, 0],
  ['certificate expired', connection('CERT_HAS_EXPIRED', false), 0, 0],
  ['certificate of another host', connection('ERR_TLS_CERT_ALTNAME_INVALID', false), 0, 0],
  ['self-signed certificate', connection('DEPTH_ZERO_SELF_SIGNED_CERT', false), 0, 0],
  ['unknown issuer', connection('UNABLE_TO_VERIFY_LEAF_SIGNATURE', false), 0, 0],
  ['proxy refuses', connection('UND_ERR_PRX_TLS', false), 0, 0],
  ['dispatcher destroyed', connection('UND_ERR_DESTROYED', true), 0, 0],
  ['ECONNRESET', connection('ECONNRESET', true), 2, 0],
  ['EPIPE', connection('EPIPE', true), 2, 0],
  ['UND_ERR_SOCKET', connection('UND_ERR_SOCKET', true), 2, 0],
  ['broken HTTP', connection('HPE_INVALID_CONSTANT', true), 1, 0],
  ['headers too large', connection('UND_ERR_HEADERS_OVERFLOW', true), 1, 0],
  ['content-length mismatch', connection('UND_ERR_RES_CONTENT_LENGTH_MISMATCH', true), 1, 0],
  ["the dispatcher's own size limit", connection('UND_ERR_RES_EXCEEDED_MAX_SIZE', true), 0, 0],
  ['UND_ERR_CONNECT_TIMEOUT', undici('UND_ERR_CONNECT_TIMEOUT'), 2, 2],
  ['UND_ERR_HEADERS_TIMEOUT', undici('UND_ERR_HEADERS_TIMEOUT'), 2, 0],
  ['UND_ERR_BODY_TIMEOUT', undici('UND_ERR_BODY_TIMEOUT'), 2, 0],
  ['timeout while connecting', timeout('connect'), 2, 2],
  ['timeout before the headers', timeout('headers'), 2, 0],
  ['timeout in the body', timeout('body'), 2, 0],
  ['deadline', timeout('deadline'), 0, 0],
  ['no token in time', timeout('token'), 0, 0],
  ...[500, 502, 503, 504].map((status): Row => [`HTTP ${status}`, http(status), 2, 0]),
  ['HTTP 503 with Retry-After', http(503, 3000), 2, 2, 200, 3000],
  ['HTTP 500 with Retry-After', http(500, 3000), 2, 0, 200, 3000],
  ['HTTP 408', http(408), 2, 2],
  ['HTTP 429', http(429), 2, 2],
  ['HTTP 429 with Retry-After', http(429, 1000), 2, 2, 200, 1000],
  ...[301, 302, 307, 204, 400, 401, 403, 404, 407, 501, 505].map((status): Row => [
    `HTTP ${status}`,
    http(status),
    0,
    0,
  ]),
  ['not JSON', invalid('not-json'), 1, 0],
  ['not an object', invalid('not-object'), 0, 0],
  ['bad errcode', invalid('bad-errcode'), 0, 0],
  ['too large', invalid('too-large'), 0, 0],
  ['wrong shape', invalid('schema'), 0, 0],
  ['errcode -1', api(-1), 3, 0, 500],
  ['errcode 6000', api(6000), 2, 2],
  ['errcode 45009', limited(45009), 0, 0],
  ['errcode 45011', limited(45011), 0, 0],
  ['errcode 45033', limited(45033), 2, 2, 1000],
  ...[60111, 48002, 60011, 301002, 81013, 40003, 40029, 50001].map((errcode): Row => [
    `errcode ${errcode}`,
    api(errcode),
    0,
    0,
  ]),
  ['40001', auth('credential'), 0, 0],
  ['42001, which is replayed and not retried', auth('token-rejected'), 0, 0],
  ['60020', auth('ip-not-allowed'), 0, 0],
  ['wrong arguments', new WecomConfigError('x'), 0, 0],
  ['a callback', new WecomCallbackError('signature', 'x'), 0, 0],
]

describe('retryRule', () => {
  it.each(table)('%s', (_what, error, safe, write, baseMs = 200, leastMs = 0) => {
    if (!isWecomError(error)) throw new Error('the table holds errors of this package only')
    for (const [idempotent, limit] of [
      [true, safe],
      [false, write],
    ] as const) {
      const rule = retryRule(error, idempotent, maxRetries)
      expect(rule?.limit ?? 0).toBe(limit)
      expect(rule ?? { limit: 0 }).toMatchObject(limit === 0 ? {} : { baseMs, minimumMs: leastMs })
      expect(retryRule(error, idempotent, 0)?.limit ?? 0).toBe(0)
    }
  })

  it('asks for 3 repeats of errcode -1 at most, as WeCom does', () => {
    const busy = api(-1)
    if (!isWecomError(busy)) throw new Error('not ours')
    expect([0, 1, 2, 3, 10].map((limit) => retryRule(busy, true, limit)?.limit)).toEqual([0, 2, 3, 3, 3])
  })
})
