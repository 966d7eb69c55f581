import { WecomCallbackError } from '../errors/callback-error.ts'
import { textField } from './fields.ts'
import { parseJson } from './parse-json.ts'
import { parseXml } from './parse-xml.ts'

/** The two forms a callback comes in. */
export type CallbackFormat = 'xml' | 'json'

/** What an envelope holds that matters: nothing else in it is signed. */
export interface CallbackEnvelope {
  encrypt: string
  format: CallbackFormat
}

// An envelope has three elements. It is read before the signature can be checked, so a stranger may send one: few
// elements keep that cheap.
const maxEnvelopeElements = 32

/**
 * Finds the ciphertext in a body, XML or JSON.
 *
 * @throws WecomCallbackError reason `too-large` or `malformed`
 */
export function readEnvelope(body: string | Uint8Array, maxBodyBytes: number): CallbackEnvelope {
  const text = bodyText(body, maxBodyBytes)
  const format = formatOf(text)
  const fields = format === 'json' ? parseJson(text) : parseXml(text, maxEnvelopeElements)
  const encrypt = textField(fields, 'Encrypt') ?? textField(fields, 'encrypt')
  if (encrypt === undefined || encrypt === '') throw malformed('The callback has no Encrypt element')
  return { encrypt: encrypt.trim(), format }
}

/** JSON starts with a brace; everything else is taken for XML. */
export function formatOf(text: string): CallbackFormat {
  return text.trimStart().startsWith('{') ? 'json' : 'xml'
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
