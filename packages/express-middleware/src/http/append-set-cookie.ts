import type { ServerResponse } from 'node:http'

/**
 * Adds cookies to a response: other middlewares' cookies stay, and a response that carries one is not for any shared
 * cache (a CDN that stores a session cookie hands it to the next visitor).
 */
export function appendSetCookie(response: ServerResponse, cookies: readonly string[]): void {
  if (cookies.length === 0 || response.headersSent) return
  appendHeader(response, 'Set-Cookie', cookies)
  noStore(response)
}

/** Says what an answer depends on, beside what others said. */
export function vary(response: ServerResponse, fields: string): void {
  appendHeader(response, 'Vary', [fields])
}

/**
 * Node's own `appendHeader` pushes into the very array another middleware passed to `setHeader`. Where that array is
 * a constant, one visitor's session cookie would be sent to everybody after them.
 */
function appendHeader(response: ServerResponse, name: string, values: readonly string[]): void {
  const before = response.getHeader(name)
  const kept = before === undefined ? [] : Array.isArray(before) ? before : [String(before)]
  response.setHeader(name, [...kept, ...values])
}

/** Keeps a response out of caches, unless the app already said `private` or `no-store`. */
export function noStore(response: ServerResponse): void {
  if (!isUncached(response.getHeader('Cache-Control'))) response.setHeader('Cache-Control', 'no-store')
}

/** Whether a Cache-Control value keeps shared caches away. */
export function isUncached(value: unknown): boolean {
  return typeof value === 'string' && /(?:^|[,\s])(?:no-store|private)\b/i.test(value)
}
