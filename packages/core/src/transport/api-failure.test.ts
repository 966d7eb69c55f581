import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apiFailure } from './failures.ts'
import { CallContext } from './call-context.ts'

const context = new CallContext('GET', '/cgi-bin/user/get', () => 0, 30_000)

describe('apiFailure', () => {
  it('leaves no part of a secret in errmsg, wherever it stands', () => {
    const secret = fc
      .string({
        minLength: 8,
        maxLength: 64,
        unit: fc.constantFrom('S', 'E', '+', '/', '=', '&', '%', '-', '_', ' '),
      })
      .map((text) => `SECRET${text}`)
    fc.assert(
      fc.property(fc.nat(1200), secret, fc.boolean(), (offset, value, encode) => {
        const quoted = encode ? encodeURIComponent(value) : value
        const error = apiFailure(
          { errcode: 40029, errmsg: `${'x'.repeat(offset)}${quoted}`, data: {} },
          [value],
          context,
        )
        expect(error.errmsg).not.toContain('SECRET')
        expect(error.errmsg.length).toBeLessThanOrEqual(1000)
      }),
    )
  })

  it('half a surrogate pair in a secret is no trouble', () => {
    const error = apiFailure({ errcode: 40029, errmsg: 'x', data: {} }, ['code\uD800x'], context)
    expect(error.errcode).toBe(40029)
  })

  const messageOf = (errcode: number, errmsg: string): string =>
    apiFailure({ errcode, errmsg, data: {} }, [], context).message

  it('says the address that WeCom saw where somebody has to add it, and nowhere else', () => {
    const seen =
      'not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info at https://a.cn/b'
    expect(messageOf(60020, seen)).toMatch(
      /to GET \/cgi-bin\/user\/get from 203\.0\.113\.7\. Add the address/,
    )
    expect(messageOf(60111, seen)).not.toContain('203.0.113.7')
  })

  it("has WeCom's own words for a code that is in no table, and ours for one that is", () => {
    expect(messageOf(999_999, 'brand\nnew trouble, hint: [123], from ip: 1.2.3.4')).toContain(
      'WeCom answered 999999 (WeCom says: brand new trouble)',
    )
    expect(messageOf(999_999, '')).toContain('999999 (Not in the shipped table')
    expect(messageOf(40130, 'whatever')).toContain('40130 (Old and new follower are the same)')
  })

  it("helpUrl is the page errmsg names, else WeCom's page about the errcode", () => {
    const helpUrl = (errmsg: string): unknown =>
      apiFailure({ errcode: 60111, errmsg, data: {} }, [], context).helpUrl
    expect(helpUrl('userid not found')).toBe('https://open.work.weixin.qq.com/devtool/query?e=60111')
    expect(helpUrl('x, more info at https://work.weixin.qq.com/private?e=1')).toBe(
      'https://work.weixin.qq.com/private?e=1',
    )
  })

  it.each([
    [40014, 'ERR_WECOM_AUTH', 'token-rejected'],
    [42001, 'ERR_WECOM_AUTH', 'token-rejected'],
    [40001, 'ERR_WECOM_AUTH', 'credential'],
    [40013, 'ERR_WECOM_AUTH', 'credential'],
    [60020, 'ERR_WECOM_AUTH', 'ip-not-allowed'],
    [45009, 'ERR_WECOM_RATE_LIMIT', undefined],
    [45033, 'ERR_WECOM_RATE_LIMIT', undefined],
    [60111, 'ERR_WECOM_API', undefined],
    [-1, 'ERR_WECOM_API', undefined],
    [987_654, 'ERR_WECOM_API', undefined],
  ])('errcode %d is %s %s', (errcode, code, reason) => {
    const error = apiFailure({ errcode, errmsg: '', data: {} }, [], context)
    expect(error.code).toBe(code)
    expect(Reflect.get(error, 'reason')).toBe(reason)
  })
})
