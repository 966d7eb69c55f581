import type { SsoRequest } from './types.ts'
import { WecomSSOError } from '../errors/sso-error.ts'

/**
 * The raw body, whether or not a parser left it as text, bytes or a stream; undefined when it is longer than `limit` bytes.
 *
 * @throws WecomSSOError `WECOM_BODY_CONSUMED` when a parser took it and left an object
 */
export async function readBody(request: SsoRequest, limit: number): Promise<Buffer | undefined> {
  const { body } = request
  if (typeof body === 'string' || body instanceof Uint8Array) {
    const bytes = Buffer.from(body)
    return bytes.length <= limit ? bytes : undefined
  }
  const isLeft = isStream(body)
  // body-parser on Express 4 sets an empty object even for bodies it does not touch: only the stream tells.
  if (!isLeft && request.readableDidRead) {
    throw new WecomSSOError(
      'WECOM_BODY_CONSUMED',
      'a body parser already read this request; put the route before it, or use express.text({ type: () => true }) there',
    )
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of isLeft ? body : request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > limit) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function isStream(body: unknown): body is AsyncIterable<string | Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

/**
 * The JSON body, whoever read it and however far: an object that a parser made, text or bytes that one left, or the
 * stream; undefined for what is no JSON.
 *
 * @throws WecomSSOError `WECOM_BODY_CONSUMED`, and `WECOM_BAD_REQUEST` for a body longer than `limit` bytes
 */
export async function readJsonBody(request: SsoRequest, limit: number): Promise<unknown> {
  const { body } = request
  if (typeof body === 'object' && body !== null && !(body instanceof Uint8Array) && !isStream(body)) {
    // An empty object beside an unread stream was made by a parser for other types.
    if (Object.keys(body).length > 0 || request.readableDidRead) return body
  }
  const bytes = await readBody(request, limit)
  if (bytes === undefined) throw new WecomSSOError('WECOM_BAD_REQUEST', `the body may have ${limit} bytes`)
  try {
    return JSON.parse(bytes.toString().replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
