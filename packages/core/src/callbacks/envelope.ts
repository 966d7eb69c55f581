import { signatureParameter } from '../wecom/secrets.ts'
import { WecomCallbackError } from '../errors/errors.ts'
import { isRecord } from '../internal/is-record.ts'

/** A request's query: `req.query` of Express, or `url.searchParams`. */
export type CallbackQuery = URLSearchParams | { readonly [name: string]: unknown }

/** The signed part of a query. */
export interface CallbackSignatureQuery {
  signature: string
  timestamp: string
  nonce: string
}

/**
 * Takes `msg_signature`, `timestamp` and `nonce` out of a query.
 *
 * @throws WecomCallbackError reason `missing-parameter`
 */
export function readQuery(query: CallbackQuery): CallbackSignatureQuery {
  return {
    signature: readParameter(query, signatureParameter),
    timestamp: readParameter(query, 'timestamp'),
    nonce: readParameter(query, 'nonce'),
  }
}

/**
 * One parameter that must be there once. A repeated one, which Express makes an array, counts as missing: which of
 * the two was meant would be a guess.
 *
 * @throws WecomCallbackError reason `missing-parameter`
 */
export function readParameter(query: CallbackQuery, name: string): string {
  const values = query instanceof URLSearchParams ? query.getAll(name) : ownValues(query, name)
  const [value, ...more] = values
  if (typeof value === 'string' && value !== '' && more.length === 0) return value
  throw new WecomCallbackError(
    'missing-parameter',
    `The query parameter ${name} is missing, empty or repeated`,
  )
}

function ownValues(query: { readonly [name: string]: unknown }, name: string): unknown[] {
  return typeof query === 'object' && query !== null && Object.hasOwn(query, name) ? [query[name]] : []
}

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
