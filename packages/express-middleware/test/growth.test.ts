import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { growth, linear } from 'test-support/growth'
import { cookieNames, cookieValues } from '../src/http/read-request.ts'
import { safeReturnTo } from '../src/proof/safe-return-to.ts'
import { createLoginStates } from '../src/proof/states.ts'
import { createSealer, deriveKeys } from '../src/session/seal.ts'
import { decodeSession } from '../src/session/session.ts'

const keys = deriveKeys(['x'.repeat(40)], 'ww1', 'session')
const sealer = createSealer(keys)
const states = createLoginStates(keys, () => 0)
const rules = {
  origin: 'https://oa.example.com',
  prefix: '/oa',
  ownPaths: ['/wecom/login'],
  allowedOrigins: ['https://app.example.com'],
}

/** What each parser's own syntax is made of, in any order. */
const parsers: readonly [name: string, tokens: readonly string[], parse: (text: string) => unknown][] = [
  [
    'the values of a cookie',
    ['wecom_1=', ';', ' ', '"', '=', 'eyJ', '..', 'a', ','],
    (text) => cookieValues(text, 'wecom_1', 150),
  ],
  ['names of cookies', ['wecom_1_login_', '=', ';', ' ', 'a'], (text) => cookieNames(text, 'wecom_1_login_')],
  ['a sealed cookie', ['eyJ', '.', '..', 'A', '-', '_', '='], (text) => sealer.open(text)],
  ['an opened cookie', ['{', '}', '[', '"', ':', ',', '\\', '1'], (text) => decodeSession(`{${text}`, 0)],
  ['a state', ['0', 'f', 'Z', '-'], (text) => states.read(text)],
  [
    'a return address',
    ['/', '\\', '..', '.', '%2e', '%2F', '%25', '?', '#', '@', ':', 'https:', '\t', 'a', '//'],
    (text) => safeReturnTo(`/${text}`, rules),
  ],
]

it.each(parsers)('takes time in proportion to its size, whatever is in %s', (_name, tokens, parse) => {
  const piece = fc
    .array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(piece, (text) => {
      expect(growth(parse, text)).toBeLessThan(linear)
    }),
    { numRuns: 25 },
  )
})

it.each(parsers)('throws nothing, whatever is in %s', (_name, tokens, parse) => {
  const text = fc.array(fc.oneof(fc.constantFrom(...tokens), fc.string())).map((all) => all.join(''))
  fc.assert(
    fc.property(text, (each) => {
      expect(() => parse(each)).not.toThrow()
    }),
    { numRuns: 500 },
  )
})
