import type { ServerResponse } from 'node:http'

/**
 * Adds cookies to a response: other middlewares' cookies stay, and a response that carries one is not for any shared
 * cache (a CDN that stores a session cookie hands it to the next visitor).
 */
export function appendSetCookie(response: ServerResponse, cookies: readonly string[]): void {
  if (cookies.length === 0 || response.headersSent) return
  for (const cookie of cookies) response.appendHeader('Set-Cookie', cookie)
  noStore(response)
}

/** Keeps a response out of caches, unless the app already said `private` or `no-store`. */
export function noStore(response: ServerResponse): void {
  if (!isUncached(response.getHeader('Cache-Control'))) response.setHeader('Cache-Control', 'no-store')
}

/** Whether a Cache-Control value keeps shared caches away. */
export function isUncached(value: unknown): boolean {
  return typeof value === 'string' && /(?:^|[,\s])(?:no-store|private)\b/i.test(value)
}
