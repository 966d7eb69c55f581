import {
  type AuthErrorReason,
  WecomApiError,
  WecomAuthError,
  WecomConfigError,
  WecomRateLimitError,
  WecomTimeoutError,
} from '@wecom-kit/core'
import { expect, test } from 'vitest'
import { translateError } from './upstream.ts'

const text = 'not allow to access from your ip, hint: [1], from ip: 10.1.2.3'
const api = (errcode: number, retryable = false): WecomApiError =>
  new WecomApiError(text, { errcode, errmsg: text, retryable })

test.each([
  [new WecomRateLimitError(text, { errcode: 45009, errmsg: text }), { code: 'RATE_LIMITED', retryAfter: 60 }],
  [api(45029), { code: 'RESULT_TOO_LARGE' }],
  [api(-1, true), { code: 'WECOM_UPSTREAM', errcode: -1, transient: true, requestId: 'r1' }],
  [api(49999), { code: 'WECOM_UPSTREAM', errcode: 49999, transient: false, requestId: 'r1' }],
])('%s becomes a code without any upstream text', (error, extensions) => {
  const translated = translateError(error, 'r1')
  expect(translated?.extensions).toEqual(extensions)
  expect(JSON.stringify(translated)).not.toMatch(/10\.1\.2\.3|hint/)
  expect(translated?.originalError).toBeUndefined()
})

test.each([40001, 48002, 48009, 60020, 301002])('the set-up fault %d is left to be masked', (errcode) => {
  expect(translateError(api(errcode), 'r1')).toBeUndefined()
})

const refused = (reason: AuthErrorReason): WecomAuthError =>
  new WecomAuthError(text, { errcode: 40014, errmsg: text, reason })

test('a token refused as soon as it was given may be taken a moment later; other refusals of the app are masked', () => {
  const translated = translateError(refused('token-rejected'), 'r1')
  expect(translated?.extensions).toEqual({ code: 'WECOM_UPSTREAM', transient: true, requestId: 'r1' })
  for (const reason of ['credential', 'ip-not-allowed'] as const)
    expect(translateError(refused(reason), 'r1')).toBeUndefined()
})

test('a bug and a wrong option are left to be masked', () => {
  expect(translateError(new TypeError('x'), 'r1')).toBeUndefined()
  expect(translateError(new WecomConfigError('x'), 'r1')).toBeUndefined()
})

test('no answer at all is a transient failure upstream', () => {
  const error = new WecomTimeoutError('deadline', { phase: 'headers' })
  expect(translateError(error, 'r1')?.extensions).toMatchObject({ code: 'WECOM_UPSTREAM', transient: true })
})
