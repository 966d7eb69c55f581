import { readFileSync } from 'node:fs'
import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRecord } from '../shape/shape.ts'
import { decrypt, encrypt, sign } from './crypto.ts'

const file: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/crypto-vectors.json', import.meta.url), 'utf8'),
)
const vectors = isRecord(file) && Array.isArray(file['vectors']) ? file['vectors'].filter(isRecord) : []
const field = (vector: Record<string, unknown>, name: string): string => String(vector[name])

describe('published vectors', () => {
  test('are all here', () => {
    expect(vectors.map((vector) => vector['id'])).toEqual([
      'A-verifyurl',
      'A-decrypt-xml',
      'A-decrypt-json',
      'A2-decrypt-json',
      'N-signature-mismatch',
      'C-echo',
      'C-decrypt-xml',
    ])
  })

  test.each(vectors.map((vector) => [field(vector, 'id'), vector] as const))('%s', (_id, vector) => {
    const encrypted = field(vector, 'encrypt')
    const signature = sign(
      field(vector, 'token'),
      field(vector, 'timestamp'),
      field(vector, 'nonce'),
      encrypted,
    )
    expect(signature === vector['msg_signature']).toBe(vector['expectSignatureOk'] !== false)
    expect(decrypt(field(vector, 'encodingAESKey'), encrypted)).toEqual({
      message: vector['plaintext'],
      receiveId: vector['receiveId'],
    })
  })
})

const key = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'

test('what is encrypted decrypts to the same, whatever its length', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), string({ maxLength: 40 }), (message, receiveId) => {
      expect(decrypt(key, encrypt(key, message, receiveId))).toEqual({ message, receiveId })
    }),
  )
})

test('a ciphertext is always whole blocks of 32 bytes', () => {
  for (let length = 0; length < 70; length += 1) {
    expect(Buffer.from(encrypt(key, 'x'.repeat(length), 'ww'), 'base64').length % 32).toBe(0)
  }
})

test('a wrong key, a changed text and a short key are refused', () => {
  const encrypted = encrypt(key, 'hello', 'ww')
  expect(() => decrypt('4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws', encrypted)).toThrow(TypeError)
  expect(() => decrypt(key, encrypted.slice(0, 24))).toThrow('wrong final block length')
  expect(() => encrypt('short', 'hello', 'ww')).toThrow('43 characters')
})
