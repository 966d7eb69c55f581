import { assert, constantFrom, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { maskJson, maskQuery, maskText } from './mask.ts'

const secretName = constantFrom(
  'access_token',
  'corpsecret',
  'code',
  'user_ticket',
  'ACCESS_TOKEN',
  'suite_access_token',
  'key',
  'tfa_code',
  'js_code',
  'permanent_code',
  'welcome_code',
  'response_code',
  'user_doc_ticket',
  'provider_secret',
  'session_key',
  'EncodingAESKey',
  'host_key',
  'upload_key',
)

test('no secret survives, whatever stands around it', () => {
  assert(
    property(secretName, stringMatching(/^[A-Za-z0-9_-]{12,40}$/), (name, secret) => {
      const query = new URLSearchParams([
        ['userid', 'zhangsan'],
        [name, secret],
        ['redirect_uri', `https://a.example/?x=1&code=${secret}&y=2#f`],
      ])
      expect(JSON.stringify(maskQuery(query))).not.toContain(secret)
      const inside = encodeURIComponent(`https://b.example/?${name}=${secret}&z=3`)
      expect(maskText(`https://a.example/?next=${inside}&a=1`)).not.toContain(secret)
      const body = {
        a: [{ [name === 'key' ? 'secret' : name]: secret }],
        url: `https://c.example/?${name}=${secret}`,
      }
      expect(JSON.stringify(maskJson(body))).not.toContain(secret)
    }),
  )
})

test('JSON that cannot be parsed loses its secrets too', () => {
  expect(maskJson('{"access_token" : "SECRET\\"TOO", "userid":"zhangsan", "code":"CUT')).toBe(
    '{"access_token" : "***", "userid":"zhangsan", "code":"***',
  )
  expect(maskJson({ note: '{"host_key":"123456","key":"approve"}' })).toEqual({
    note: '{"host_key":"***","key":"approve"}',
  })
})

test('everything else stays readable', () => {
  expect(
    maskQuery(new URLSearchParams('userid=zhangsan&state=s1&redirect_uri=http://a/?x=1&code=c')),
  ).toEqual({
    userid: 'zhangsan',
    state: 's1',
    redirect_uri: 'http://a/?x=1',
    code: '***',
  })
})

test('a body keeps the names of buttons, empty texts and numbers', () => {
  const body = { button: { key: 'approve' }, code: 0, ticket: '', list: [null, true], text: 'a=1&code' }
  expect(maskJson(body)).toEqual(body)
})

test('a parameter named __proto__ is a parameter', () => {
  const masked = maskQuery(new URLSearchParams('__proto__=x'))
  expect(Object.getPrototypeOf(masked)).toBe(Object.prototype)
  expect(Object.keys(masked)).toEqual(['__proto__'])
})
