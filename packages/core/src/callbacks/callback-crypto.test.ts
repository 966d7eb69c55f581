import { createCipheriv } from 'node:crypto'
import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reasonOf } from '../../test/support/reason-of.ts'
import { createCallbackCrypto, type CallbackCryptoOptions } from './callback-crypto.ts'
import { callbackSignature } from './signature.ts'

const token = 'CANARYtoken123'
const encodingAesKey = 'CANARYkeyabcdefghijklmnopqrstuvwxyz01234567'
const receiveId = 'ww6a112864f8022910'
const aesKey = Buffer.from(encodingAesKey, 'base64')
const seconds = 1_700_000_000
const now = (): number => seconds * 1000
const callbacks = createCallbackCrypto({ token, encodingAesKey, receiveId, now })

interface Push {
  query: { msg_signature: string; timestamp: string; nonce: string }
  encrypt: string
}

/** Signs any ciphertext, as somebody would who knows the token but not the key. */
function sign(encrypt: string, timestamp = String(seconds), nonce = 'n0nce'): Push {
  return {
    query: { msg_signature: callbackSignature({ token, timestamp, nonce, encrypt }), timestamp, nonce },
    encrypt,
  }
}

function encryptRaw(plain: Buffer): string {
  const cipher = createCipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}

/** A plaintext of WeCom's layout with a message length and padding of our choice. */
function layout(message: string, length: number, pad: number[]): Buffer {
  const header = Buffer.alloc(20)
  header.writeUInt32BE(length, 16)
  return Buffer.concat([header, Buffer.from(message), Buffer.from(receiveId), Buffer.from(pad)])
}

function seal(message: string): Push {
  const reply = JSON.parse(callbacks.encryptReply(message, { format: 'json' }))
  return {
    query: { msg_signature: reply.msgsignature, timestamp: String(reply.timestamp), nonce: reply.nonce },
    encrypt: reply.encrypt,
  }
}

const xmlBody = (encrypt: string): string => `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`
const openPush = ({ query, encrypt }: Push): string => callbacks.decrypt(query, xmlBody(encrypt)).message

describe('round trip', () => {
  test('decrypt undoes encryptReply for any text, in both forms and as URL check', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('xml', 'json'), (message, format) => {
        const push = seal(message)
        const body = format === 'xml' ? xmlBody(push.encrypt) : JSON.stringify({ encrypt: push.encrypt })
        expect(callbacks.decrypt(push.query, body)).toMatchObject({ message, format, timestamp: seconds })
        expect(callbacks.verifyUrl({ ...push.query, echostr: push.encrypt })).toBe(message)
      }),
    )
  })

  test('every length of padding, 1 to 32, is undone', () => {
    for (let length = 0; length < 40; length += 1) {
      const push = seal('x'.repeat(length))
      expect(openPush(push)).toBe('x'.repeat(length))
      expect(Buffer.from(push.encrypt, 'base64').length % 32).toBe(0)
    }
  })

  test('an empty receiveId is a receiver like any other', () => {
    const robot = createCallbackCrypto({ token, encodingAesKey, receiveId: '', now })
    const reply = JSON.parse(robot.encryptReply('{}', { format: 'json' }))
    const query = { ...reply, msg_signature: reply.msgsignature, timestamp: String(reply.timestamp) }
    expect(robot.decrypt(query, JSON.stringify(reply)).message).toBe('{}')
    const push = seal('{}')
    expect(reasonOf(() => robot.decrypt(push.query, xmlBody(push.encrypt)))).toBe('receiver')
  })

  test('a reply has the documented form', () => {
    const reply = callbacks.encryptReply('<xml></xml>', { timestamp: 1_409_735_669, nonce: '1320562132' })
    expect(reply).toMatch(
      /^<xml><Encrypt><!\[CDATA\[[\w+/=]+\]\]><\/Encrypt><MsgSignature><!\[CDATA\[[0-9a-f]{40}\]\]><\/MsgSignature><TimeStamp>1409735669<\/TimeStamp><Nonce><!\[CDATA\[1320562132\]\]><\/Nonce><\/xml>$/,
    )
  })

  test('two replies of one text differ: random bytes and nonce', () => {
    expect(callbacks.encryptReply('same')).not.toBe(callbacks.encryptReply('same'))
  })

  test('equal messages have equal digests however they were encrypted, others have not', () => {
    const digest = (message: string): string => {
      const push = seal(message)
      return callbacks.decrypt(push.query, xmlBody(push.encrypt)).digest
    }
    expect(digest('a')).toBe(digest('a'))
    expect(digest('a')).not.toBe(digest('b'))
  })
})

