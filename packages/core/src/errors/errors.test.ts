import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  WecomApiError,
  WecomAuthError,
  WecomCallbackError,
  WecomConfigError,
  WecomHttpError,
  WecomInvalidResponseError,
  WecomRateLimitError,
  WecomTimeoutError,
  WecomTransportError,
  WecomError,
} from './errors.ts'
import type { WecomErrorCode } from './error-code.ts'
import { isWecomError } from './is-wecom-error.ts'

const common = { method: 'GET', path: '/cgi-bin/user/get', attempts: 3, durationMs: 12 }
const api = { ...common, errcode: 1, errmsg: 'm', hint: 'h', fromIp: '1.2.3.4', helpUrl: 'u', advice: 'a' }

const errors: [WecomError, WecomErrorCode, string][] = [
  [new WecomConfigError('x'), 'ERR_WECOM_CONFIG', 'WecomConfigError'],
  [new WecomTransportError('x', { ...common, sent: 'no' }), 'ERR_WECOM_TRANSPORT', 'WecomTransportError'],
  [new WecomTimeoutError('x', { ...common, phase: 'body' }), 'ERR_WECOM_TIMEOUT', 'WecomTimeoutError'],
  [new WecomHttpError('x', { ...common, status: 500 }), 'ERR_WECOM_HTTP', 'WecomHttpError'],
  [
    new WecomInvalidResponseError('x', { ...common, reason: 'not-json' }),
    'ERR_WECOM_INVALID_RESPONSE',
    'WecomInvalidResponseError',
  ],
  [new WecomApiError('x', api), 'ERR_WECOM_API', 'WecomApiError'],
  [new WecomRateLimitError('x', api), 'ERR_WECOM_RATE_LIMIT', 'WecomRateLimitError'],
  [new WecomAuthError('x', { ...api, reason: 'credential' }), 'ERR_WECOM_AUTH', 'WecomAuthError'],
  [new WecomCallbackError('signature', 'x'), 'ERR_WECOM_CALLBACK', 'WecomCallbackError'],
]

describe('errors', () => {
  it.each(errors)('%o: code, name and kinship', (error, code, name) => {
    expect(error).toBeInstanceOf(WecomError)
    expect(error).toBeInstanceOf(Error)
    expect([error.code, error.name, error.message]).toEqual([code, name, 'x'])
    expect(isWecomError(error)).toBe(true)
    expect(inspect(error)).toContain(name)
    expect(Object.keys(error)).not.toContain('message')
  })

  it('carry the call they belong to, and defaults when there was none', () => {
    expect(new WecomHttpError('x', { ...common, status: 500, retryable: true })).toMatchObject({
      ...common,
      retryable: true,
    })
    expect(new WecomConfigError('x')).toMatchObject({
      attempts: 0,
      retryable: false,
      method: undefined,
      path: undefined,
    })
    expect('cause' in new WecomConfigError('x')).toBe(false)
    expect(new WecomConfigError('x', new Error('y')).cause).toBeInstanceOf(Error)
  })

  it('rate limits and refusals are API errors too', () => {
    expect(new WecomRateLimitError('x', api)).toBeInstanceOf(WecomApiError)
    expect(new WecomAuthError('x', { ...api, reason: 'credential' })).toBeInstanceOf(WecomApiError)
  })

  it('a timeout may be tried again', () => {
    expect(new WecomTimeoutError('x', { phase: 'headers' }).retryable).toBe(true)
  })

  it('a refusal that cools down is a new error that says until when and keeps the rest', () => {
    const until = new Date(Date.UTC(2026, 0, 1))
    const error = new WecomAuthError('bad secret', { ...api, reason: 'credential', retryable: true })
    const cooling = error.coolingUntil(until)
    expect(cooling).toMatchObject({ ...api, reason: 'credential', until, retryable: false })
    expect(cooling.message).toContain('2026-01-01T00:00:00.000Z')
    expect(error.until).toBeUndefined()
  })

  it.each([undefined, null, 'ERR_WECOM_API', new Error('x'), { code: 'ERR_WECOM_API', name: 'WecomError' }])(
    '%o is none of ours',
    (value) => {
      expect(isWecomError(value)).toBe(false)
    },
  )

  it('an error of another copy of this package is one of ours', () => {
    const foreign = Object.defineProperty(new Error('x'), Symbol.for('wecom-kit.error'), { value: true })
    expect(isWecomError(foreign)).toBe(true)
  })
})
