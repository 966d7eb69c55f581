import { expect, it } from 'vitest'
import { type Parser, slowPiece, withHostileTexts } from 'test-support/parsers'
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

const parsers: readonly Parser[] = [
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
  expect(slowPiece(tokens, parse)).toBeUndefined()
})

it.each(parsers)('throws nothing, whatever is in %s', (_name, tokens, parse) => {
  withHostileTexts(tokens, (text) => {
    expect(() => parse(text)).not.toThrow()
  })
})
