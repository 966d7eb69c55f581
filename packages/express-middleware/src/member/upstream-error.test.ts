import { WecomApiError, WecomAuthError, WecomHttpError, WecomTimeoutError } from '@wecom-kit/core'
import { expect, it } from 'vitest'
import { WecomSSOError } from '../errors/sso-error.ts'
import { mapUpstreamError } from './upstream-error.ts'

const api = (errcode: number) => new WecomApiError('text', { errcode, errmsg: 'text' })

it.each([
  [api(40029), 'WECOM_CODE_INVALID', 400],
  [api(42003), 'WECOM_CODE_INVALID', 400],
  [api(42022), 'WECOM_CODE_INVALID', 400],
  [api(50001), 'WECOM_APP_SETUP', 502],
  [api(50002), 'WECOM_NOT_VISIBLE', 403],
  [api(50003), 'WECOM_APP_DISABLED', 403],
  [api(60021), 'WECOM_NOT_VISIBLE', 403],
  [api(-1), 'WECOM_UPSTREAM', 502],
  [
    new WecomAuthError('text', { errcode: 60020, errmsg: 'text', reason: 'ip-not-allowed' }),
    'WECOM_APP_SETUP',
    502,
  ],
  [
    new WecomAuthError('text', { errcode: 40014, errmsg: 'text', reason: 'token-rejected' }),
    'WECOM_UPSTREAM',
    502,
  ],
  [new WecomHttpError('text', { status: 503 }), 'WECOM_UPSTREAM', 502],
  [new WecomTimeoutError('text', { phase: 'deadline' }), 'WECOM_UPSTREAM_TIMEOUT', 504],
  [new DOMException('text', 'TimeoutError'), 'WECOM_UPSTREAM_TIMEOUT', 504],
  [new TypeError('text'), 'WECOM_UPSTREAM', 502],
  ['text', 'WECOM_UPSTREAM', 502],
])('%s is %s', (error, code, status) => {
  expect(mapUpstreamError(error)).toMatchObject({ code, status })
})

it("keeps core's errors as the cause, and nobody else's: they may quote the address with the code", () => {
  const ours = api(50001)
  expect(mapUpstreamError(ours).cause).toBe(ours)
  expect(mapUpstreamError(new Error('GET /getuserinfo?code=SECRET')).cause).toBeUndefined()
})

it('says what to check when WeCom refuses the server', () => {
  expect(mapUpstreamError(api(50001)).message).toMatch(/errcode 50001.*trusted domain, trusted IP and secret/)
})

it('leaves our own errors as they are', () => {
  const error = new WecomSSOError('WECOM_NOT_MEMBER', 'text')
  expect(mapUpstreamError(error)).toBe(error)
})
