import { WecomCallbackError } from '../errors/callback-error.ts'
import { isRecord } from '../internal/is-record.ts'

/** The two forms a callback comes in. */
export type CallbackFormat = 'xml' | 'json'

/** What an envelope holds that matters: nothing else in it is signed. */
export interface CallbackEnvelope {
  encrypt: string
  format: CallbackFormat
}

/**
 * Finds the ciphertext in a body, XML or JSON.
 *
 * It is read before the signature can be checked, so a stranger may send anything: no parser looks at it, only this
 * one element is cut out. Which element is meant does not matter for safety, since the signature covers its text.
 *
 * @throws WecomCallbackError reason `too-large` or `malformed`
 */
export function readEnvelope(body: string | Uint8Array, maxBodyBytes: number): CallbackEnvelope {
  const text = bodyText(body, maxBodyBytes)
  const format = formatOf(text)
  const encrypt = format === 'json' ? jsonEncrypt(text) : xmlEncrypt(text)
  if (typeof encrypt === 'string' && encrypt !== '') return { encrypt, format }
  throw malformed('The callback has no Encrypt element, or not exactly one')
}

/** JSON starts with a brace; everything else is taken for XML. */
export function formatOf(text: string): CallbackFormat {
  return text.trimStart().startsWith('{') ? 'json' : 'xml'
}

function xmlEncrypt(text: string): string | undefined {
  if (/<!(?!\[CDATA\[)/.test(text)) throw malformed('Declarations and comments are not accepted')
  const [, inner, ...more] = text.split('<Encrypt>')
  const end = inner?.indexOf('</Encrypt>') ?? -1
  if (inner === undefined || end === -1 || more.length > 0) return undefined
  const content = inner.slice(0, end).trim()
  return content.startsWith('<![CDATA[') && content.endsWith(']]>') ? content.slice(9, -3).trim() : content
}

function jsonEncrypt(text: string): unknown {
  try {
    const envelope: unknown = JSON.parse(text)
    return isRecord(envelope) ? (envelope['encrypt'] ?? envelope['Encrypt']) : undefined
  } catch {
    throw malformed("The callback's envelope is not valid JSON")
  }
}

function bodyText(body: string | Uint8Array, maxBodyBytes: number): string {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw malformed(
      `The body must be the raw text or bytes, got ${typeof body}: read callbacks before express.json() or use express.text({ type: () => true })`,
    )
  }
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
  if (bytes > maxBodyBytes) {
    throw new WecomCallbackError(
      'too-large',
      `The body has ${bytes} bytes, more than the ${maxBodyBytes} accepted`,
    )
  }
  const text = typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, bytes).toString()
  return text.replace(/^\uFEFF/, '')
}

function malformed(message: string): WecomCallbackError {
  return new WecomCallbackError('malformed', message)
}
