import { createHash } from 'node:crypto'

/** The JS-SDK signature as WeCom's page spells it. */
export function signatureOf(ticket: unknown, nonce: unknown, timestamp: unknown, url: string): string {
  const text = `jsapi_ticket=${String(ticket)}&noncestr=${String(nonce)}&timestamp=${String(timestamp)}&url=${url}`
  return createHash('sha1').update(text).digest('hex')
}
