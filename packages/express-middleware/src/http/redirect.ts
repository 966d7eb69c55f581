import type { ServerResponse } from 'node:http'
import { noStore } from './append-set-cookie.ts'

/**
 * Redirects with an empty body. Express's own `res.redirect` writes the address into an HTML body and has had its
 * share of advisories; and no cache or Referer may keep a callback's code.
 */
export function redirect(response: ServerResponse, location: string, status: 302 | 303 = 302): void {
  response.statusCode = status
  response.setHeader('Location', location)
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Content-Length', '0')
  noStore(response)
  response.end()
}
