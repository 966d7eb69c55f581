import { assert, property, webUrl } from 'fast-check'
import { expect, test } from 'vitest'
import { finishLogin } from './finish-login.ts'
import type { LoginRequest } from './login-request.ts'

function requestFor(redirectUri: string, state: string | null = 's1'): LoginRequest {
  return {
    flow: 'in-app',
    app: undefined,
    redirectUri: new URL(redirectUri),
    state,
    asksConsent: false,
    delivery: 'redirect',
    language: 'zh',
  }
}

test.each([
  ['http://a.example', 'http://a.example/?code=c&state=s1'],
  ['http://a.example/x?y=%20z', 'http://a.example/x?y=%20z&code=c&state=s1'],
  ['http://a.example/#/route', 'http://a.example/?code=c&state=s1#/route'],
  ['http://a.example/?', 'http://a.example/?code=c&state=s1'],
])('%s becomes %s', (redirectUri, expected) => {
  expect(finishLogin(requestFor(redirectUri), 'c')).toBe(expected)
})

test('host, path, query and fragment are never lost', () => {
  assert(
    property(webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const before = new URL(address)
      const after = new URL(finishLogin(requestFor(address), 'c'))
      expect([after.host, after.pathname, after.hash]).toEqual([before.host, before.pathname, before.hash])
      expect(after.search.startsWith(before.search)).toBe(true)
      expect(after.searchParams.getAll('code').at(-1)).toBe('c')
    }),
  )
})

test('without code and state the address is the one that was asked for', () => {
  expect(finishLogin(requestFor('http://a.example/x', null), undefined)).toBe('http://a.example/x')
})
