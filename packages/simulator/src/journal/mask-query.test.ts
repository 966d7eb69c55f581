import { assert, constantFrom, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { maskQuery } from './mask-query.ts'

const secretName = constantFrom(
  'access_token',
  'corpsecret',
  'code',
  'user_ticket',
  'ACCESS_TOKEN',
  'suite_access_token',
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
    }),
  )
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

test('a parameter named __proto__ is a parameter', () => {
  const masked = maskQuery(new URLSearchParams('__proto__=x'))
  expect(Object.getPrototypeOf(masked)).toBe(Object.prototype)
  expect(Object.keys(masked)).toEqual(['__proto__'])
})