describe('forgery', () => {
  test('any changed character of signature, timestamp, nonce or ciphertext is refused', () => {
    const push = seal('<xml>hello</xml>')
    const parts = { ...push.query, encrypt: push.encrypt }
    const name = fc.constantFrom(
      'msg_signature' as const,
      'timestamp' as const,
      'nonce' as const,
      'encrypt' as const,
    )
    const replacement = fc.constantFrom('0', '7', 'a', 'f', 'A', 'Z', '+', '/', '=', '-')
    fc.assert(
      fc.property(name, fc.nat(), replacement, (part, position, character) => {
        const value = parts[part]
        const at = position % value.length
        fc.pre(value[at] !== character)
        const changed = { ...parts, [part]: value.slice(0, at) + character + value.slice(at + 1) }
        expect(reasonOf(() => openPush({ query: changed, encrypt: changed.encrypt }))).toBe('signature')
      }),
      { numRuns: 500 },
    )
  })

  test('a cut or extended signature is refused', () => {
    const push = seal('x')
    for (const signature of [push.query.msg_signature.slice(1), `${push.query.msg_signature}0`]) {
      expect(reasonOf(() => openPush({ ...push, query: { ...push.query, msg_signature: signature } }))).toBe(
        'signature',
      )
    }
  })

  test('three AES blocks cannot be moved from the ciphertext into the nonce, though the signed text stays the same', () => {
    const shifted = Array.from({ length: 500 }, () => seal('x'.repeat(200)))
      .map(({ query, encrypt }) => ({
        query: { ...query, nonce: query.nonce + encrypt.slice(0, 64) },
        encrypt: encrypt.slice(64),
      }))
      .filter(
        ({ query, encrypt }) =>
          callbackSignature({ token, timestamp: query.timestamp, nonce: query.nonce, encrypt }) ===
          query.msg_signature,
      )
    expect(shifted.length).toBeGreaterThan(0)
    for (const push of shifted) expect(reasonOf(() => openPush(push))).toBe('signature')
  })
})

describe('replay window', () => {
  const at = (offset: number, maxAgeMs?: number): string => {
    const push = seal('x')
    const options: CallbackCryptoOptions = { token, encodingAesKey, receiveId, now: () => now() + offset }
    if (maxAgeMs !== undefined) options.maxAgeMs = maxAgeMs
    return reasonOf(() => createCallbackCrypto(options).decrypt(push.query, xmlBody(push.encrypt)))
  }

  test('is as wide as the option says, in both directions', () => {
    expect([at(300_000, 300_000), at(-300_000, 300_000)]).toEqual(['accepted', 'accepted'])
    expect([at(300_001, 300_000), at(-300_001, 300_000)]).toEqual(['expired', 'expired'])
  })

  test('is off by default: alone, without a memory of digests, it protects nothing', () => {
    expect(at(10 * 365 * 86_400_000)).toBe('accepted')
  })
})

describe('payloads signed with the token but not made with the key', () => {
  const pad = (count: number, byte = count): number[] => Array.from({ length: count }, () => byte)
  const message = 'x'.repeat(10)
  // 20 bytes of header, 10 of message, 18 of receiver: 16 of padding make 64.
  const genuine = layout(message, 10, pad(16))

  test('the hand-made layout is accepted, so that the refusals below mean something', () => {
    expect(openPush(sign(encryptRaw(genuine)))).toBe(message)
  })

  test.each([
    ['no base64', 'not base64!!'],
    ['base64 of a wrong length', 'AAAAA'],
    ['base64 with something else in it', `****${encryptRaw(genuine)}`],
    ['half a block', Buffer.alloc(24).toString('base64')],
    ['one random block', Buffer.alloc(16, 7).toString('base64')],
    ['padding of 0', encryptRaw(layout(message, 10, pad(16, 0)))],
    ['padding of 33', encryptRaw(layout(message, 10, pad(16, 33)))],
    ['a full padding of 33', encryptRaw(layout('x'.repeat(9), 9, pad(33)))],
    ['padding longer than the text', encryptRaw(Buffer.alloc(16, 32))],
    ['uneven padding', encryptRaw(layout(message, 10, [...pad(15, 15), 16]))],
    ['a length beyond the end', encryptRaw(layout(message, 1_000, pad(16)))],
    ['a length of 4 GiB', encryptRaw(layout(message, 0xff_ff_ff_ff, pad(16)))],
    ['no header', encryptRaw(Buffer.alloc(16, 16))],
    [
      'a message that is no UTF-8',
      encryptRaw(
        Buffer.concat([layout('', 2, []).subarray(0, 20), Buffer.from([0xc3, 0x28]), Buffer.alloc(10, 10)]),
      ),
    ],
  ])('%s is refused with the same words', (_name, encrypt) => {
    const push = sign(encrypt)
    expect(() => openPush(push)).toThrow(
      expect.objectContaining({
        reason: 'decrypt',
        message: 'The payload cannot be decrypted: check encodingAesKey',
      }),
    )
    expect(() => openPush(push)).not.toThrow(expect.objectContaining({ cause: expect.anything() }))
  })
})

