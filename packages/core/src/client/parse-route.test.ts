import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeQuery, parseRoute, sensitiveValues } from './encode-call.ts'

describe('parseRoute', () => {
  it.each([
    ['GET /cgi-bin/user/get', 'GET', '/cgi-bin/user/get'],
    ['POST /cgi-bin/service/get_login_info', 'POST', '/cgi-bin/service/get_login_info'],
    ['GET /cgi-bin/a-b/c.d', 'GET', '/cgi-bin/a-b/c.d'],
  ])('%s', (route, method, path) => {
    expect(parseRoute(route)).toEqual({ method, path })
  })

  it.each([
    '',
    'GET',
    '/cgi-bin/user/get',
    'PUT /cgi-bin/x',
    'get /cgi-bin/x',
    'GET  /cgi-bin/x',
    'GET //evil.example.com/x',
    'GET https://evil.example.com/x',
    'GET /cgi-bin/../x',
    'GET /cgi-bin/x?access_token=CANARY',
    'GET /cgi-bin/x#y',
    'GET /cgi-bin/x%2e%2e',
    'GET /cgi-bin/x\r\nHost: evil',
    'GET /cgi-bin/x\n',
    'GET /',
    'GET \\\\evil',
    'GET /cgi-bin/@evil',
  ])('refuses %j without quoting it', (route) => {
    expect(() => parseRoute(route)).toThrow(/^a call: the route must be 'GET \/cgi-bin/)
  })

  it('never leads to another host', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let path = '/'
        try {
          path = parseRoute(`GET ${text}`).path
        } catch {
          return
        }
        const url = new URL(`https://qyapi.weixin.qq.com${path}`)
        expect([url.origin, url.pathname]).toEqual(['https://qyapi.weixin.qq.com', path])
      }),
    )
  })
})

describe('encodeQuery', () => {
  it('comes back the same from any URL parser, undefined left out', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(undefined),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), value), (query) => {
        const params = new URLSearchParams(encodeQuery(query).slice(1))
        const expected = Object.entries(query).filter(([, part]) => part !== undefined)
        expect([...params]).toEqual(expected.map(([name, part]) => [name, String(part)]))
      }),
    )
  })

  it('half a surrogate pair becomes U+FFFD instead of a URIError', () => {
    expect(encodeQuery({ code: 'a\uD800b' })).toBe('&code=a%EF%BF%BDb')
  })

  it.each(['userid=CANARY', 5, null, ['CANARY'], new URLSearchParams({ userid: 'CANARY' })])(
    'refuses %o, which is no object of parameters',
    (query) => {
      expect(() => Reflect.apply(encodeQuery, undefined, [query])).toThrow(
        /^a call: query must be an object [^C]*$/,
      )
    },
  )

  it.each([null, {}, ['CANARY'], Symbol('CANARY'), () => {}])('refuses the value %o', (userid) => {
    expect(() => Reflect.apply(encodeQuery, undefined, [{ userid }])).toThrow(
      /^a call: query\.userid must be a string, number or boolean; got (?:null|an? [a-z]+(?: of 1)?)$/,
    )
  })

  it.each(['access_token', 'corpsecret', 'suite_access_token', 'provider_access_token'])(
    'refuses %s',
    (name) => {
      expect(() => encodeQuery({ [name]: 'CANARY' })).toThrow(
        new RegExp(`query\\.${name} must be left out; got a string of 6 characters\\. [^C]*$`),
      )
    },
  )
})

describe('sensitiveValues', () => {
  it('finds codes and tickets in query and JSON, and nothing else', () => {
    const values = sensitiveValues({
      query: { code: 'a', userid: 'b' },
      json: { user_ticket: 'c', tfa_code: 'd', name: 'e' },
    })
    expect(values).toEqual(['a', 'c', 'd'])
    for (const json of [null, undefined, 'code', ['code'], 5]) expect(sensitiveValues({ json })).toEqual([])
  })
})
