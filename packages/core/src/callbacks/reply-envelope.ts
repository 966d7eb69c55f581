import type { CallbackFormat } from './read-envelope.ts'

/** The parts of an encrypted reply. */
export interface ReplyParts {
  encrypt: string
  signature: string
  /** Seconds. */
  timestamp: number
  nonce: string
}

/** Writes a reply as WeCom reads it. No part can hold markup: base64, hex, digits and a checked nonce. */
export function replyEnvelope(
  { encrypt, signature, timestamp, nonce }: ReplyParts,
  format: CallbackFormat,
): string {
  if (format === 'json') return JSON.stringify({ encrypt, msgsignature: signature, timestamp, nonce })
  return [
    '<xml>',
    `<Encrypt><![CDATA[${encrypt}]]></Encrypt>`,
    `<MsgSignature><![CDATA[${signature}]]></MsgSignature>`,
    `<TimeStamp>${timestamp}</TimeStamp>`,
    `<Nonce><![CDATA[${nonce}]]></Nonce>`,
    '</xml>',
  ].join('')
}