describe('bad input', () => {
  const push = seal('x')

  test.each(['msg_signature', 'timestamp', 'nonce'])(
    'a query without %s, with an empty or a repeated one',
    (name) => {
      for (const value of [undefined, '', ['a', 'b'], { a: 'b' }, 7]) {
        const query = { ...push.query, [name]: value }
        expect(reasonOf(() => callbacks.decrypt(query, xmlBody(push.encrypt)))).toBe('missing-parameter')
      }
      const doubled = new URLSearchParams(push.query)
      doubled.append(name, 'again')
      expect(reasonOf(() => callbacks.decrypt(doubled, xmlBody(push.encrypt)))).toBe('missing-parameter')
    },
  )

  test('a parameter inherited from a prototype is none', () => {
    const query: Record<string, unknown> = Object.create(push.query)
    expect(reasonOf(() => callbacks.decrypt(query, xmlBody(push.encrypt)))).toBe('missing-parameter')
  })

  test('an echo whose + became a space is repaired', () => {
    const echo = Array.from({ length: 50 }, () => seal('echo')).find(({ encrypt }) => encrypt.includes('+'))
    expect(echo).toBeDefined()
    const query = { ...echo!.query, echostr: echo!.encrypt.replaceAll('+', ' ') }
    expect(callbacks.verifyUrl(query)).toBe('echo')
  })

  test.each([
    ['nothing', '', 'malformed'],
    ['text', 'hello', 'malformed'],
    ['an empty envelope', '<xml></xml>', 'malformed'],
    ['an empty Encrypt', '<xml><Encrypt></Encrypt></xml>', 'malformed'],
    ['two Encrypts', '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>', 'malformed'],
    ['a nested Encrypt', '<xml><Encrypt><a>b</a></Encrypt></xml>', 'signature'],
    ['an Encrypt without end', '<xml><Encrypt>abcd</xml>', 'malformed'],
    ['a comment', '<xml><!-- --><Encrypt>abcd</Encrypt></xml>', 'malformed'],
    [
      'an external entity',
      '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Encrypt>&e;</Encrypt></xml>',
      'malformed',
    ],
    ['an empty object', '{}', 'malformed'],
    ['cut JSON', '{"encrypt":', 'malformed'],
    ['JSON with a nested encrypt', '{"encrypt":{"a":"b"}}', 'malformed'],
    ['JSON with an encrypt on the prototype', '{"__proto__":{"encrypt":"abcd"}}', 'malformed'],
    ['more than a mebibyte', 'x'.repeat(1_048_577), 'too-large'],
  ])('a body of %s', (_name, body, reason) => {
    expect(reasonOf(() => callbacks.decrypt(push.query, body))).toBe(reason)
    expect(reasonOf(() => callbacks.decrypt(push.query, Buffer.from(body)))).toBe(reason)
  })

  test('a body already parsed by a middleware is named as the mistake', () => {
    const decrypt = (): unknown =>
      Reflect.apply(Reflect.get(callbacks, 'decrypt'), callbacks, [push.query, { encrypt: 'a' }])
    expect(decrypt).toThrow(/express\.json/)
  })

  test('a megabyte of anything from a stranger is refused without much work', () => {
    const bodies = [
      `{${Array.from({ length: 90_000 }, (_, index) => `"a${index}":1`).join(',')}}`,
      `{"a":[${'{},'.repeat(300_000)}{}]}`,
      `${'{"a":'.repeat(170_000)}1${'}'.repeat(170_000)}`,
      `<xml>${'<a/>'.repeat(250_000)}</xml>`,
      `<xml ${'a="1" '.repeat(170_000)}></xml>`,
      `<xml>${'<![CDATA['.repeat(110_000)}</xml>`,
      `<xml><Encrypt>${'&amp;'.repeat(200_000)}</Encrypt></xml>`,
      '<'.repeat(1_000_000),
      '<Encrypt>'.repeat(110_000),
      `<Encrypt>${' '.repeat(1_000_000)}`,
      `{${' '.repeat(1_000_000)}`,
    ]
    const started = process.cpuUsage()
    for (const body of bodies)
      expect(reasonOf(() => callbacks.decrypt(push.query, body))).not.toBe('accepted')
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1_000 / bodies.length).toBeLessThan(150)
  })

  test('bytes, a byte-order mark and surrounding whitespace are fine', () => {
    const json = JSON.stringify({ encrypt: push.encrypt })
    for (const body of [xmlBody(push.encrypt), json]) {
      expect(callbacks.decrypt(push.query, Buffer.from(`\uFEFF \n${body}\n`)).message).toBe('x')
      expect(callbacks.decrypt(push.query, `\uFEFF${body}`).message).toBe('x')
    }
  })

  test("the capitals of some samples' JSON envelopes are understood", () => {
    const body = JSON.stringify({ ToUserName: receiveId, Encrypt: push.encrypt, AgentID: '1' })
    expect(callbacks.decrypt(push.query, body)).toMatchObject({ message: 'x', format: 'json' })
  })

  test('a body may have maxBodyBytes bytes and not one more', () => {
    const body = xmlBody(push.encrypt)
    const limited = (maxBodyBytes: number): string =>
      reasonOf(() =>
        createCallbackCrypto({ token, encodingAesKey, receiveId, now, maxBodyBytes }).decrypt(
          push.query,
          body,
        ),
      )
    expect([limited(body.length), limited(body.length - 1)]).toEqual(['accepted', 'too-large'])
  })

  test.each([
    [{ timestamp: -1 }, /timestamp/],
    [{ timestamp: 1.5 }, /timestamp/],
    [{ nonce: '' }, /nonce/],
    [{ nonce: ']]><x/>' }, /nonce/],
    [{ nonce: 'n'.repeat(64) }, /nonce/],
  ])('encryptReply refuses %j', (options, message) => {
    expect(() => callbacks.encryptReply('x', options)).toThrow(message)
  })
})

