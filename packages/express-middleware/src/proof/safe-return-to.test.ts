import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeReturnTo } from './safe-return-to.ts'

const origin = 'https://oa.example.com'
const rules = { origin, prefix: '', ownPaths: ['/wecom/login'], allowedOrigins: ['https://app.example.com'] }

it('never leaves the origin or the allowed ones, whatever comes in', () => {
  const tricky = fc.string({
    unit: fc.constantFrom(
      '/',
      '\\',
      '\t',
      '\n',
      '.',
      ':',
      '@',
      '%',
      '2',
      'f',
      '5',
      'c',
      'a',
      '#',
      '?',
      '0',
      'd',
    ),
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        tricky,
        fc.webUrl(),
        tricky.map((text) => `/${text}`),
      ),
      (text) => {
        const result = safeReturnTo(text, rules)
        expect([origin, 'https://app.example.com']).toContain(new URL(result, `${origin}/deep/`).origin)
        expect(result).toMatch(/^[\x21-\x7e]+$/)
      },
    ),
    { numRuns: 2000 },
  )
})

it('settles: what it gives, it gives again', () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const once = safeReturnTo(path, rules)
      expect(safeReturnTo(once, rules)).toBe(once)
    }),
  )
})

it('keeps ordinary paths as they are', () => {
  for (const path of [
    '/',
    '/a',
    '/a/b?c=d&e=%20',
    '/a#b',
    '/?next=//evil.example',
    '/http://google.com',
    '/a%2fb',
  ]) {
    expect(safeReturnTo(path, rules)).toBe(path)
  }
})

it('reduces its own absolute address to a path, and goes home under the prefix', () => {
  expect(safeReturnTo(`${origin}/a?b`, rules)).toBe('/a?b')
  expect(safeReturnTo('//evil', { ...rules, prefix: '/oa' })).toBe('/oa/')
})

it('refuses characters that browsers drop or rewrite, wherever they stand', () => {
  for (const character of [
    '\\',
    '\t',
    '\n',
    '\r',
    '\u0000',
    ' ',
    '\u007f',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\ufeff',
  ]) {
    expect(safeReturnTo(`/a${character}b`, rules), JSON.stringify(character)).toBe('/')
  }
})

const other = 'https://app.example.com'

it.each<[asked: unknown, given: string]>([
  [undefined, '/'],
  [['/a'], '/'],
  ['', '/'],
  ['a', '/'],
  ['https://', '/'],
  ['http://[', '/'],
  ['javascript:alert(1)', '/'],
  ['ftp://oa.example.com/a', '/'],
  ['https://oa.example.com.evil.example/', '/'],
  ['http://oa.example.com/a', '/'],
  ['//oa.example.com/a', '/'],
  ['/..//evil.example', '/'],
  ['/%2fevil.example', '/'],
  ['/%5Cevil.example', '/'],
  ['/%09/evil.example', '/'],
  ['/a%0d%0aset-cookie', '/'],
  ['/a%00', '/'],
  ['/%', '/%'],
  ['/..//%', '/'],
  [`${other}/x?y#z`, `${other}/x?y#z`],
  ['HTTPS://APP.example.com', `${other}/`],
  ['http://intranet.example.com/a', 'http://intranet.example.com/a'],
  ['http://app.example.com/a', '/'],
  ['https://user@app.example.com/', '/'],
  ['https://:password@app.example.com/', '/'],
  ['https://user@oa.example.com/a', '/'],
  ['https://:password@oa.example.com/a', '/'],
  ['/wecom/login', '/'],
  ['/WeCom/Login', '/'],
  ['/wecom/login//?a', '/'],
  ['https://oa.example.com/wecom/login', '/'],
  ['/wecom/login/help', '/wecom/login/help'],
  ['/wecom/loginn', '/wecom/loginn'],
])('answers %j with %s', (asked, given) => {
  const allowedOrigins = [other, 'http://intranet.example.com']
  expect(safeReturnTo(asked, { ...rules, allowedOrigins })).toBe(given)
})

it('keeps 1024 characters, of a longer address the path alone, of a longer path nothing', () => {
  const path = `/${'a'.repeat(1023)}`
  const query = `/a?${'b'.repeat(1021)}`
  expect(safeReturnTo(path, rules)).toBe(path)
  expect(safeReturnTo(query, rules)).toBe(query)
  expect(safeReturnTo(`${query}b`, rules)).toBe('/a')
  expect(safeReturnTo(`${path}?b`, rules)).toBe(path)
  expect(safeReturnTo(`${path}#b`, rules)).toBe(path)
  expect(safeReturnTo(`${path}a`, rules)).toBe('/')
  expect(safeReturnTo(`/a?${'文'.repeat(300)}`, rules)).toBe('/a')
  expect(safeReturnTo(`/${'文'.repeat(300)}`, rules)).toBe('/')
})

it('does not go back to a sign-in at the root', () => {
  const atRoot = { ...rules, prefix: '/oa', ownPaths: ['/'] }
  expect(safeReturnTo('/', atRoot)).toBe('/oa/')
  expect(safeReturnTo('/a', atRoot)).toBe('/a')
})
