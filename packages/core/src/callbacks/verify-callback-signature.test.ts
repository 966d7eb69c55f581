import { describe, expect, test } from 'vitest'
import { callbackSignature, verifyCallbackSignature } from './signature.ts'

const parts = { token: 'QDG6eK', timestamp: '1409659589', nonce: '263014780', encrypt: 'P9nAzCzyDtyT+/==' }
const genuine = { ...parts, signature: callbackSignature(parts) }
const signed = (changed: Partial<typeof parts>): typeof genuine => {
  const input = { ...parts, ...changed }
  return { ...input, signature: callbackSignature(input) }
}

describe('verifyCallbackSignature', () => {
  test('accepts what was signed with the token', () => {
    expect(verifyCallbackSignature(genuine)).toBe(true)
  })

  test('sorts by bytes, so digits come before letters and capitals before small letters', () => {
    const orders = ['0', 'Z', 'a', 'zz'].flatMap((token) =>
      ['1', 'B', 'b'].map((nonce) => signed({ token, nonce })),
    )
    expect(orders.map(verifyCallbackSignature)).toEqual(orders.map(() => true))
  })

  test.each([
    ['another token', { token: 'QDG6eL' }],
    ['another timestamp', { timestamp: '1409659590' }],
    ['another nonce', { nonce: '263014781' }],
    ['another payload', { encrypt: 'P9nAzCzyDtyT+/=' }],
    ['another signature', { signature: '0'.repeat(40) }],
    ['a capital letter in the signature', { signature: genuine.signature.toUpperCase() }],
    ['half a signature', { signature: genuine.signature.slice(0, 20) }],
    ['a signature in characters of several bytes', { signature: '微'.repeat(40) }],
    ['no signature', { signature: '' }],
  ])('refuses %s', (_name, changed) => {
    expect(verifyCallbackSignature({ ...genuine, ...changed })).toBe(false)
  })

  test.each([
    ['an empty token', signed({ token: '' })],
    ['an empty nonce', signed({ nonce: '' })],
    ['an empty payload', signed({ encrypt: '' })],
    ['a nonce with room for three AES blocks', signed({ nonce: '1'.repeat(64) })],
    ['a timestamp with room for anything', signed({ timestamp: `1409659589${'A'.repeat(64)}` })],
    ['a timestamp that is no number', signed({ timestamp: '1409659589x' })],
  ])('refuses %s, though it was signed with the token', (_name, input) => {
    expect(verifyCallbackSignature(input)).toBe(false)
  })

  test.each([undefined, null, 7, 'x', [], {}])('answers false for %j in place of its argument', (input) => {
    expect(Reflect.apply(verifyCallbackSignature, undefined, [input])).toBe(false)
  })

  test.each([undefined, null, 7, ['a'], {}])('answers false for %j in place of text', (value) => {
    for (const name of Object.keys(genuine)) {
      const input = { ...genuine, [name]: value }
      expect(Reflect.apply(verifyCallbackSignature, undefined, [input])).toBe(false)
    }
  })
})
