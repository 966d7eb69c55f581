import { Readable } from 'node:stream'
import { wrongOption } from '../options/config-option.ts'
import { describe } from '../options/option-error.ts'
import type { RequestOptions } from '../endpoints/request.ts'
import { isRecord } from '../internal/is-record.ts'

/** A body as it leaves. */
export interface EncodedBody {
  body: string | Uint8Array | Readable | null
  headers: Record<string, string>
  /** A stream is gone once it was read: such a call cannot be sent a second time. */
  repeatable: boolean
}

const nothing: EncodedBody = { body: null, headers: {}, repeatable: true }

/** Encodes `json` or `body`. A form is buffered, so that the call can be repeated with a new token. */
export function encodeBody({ json, body, contentType }: RequestOptions): EncodedBody | Promise<EncodedBody> {
  if (json !== undefined && body !== undefined) {
    throw wrongOption({
      owner: 'a call',
      option: 'json',
      wanted: 'left out where body is given',
      came: 'both',
    })
  }
  if (json !== undefined) {
    return { body: stringify(json), headers: { 'content-type': 'application/json' }, repeatable: true }
  }
  if (body === undefined) return nothing
  if (body instanceof FormData) return encodeForm(body)
  const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType }
  if (typeof body === 'string' || body instanceof Uint8Array) return { body, headers, repeatable: true }
  if (isStream(body)) {
    // A stream may fail while the token is fetched, before anybody reads it (a file that is not there): without a
    // listener that would end the process. The failure itself is found when the stream is sent.
    body.on('error', () => {})
    return { body, headers, repeatable: false }
  }
  throw wrongOption({
    owner: 'a call',
    option: 'body',
    wanted: 'a string, a Uint8Array, a FormData or a Readable',
    came: describe(body),
    how: 'Pass await blob.bytes() of a Blob, Readable.fromWeb(stream) of a web stream',
  })
}

/** Old streams, such as those of the package form-data, are no Readable but are read the same way. */
function isStream(body: unknown): body is Readable {
  return (
    body instanceof Readable ||
    (isRecord(body) && typeof body['pipe'] === 'function' && typeof body['on'] === 'function')
  )
}

function stringify(json: unknown): string {
  const text = tryStringify(json)
  if (text !== undefined) return text
  throw wrongOption({
    owner: 'a call',
    option: 'json',
    wanted: 'a value JSON can hold: no circular references, no BigInt, no function or symbol',
    came: describe(json),
  })
}

function tryStringify(json: unknown): string | undefined {
  try {
    return JSON.stringify(json)
  } catch {
    // The parser's message names keys of the caller's data.
    return undefined
  }
}

/** Node's own Response knows how to write a form; the boundary is in its Content-Type. */
async function encodeForm(form: FormData): Promise<EncodedBody> {
  const response = new Response(form)
  const contentType = response.headers.get('content-type') ?? 'multipart/form-data'
  return { body: await response.bytes(), headers: { 'content-type': contentType }, repeatable: true }
}
