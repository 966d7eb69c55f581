import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { CompactEncrypt, compactDecrypt, jwtDecrypt } from 'jose'
import { describe, expect, it } from 'vitest'
import { createSealer, deriveKeys, type KeyPurpose, looksSealed } from './seal.ts'

const ring = (secret: string, purpose: KeyPurpose = 'session', instance = 'corp/1/name') =>
  deriveKeys([secret], instance, purpose)
const keys = ring('secret-one')
const [key] = keys
const sealer = createSealer(keys)

describe('sealed values are standard JWE', () => {
  it('are opened by jose', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const { plaintext, protectedHeader } = await compactDecrypt(
          sealer.seal(text),
          key ?? new Uint8Array(),
        )
        expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM' })
        expect(Buffer.from(plaintext).equals(Buffer.from(text))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('may come from jose, whatever the order of its header', async () => {
    for (const header of [
      { alg: 'dir', enc: 'A256GCM' },
      { enc: 'A256GCM', alg: 'dir' },
      { alg: 'dir', enc: 'A256GCM', typ: 'JWT' },
    ]) {
      const token = await new CompactEncrypt(Buffer.from('文 text'))
        .setProtectedHeader(header)
        .encrypt(key ?? new Uint8Array())
      expect(sealer.open(token)).toBe('文 text')
    }
  })

  it('hold claims that jose checks as a JWT', async () => {
    const exp = Math.floor(Date.now() / 1000) + 60
    const { payload } = await jwtDecrypt(sealer.seal(JSON.stringify({ exp })), key ?? new Uint8Array())
    expect(payload).toEqual({ exp })
  })

  it('of other algorithms, compressed or with critical headers are refused', async () => {
    const long = createHash('sha512').update('x').digest()
    const token = await new CompactEncrypt(Buffer.from('x'))
      .setProtectedHeader({ alg: 'dir', enc: 'A256CBC-HS512' })
      .encrypt(long)
    expect(sealer.open(token)).toBeUndefined()
    const [, ...rest] = sealer.seal('x').split('.')
    for (const header of [
      { alg: 'dir', enc: 'A256GCM', zip: 'DEF' },
      { alg: 'none' },
      'null',
      '',
      { alg: 'dir', enc: 'A256GCM', crit: ['x'] },
    ]) {
      const text = typeof header === 'string' ? header : JSON.stringify(header)
      expect(sealer.open([Buffer.from(text).toString('base64url'), ...rest].join('.'))).toBeUndefined()
    }
  })
})

describe('a sealer', () => {
  it('opens what it sealed, and seals nothing twice alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const token = sealer.seal(text)
        expect(sealer.open(token)).toBe(Buffer.from(text).toString())
        expect(sealer.seal(text)).not.toBe(token)
      }),
    )
  })

  it('opens nothing of another secret, purpose or instance', () => {
    const token = sealer.seal('x')
    for (const other of [
      ring('secret-two'),
      ring('secret-one', 'login'),
      ring('secret-one', 'session', 'corp/2/name'),
    ]) {
      expect(createSealer(other).open(token)).toBeUndefined()
    }
  })

  it('opens with any of its keys and seals with the first', () => {
    const rotated = createSealer([...ring('secret-new'), ...keys])
    expect(rotated.open(sealer.seal('old'))).toBe('old')
    expect(sealer.open(rotated.seal('new'))).toBeUndefined()
  })

  it('never throws and opens no noise', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.string(), { minLength: 5, maxLength: 5 }).map((parts) => parts.join('.')),
        ),
        (noise) => {
          expect(sealer.open(noise)).toBeUndefined()
        },
      ),
    )
  })
})

describe('what our own key sealed otherwise', () => {
  const forge = ({
    header = '{"alg":"dir","enc":"A256GCM"}',
    encryptedKey = '',
    ivBytes = 12,
  } = {}): string => {
    const protectedHeader = Buffer.from(header).toString('base64url')
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', key ?? '', iv)
    cipher.setAAD(Buffer.from(protectedHeader))
    const ciphertext = cipher.update('text', 'utf8', 'base64url') + cipher.final('base64url')
    const tag = cipher.getAuthTag().toString('base64url')
    return [protectedHeader, encryptedKey, iv.toString('base64url'), ciphertext, tag].join('.')
  }

  it.each(['{"alg":"dir","enc":"A256GCM"}', '{"enc":"A256GCM","alg":"dir"}'])('opens under %s', (header) => {
    expect(sealer.open(forge({ header }))).toBe('text')
  })

  it.each([
    '{"alg":"dir","enc":"A256GCM","zip":"DEF"}',
    '{"alg":"dir","enc":"A256GCM","crit":["exp"]}',
    '{"alg":"dir","enc":"A128GCM"}',
    '{"alg":"none","enc":"A256GCM"}',
    '{"alg":"dir"}',
    '["dir"]',
    'null',
    'no JSON',
  ])('does not open under %s', (header) => {
    expect(sealer.open(forge({ header }))).toBeUndefined()
  })

  it('does not open with an encrypted key, a longer IV, or a part too many or too few', () => {
    expect(sealer.open(forge({ encryptedKey: 'AA' }))).toBeUndefined()
    expect(sealer.open(forge({ ivBytes: 16 }))).toBeUndefined()
    expect(sealer.open(`${forge()}.`)).toBeUndefined()
    const parts = forge().split('.')
    for (const length of [0, 1, 2, 3, 4])
      expect(sealer.open(parts.slice(0, length).join('.'))).toBeUndefined()
  })

  it.each([4, 8, 12, 13, 14, 15])('does not open with %i bytes of its tag', (length) => {
    const parts = forge().split('.')
    const tag = Buffer.from(parts[4] ?? '', 'base64url').subarray(0, length)
    expect(sealer.open(parts.with(4, tag.toString('base64url')).join('.'))).toBeUndefined()
  })

  it('opens in one spelling only', () => {
    const token = sealer.seal('text')
    const spellings = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('')
    const opened = spellings.filter((last) => sealer.open(token.slice(0, -1) + last) !== undefined)
    expect(opened).toEqual([token.at(-1)])
    expect(sealer.open(`${token}=`)).toBeUndefined()
  })
})

it('a sealer needs a key', () => {
  expect(() => createSealer([])).toThrow('a sealer needs at least one key')
})

it('what is sealed looks it, junk does not', () => {
  expect(looksSealed(sealer.seal(''))).toBe(true)
  const rest = 'a'.repeat(56)
  expect(looksSealed(`eyJ..${rest}`)).toBe(true)
  expect(looksSealed(`eyJ..${rest.slice(1)}`)).toBe(false)
  expect(looksSealed(`..eyJ${rest}`)).toBe(false)
  expect(looksSealed(`eyJ${rest}aa`)).toBe(false)
})
