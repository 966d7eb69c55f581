import type { ServerResponse } from 'node:http'
import { noStore } from './response-head.ts'

/** Answers JSON that no cache keeps. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.setHeader('X-Content-Type-Options', 'nosniff')
  noStore(response)
  response.end(text)
}

/** Answers with a status alone. */
export function sendEmpty(response: ServerResponse, status: number): void {
  response.statusCode = status
  if (status !== 204) response.setHeader('Content-Length', '0')
  noStore(response)
  response.end()
}

/**
 * What a browser that only guesses gets for something that needs a sign-in. Chrome keeps an answer of 204 and shows
 * nothing when the link is followed later; this one it throws away and asks again.
 */
export function refusePrefetch(response: ServerResponse): void {
  sendEmpty(response, 503)
}

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
