import { createHash } from 'node:crypto'

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
