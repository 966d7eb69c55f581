import type { SsoRequest } from './types.ts'
import { WecomSSOError } from '../errors/sso-error.ts'

/**
 * The raw body, whether or not a parser left it as text or bytes; undefined when it is longer than `limit` bytes.
 *
 * @throws WecomSSOError `WECOM_BODY_CONSUMED` when a parser took it and left an object
 */
export async function readBody(request: SsoRequest, limit: number): Promise<Buffer | undefined> {
  const { body } = request
  if (typeof body === 'string' || body instanceof Uint8Array) {
    const bytes = Buffer.from(body)
    return bytes.length <= limit ? bytes : undefined
  }
  // body-parser on Express 4 sets an empty object even for bodies it does not touch: only the stream tells.
  if (request.readableDidRead) {
    throw new WecomSSOError(
      'WECOM_BODY_CONSUMED',
      'a body parser already read this request; put the route before it, or use express.text({ type: () => true }) there',
    )
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > limit) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