describe('options', () => {
  const make = (options: object) => (): unknown =>
    Reflect.apply(createCallbackCrypto, undefined, [{ token, encodingAesKey, receiveId, ...options }])

  test.each([
    [{ token: undefined }, /token must be the Token .* got undefined/],
    [{ token: '' }, /token .* got an empty string/],
    [{ token: 'has space' }, /token/],
    [{ token: 'x'.repeat(129) }, /token .* got a string of 129 characters/],
    [{ token: '企业' }, /token .* got a string of 2 characters/],
    [{ encodingAesKey: undefined }, /encodingAesKey must be 43/],
    [{ encodingAesKey: 'x'.repeat(42) }, /encodingAesKey .* got a string of 42 characters/],
    [{ encodingAesKey: `${'x'.repeat(42)}=` }, /encodingAesKey/],
    [{ receiveId: undefined }, /receiveId/],
    [{ maxAgeMs: 0 }, /maxAgeMs .* got 0/],
    [{ maxAgeMs: Number.NaN }, /maxAgeMs .* got NaN/],
    [{ maxBodyBytes: -1 }, /maxBodyBytes/],
  ])('%j fails at construction', (options, message) => {
    expect(make(options)).toThrow(message)
    expect(make(options)).toThrow(expect.objectContaining({ code: 'ERR_WECOM_CONFIG' }))
  })

  test('no error quotes token or key', () => {
    const push = seal('x')
    const failures = [
      make({ token: `${token} ` }),
      make({ encodingAesKey: `${encodingAesKey}x` }),
      () => openPush({ ...push, encrypt: 'AAAA' }),
      () => openPush(sign('AAAA')),
      () => callbacks.decrypt({}, ''),
      () => callbacks.decrypt(push.query, `<xml>${token}`),
    ]
    const texts = failures.map((fail) => {
      try {
        return fail()
      } catch (error) {
        return inspect(error, { depth: null, showHidden: true })
      }
    })
    expect(texts).toHaveLength(failures.length)
    for (const text of texts) expect(text).toMatch(/^(?![^]*CANARY)[^]*Wecom\w+Error/)
  })

  test('the crypto shows neither token nor key when it is inspected', () => {
    expect(inspect(callbacks, { depth: null, showHidden: true })).not.toContain('CANARY')
  })
})

test.each([undefined, null, 'x', 5])('options %j are refused', (options) => {
  expect(() => Reflect.apply(createCallbackCrypto, undefined, [options])).toThrow(
    /its argument must be an object of options/,
  )
})

test('an unknown option is named, its value is not', () => {
  const options = { token, encodingAesKey, receiveId, encodingAESKey: encodingAesKey, maxAge: 5 }
  expect(() => createCallbackCrypto(options)).toThrow(
    /there is no option encodingAESKey; did you mean encodingAesKey\?$/,
  )
})

test.each([5, null, {}])('now: %j is refused', (wrong) => {
  const options = { token, encodingAesKey, receiveId, now: wrong }
  expect(() => Reflect.apply(createCallbackCrypto, undefined, [options])).toThrow(/now must be a function/)
})

test.each([undefined, null, 7, {}, Buffer.from('x')])('encryptReply refuses the message %o', (message) => {
  expect(() => Reflect.apply(Reflect.get(callbacks, 'encryptReply'), undefined, [message])).toThrow(
    /message must be a string/,
  )
})

test.each(['yaml', '', null, 5])('encryptReply refuses the format %j', (format) => {
  expect(() => Reflect.apply(Reflect.get(callbacks, 'encryptReply'), undefined, ['x', { format }])).toThrow(
    /format must be/,
  )
})
