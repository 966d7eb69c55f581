import {
  createCallbackCrypto,
  verifyCallbackSignature,
  type CallbackCrypto,
  type CallbackCryptoOptions,
} from '@wecom-kit/core'
import { describe, expect, test } from 'vitest'
import published from './fixtures/crypto-vectors.json' with { type: 'json' }
import { reasonOf } from './support/reason-of.ts'

type Vector = (typeof published.vectors)[number]

const genuine = published.vectors.filter((vector) => vector.expectSignatureOk !== false)
const echoes = genuine.filter(({ kind }) => kind === 'verify_url')
const pushes = genuine.filter(({ kind }) => kind !== 'verify_url')

function cryptoOf(vector: Vector, changed: Partial<CallbackCryptoOptions> = {}): CallbackCrypto {
  return createCallbackCrypto({
    token: vector.token,
    encodingAesKey: vector.encodingAESKey,
    receiveId: vector.receiveId,
    ...changed,
  })
}

function queryOf(vector: Vector): Record<string, string> {
  return { msg_signature: vector.msg_signature, timestamp: vector.timestamp, nonce: vector.nonce }
}

function bodyOf(vector: Vector): string {
  if (vector.postBody !== undefined) return vector.postBody
  return vector.kind === 'decrypt_json'
    ? JSON.stringify({ tousername: vector.receiveId, encrypt: vector.encrypt, agentid: '218' })
    : `<xml><ToUserName><![CDATA[x]]></ToUserName><Encrypt><![CDATA[${vector.encrypt}]]></Encrypt></xml>`
}

describe('published vectors', () => {
  test('there are two URL checks, four messages and one forgery', () => {
    expect([echoes.length, pushes.length, published.vectors.length]).toEqual([2, 4, 7])
  })

  test.each(genuine)('$id: the signature matches', (vector) => {
    expect(verifyCallbackSignature({ ...vector, signature: vector.msg_signature })).toBe(true)
  })

  test.each(echoes)('$id: the echo is decrypted', (vector) => {
    const query = { ...queryOf(vector), echostr: vector.encrypt }
    expect(cryptoOf(vector).verifyUrl(query)).toBe(vector.plaintext)
    expect(cryptoOf(vector).verifyUrl(new URLSearchParams(query))).toBe(vector.plaintext)
  })

  test.each(pushes)('$id: the message is decrypted', (vector) => {
    const opened = cryptoOf(vector).decrypt(queryOf(vector), bodyOf(vector))
    expect(opened).toEqual({
      message: vector.plaintext,
      format: vector.kind === 'decrypt_json' ? 'json' : 'xml',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      timestamp: Number(vector.timestamp),
    })
  })

  test.each(pushes)('$id: another receiver is refused', (vector) => {
    const crypto = cryptoOf(vector, { receiveId: 'ww0000000000000000' })
    expect(reasonOf(() => crypto.decrypt(queryOf(vector), bodyOf(vector)))).toBe('receiver')
  })

  test.each(genuine)('$id: with a replay window it is expired', (vector) => {
    const query = { ...queryOf(vector), echostr: vector.encrypt }
    const crypto = cryptoOf(vector, { now: Date.now, maxAgeMs: 300_000 })
    expect(reasonOf(() => crypto.verifyUrl(query))).toBe('expired')
    expect(reasonOf(() => crypto.decrypt(query, bodyOf(vector)))).toBe('expired')
  })

  test('N-signature-mismatch: the published forgery is refused before it is decrypted', () => {
    const forgery = published.vectors.find(({ id }) => id === 'N-signature-mismatch')
    expect(forgery).toBeDefined()
    expect(reasonOf(() => cryptoOf(forgery!).decrypt(queryOf(forgery!), bodyOf(forgery!)))).toBe('signature')
  })
})
