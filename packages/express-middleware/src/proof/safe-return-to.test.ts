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
