import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorizeUrl } from './login-url.ts'
import { readIdentity } from './identity.ts'
import { isInAppBrowser, loginUrl } from './login-url.ts'
import { webLoginUrl } from './login-url.ts'

const app = {
  corpId: 'ww0123456789abcdef',
  agentId: 1000002,
  authorizeBaseUrl: 'https://open.weixin.qq.com',
  loginBaseUrl: 'https://login.work.weixin.qq.com',
}
const withoutAgent = { ...app, agentId: undefined }
const redirectUri = 'https://oa.example.com/wecom/callback?a=1&b=%20#x'
const encoded = 'https%3A%2F%2Foa.example.com%2Fwecom%2Fcallback%3Fa%3D1%26b%3D%2520%23x'

describe('authorizeUrl', () => {
  it('keeps the documented order of parameters and ends in #wechat_redirect', () => {
    expect(authorizeUrl(app, { redirectUri, scope: 'snsapi_privateinfo', state: 'abc123' })).toBe(
      `https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww0123456789abcdef&redirect_uri=${encoded}&response_type=code&scope=snsapi_privateinfo&state=abc123&agentid=1000002#wechat_redirect`,
    )
  })

  it('leaves out what was not given', () => {
    expect(authorizeUrl(withoutAgent, { redirectUri: 'https://a.cn/' })).toBe(
      'https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww0123456789abcdef&redirect_uri=https%3A%2F%2Fa.cn%2F&response_type=code&scope=snsapi_base#wechat_redirect',
    )
  })

  it.each(['', 'a b', 'a-b', 'a_b', 'ä', 'x'.repeat(129), 'a&b=c', 'a\n'])(
    'refuses the state %j',
    (state) => {
      expect(() => authorizeUrl(app, { redirectUri, state })).toThrow(/letters and digits/)
    },
  )

  it.each(['snsapi_userinfo', 'snsapi_login', '', 'snsapi_base&x=y', 5, null])(
    'refuses the scope %j',
    (scope) => {
      const attempt = (): unknown => Reflect.apply(authorizeUrl, undefined, [app, { redirectUri, scope }])
      expect(attempt).toThrow(/scope must be 'snsapi_base' or 'snsapi_privateinfo'/)
    },
  )

  it('privateinfo needs the agentId', () => {
    expect(() => authorizeUrl(withoutAgent, { redirectUri, scope: 'snsapi_privateinfo' })).toThrow(/agentId/)
  })
})

describe('webLoginUrl', () => {
  it('keeps the documented order of parameters', () => {
    expect(webLoginUrl(app, { redirectUri, state: 'a-b', lang: 'en' })).toBe(
      `https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&appid=ww0123456789abcdef&agentid=1000002&redirect_uri=${encoded}&state=a-b&lang=en`,
    )
  })

  it.each([
    { state: 'x'.repeat(129) },
    { state: '微'.repeat(43) },
    { state: 5 },
    { lang: 'en-US' },
    { lang: 5 },
  ])('refuses %o', (wrong) => {
    const attempt = (): unknown => Reflect.apply(webLoginUrl, undefined, [app, { redirectUri, ...wrong }])
    expect(attempt).toThrow(/state must be|lang must be/)
  })

  it('needs the agentId', () => {
    expect(() => webLoginUrl(withoutAgent, { redirectUri })).toThrow(/agentId/)
  })
})

describe('both', () => {
  it.each([
    '',
    '/callback',
    'javascript:alert(1)',
    'ftp://a.cn/',
    'https://user:pw@a.cn/',
    '//a.cn/',
    'a.cn',
  ])('refuse the redirectUri %j', (bad) => {
    expect(() => authorizeUrl(app, { redirectUri: bad })).toThrow(/redirectUri must be/)
    expect(() => webLoginUrl(app, { redirectUri: bad })).toThrow(/redirectUri must be/)
  })

  it('give the redirectUri back unchanged to whoever parses them', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (uri) => {
        for (const url of [authorizeUrl(app, { redirectUri: uri }), webLoginUrl(app, { redirectUri: uri })]) {
          expect(new URL(url).searchParams.get('redirect_uri')).toBe(uri)
        }
      }),
    )
  })
})

describe('loginUrl', () => {
  it.each([
    ['Mozilla/5.0 … wxwork/4.1.0 MicroMessenger/7.0.1', true],
    ['Mozilla/5.0 (iPhone) MicroMessenger/8.0.40', true],
    ['Mozilla/5.0 WXWORK/3', true],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/120', false],
    ['', false],
    [undefined, false],
  ])('%s: in-app is %s', (userAgent, inApp) => {
    expect(isInAppBrowser(userAgent)).toBe(inApp)
    const url = loginUrl(app, { userAgent, redirectUri, state: 'abc' })
    expect(new URL(url).host).toBe(inApp ? 'open.weixin.qq.com' : 'login.work.weixin.qq.com')
    expect(new URL(url).searchParams.get('state')).toBe('abc')
  })
})

describe('readIdentity', () => {
  it.each([
    [{ userid: 'zhangsan' }, { kind: 'member', corpId: 'ww', userId: 'zhangsan' }],
    [
      { userid: 'a', user_ticket: 't' },
      { kind: 'member', corpId: 'ww', userId: 'a', userTicket: 't' },
    ],
    [{ userid: 'wwOther/a' }, { kind: 'linked-member', corpId: 'wwOther', userId: 'wwOther/a' }],
    [{ openid: 'o' }, { kind: 'external', openId: 'o' }],
    [
      { openid: 'o', external_userid: 'e' },
      { kind: 'external', openId: 'o', externalUserId: 'e' },
    ],
    [{}, undefined],
    [{ userid: '' }, undefined],
  ])('%o', (info, expected) => {
    expect(readIdentity(info, 'ww')).toEqual(expected)
  })
})
