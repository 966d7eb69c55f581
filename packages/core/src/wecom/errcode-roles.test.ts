import { describe, expect, it } from 'vitest'
import { WecomApiError } from '../errors/errors.ts'
import { errcodeIs, errcodeOf, failedAs } from './errcode-roles.ts'

const failure = (errcode: number) =>
  new WecomApiError('refused', {
    attempts: 1,
    method: 'GET',
    path: '/cgi-bin/user/get',
    durationMs: 1,
    errcode,
    errmsg: '',
    retryable: false,
    helpUrl: '',
    advice: undefined,
  })

describe('the roles of errcodes', () => {
  it('tells what is not there from what failed', () => {
    expect(failedAs(failure(60111), 'absent')).toBe(true)
    expect(failedAs(failure(45009), 'absent')).toBe(false)
    expect(failedAs(new Error('60111'), 'absent')).toBe(false)
  })

  it('lets only a dead token be replaced: 40001 is a bad secret', () => {
    expect([40014, 42001, 40001].map((code) => errcodeIs(code, 'token-rejected'))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('knows the code of what WeCom answered, and none of other errors', () => {
    expect(errcodeOf(failure(60020))).toBe(60020)
    expect(errcodeOf(new TypeError('no'))).toBeUndefined()
  })
})
