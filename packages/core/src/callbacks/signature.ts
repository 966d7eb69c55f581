import { timingSafeEqual, createHash } from 'node:crypto'
import { isRecord } from '../internal/is-record.ts'

/** Arguments of {@link verifyCallbackSignature}: the query's values as they came, URL-decoded. */
export interface CallbackSignatureInput extends SignedParts {
  /** The query's `msg_signature`. */
  signature: string
}

// The signed text has no separators, so characters may move between neighbouring parts without changing the
// signature. Taking 64 characters (three AES blocks) off the ciphertext and into the nonce would let an attacker cut
// a genuine message and have its tail decrypt as a message of its own; a timestamp of digits and a short nonce leave
// no room for that.
const timestampFormat = /^\d{1,12}$/
const maxNonceLength = 63

/**
 * Whether a callback was signed with the token, compared in constant time. Anything that is not a non-empty string
 * answers false.
 *
 * This alone does not tell who the message is for or how old it is: `createCallbackCrypto` checks those too.
 *
 * @example
 * ```ts
 * import { verifyCallbackSignature } from '@wecom-kit/core'
 *
 * verifyCallbackSignature({
 *   token: 'QDG6eK',
 *   timestamp: '1409659589',
 *   nonce: '263014780',
 *   encrypt: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
 *   signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
 * }) // true
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90968
 */
export function verifyCallbackSignature(input: CallbackSignatureInput): boolean {
  if (!isRecord(input)) return false
  const { token, timestamp, nonce, encrypt, signature } = input
  if (![token, timestamp, nonce, encrypt, signature].every(isNonEmptyString)) return false
  if (!timestampFormat.test(timestamp) || nonce.length > maxNonceLength) return false
  const expected = Buffer.from(callbackSignature({ token, timestamp, nonce, encrypt }))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function isNonEmptyString(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

/** What WeCom signs, besides the token. */
export interface SignedParts {
  token: string
  timestamp: string
  nonce: string
  encrypt: string
}

/** WeCom's msg_signature: SHA-1 over the four parts, sorted and joined. */
export function callbackSignature({ token, timestamp, nonce, encrypt }: SignedParts): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypt].sort().join('')).digest('hex')
}
