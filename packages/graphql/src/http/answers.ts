import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * `Cache-Control` of every answer: what is in it depends on who asks, so no cache may keep it, not even for the same
 * URL. A shared cache that did has shown one reader another's data in other products.
 */
export const privateCacheControl = 'private, no-store'

const acceptableId = /^[A-Za-z0-9._:-]{1,64}$/

/**
 * The id of a request: the proxy's `X-Request-Id` if it can stand in a log line as it is (line breaks forge log
 * entries), a new one otherwise.
 */
export function requestIdOf(header: string | readonly string[] | null | undefined): string {
  return typeof header === 'string' && acceptableId.test(header) ? header : randomUUID()
}

/** A `Vary` value that also names what a viewer is told by. */
export function varyByViewer(existing: string | undefined): string {
  const names = (existing ?? '').split(',').map((name) => name.trim())
  const missing = ['Cookie', 'Authorization'].filter(
    (wanted) => !names.some((name) => name.toLowerCase() === wanted.toLowerCase()),
  )
  return [...names.filter((name) => name !== ''), ...missing].join(', ')
}

/** Sets the headers that every answer on Node has, whoever makes it. */
export function setCommonHeaders(response: ServerResponse, requestId: string): void {
  response.setHeader('X-Request-Id', requestId)
  response.setHeader('Cache-Control', privateCacheControl)
  const vary = response.getHeader('Vary')
  response.setHeader('Vary', varyByViewer(Array.isArray(vary) ? vary.join(', ') : vary?.toString()))
}

/** A request refused before it reached GraphQL; the message is for the client. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  readonly status: number
  readonly code: string

  constructor(status: number, message: string, code = 'BAD_REQUEST') {
    super(message)
    this.status = status
    this.code = code
  }
}

/** Sends a refusal in the shape of a GraphQL answer: clients parse JSON before they look at the status. */
export function sendProblem(
  request: IncomingMessage,
  response: ServerResponse,
  problem: HttpProblem,
  requestId: string,
): void {
  if (response.headersSent) return
  const { message, status, code } = problem
  const text = JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] })
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  // What remains of a refused body is not worth receiving.
  if (!request.complete) response.setHeader('Connection', 'close')
  response.end(text)
}
