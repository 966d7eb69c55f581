import { Readable } from 'node:stream'
import { WecomConfigError } from '../errors/config-error.ts'
import type { RequestOptions } from '../endpoints/request.ts'

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
    throw new WecomConfigError('Give either json or body, not both')
  }
  if (json !== undefined) {
    return { body: stringify(json), headers: { 'content-type': 'application/json' }, repeatable: true }
  }
  if (body === undefined) return nothing
  if (body instanceof FormData) return encodeForm(body)
  const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType }
  return { body, headers, repeatable: !(body instanceof Readable) }
}

function stringify(json: unknown): string {
  try {
    return JSON.stringify(json)
  } catch {
    // The parser's message names keys of the caller's data.
    throw new WecomConfigError('json must be a value JSON can hold: no circular references, no BigInt')
  }
}

/** Node's own Response knows how to write a form; the boundary is in its Content-Type. */
async function encodeForm(form: FormData): Promise<EncodedBody> {
  const response = new Response(form)
  const contentType = response.headers.get('content-type') ?? 'multipart/form-data'
  return { body: await response.bytes(), headers: { 'content-type': contentType }, repeatable: true }
}
