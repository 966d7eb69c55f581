import { expect, it } from 'vitest'
import { growth, linear } from 'test-support/growth'
import { type Parser, slowPiece, withHostileTexts } from 'test-support/parsers'
import { createCallbackCrypto, parseCallbackEvent } from '../src/index.ts'
import { parseLenientJson } from '../src/internal/lenient-json.ts'
import { parseErrmsg } from '../src/wecom/parse-errmsg.ts'

const keys = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: 'ww1',
}
const crypto = createCallbackCrypto({ ...keys, maxBodyBytes: 8_000_000 })
const query = { msg_signature: '0'.repeat(40), timestamp: '1', nonce: '2' }

const parsers: readonly Parser[] = [
  [
    'an envelope in XML',
    [
      '<',
      '>',
      '/',
      '<xml>',
      '</xml>',
      '<Encrypt>',
      '<![CDATA[',
      ']]>',
      '&',
      ';',
      '&#x',
      '"',
      '=',
      ' ',
      '<!--',
      'a',
    ],
    (text) => crypto.decrypt(query, `<xml>${text}`),
  ],
  [
    'an envelope in JSON',
    ['{', '}', '[', ']', '"', ':', ',', '\\', '\\u', '"encrypt"', '0', ' ', 'a'],
    (text) => crypto.decrypt(query, `{${text}`),
  ],
  ['a ciphertext', ['A', '=', '/', '+', ' ', '\n'], (text) => crypto.decrypt(query, `{"encrypt":"${text}"}`)],
  [
    'an event in XML',
    [
      '<',
      '>',
      '/',
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '&',
      '&lt;',
      '&#60;',
      ';',
      '"',
      '=',
      ' ',
      '<!--',
      '-->',
      '<?',
    ],
    (text) => parseCallbackEvent(`<xml><MsgType>event</MsgType>${text}`),
  ],
  [
    'an event in JSON',
    ['{', '}', '[', ']', '"', ':', ',', '\\', '1', 'e', '.', ' '],
    (text) => parseCallbackEvent(`{${text}`),
  ],
  [
    'an errmsg',
    [
      'hint: [',
      ']',
      ' from ip: ',
      '1.',
      '::',
      'more info at ',
      'https://',
      ',',
      ' ',
      'invalid',
      '"',
      '\n',
      '，',
    ],
    (text) => parseErrmsg(text),
  ],
  [
    'an answer',
    ['{', '}', '[', ']', '"', ':', ',', '\\', '\u0001', '\ufeff', '9007199254740993', '-', 'e', ' ', 'null'],
    (text) => parseLenientJson(text, 'string'),
  ],
]

it.each(parsers)('takes time in proportion to its size, whatever %s is made of', (_name, tokens, parse) => {
  expect(slowPiece(tokens, parse)).toBeUndefined()
})

it.each(parsers)('refuses %s with an error of ours, or reads it', (_name, tokens, parse) => {
  withHostileTexts(tokens, (text) => {
    expect([undefined, 'WecomCallbackError', 'SyntaxError']).toContain(nameOfThrown(() => parse(text)))
  })
})

function nameOfThrown(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.name : 'no error'
  }
}

it('would see work that grows with the square of its input', () => {
  const quadratic = (text: string) => Array.from(text, (_character, at) => text.indexOf('b', at)).length
  expect(growth(quadratic, 'a', 10_000)).toBeGreaterThan(linear)
})
