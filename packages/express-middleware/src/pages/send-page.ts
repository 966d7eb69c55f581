import type { ServerResponse } from 'node:http'
import { noStore } from '../http/append-set-cookie.ts'
import { escapeHtml } from './escape-html.ts'
import { pagePolicy } from './render-page.ts'

/** Answers a page of ours: never cached, never framed by others, nothing but its own style. */
export function sendPage(response: ServerResponse, status: number, html: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(html))
  response.setHeader('Content-Security-Policy', pagePolicy)
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  noStore(response)
  response.end(html)
}

/**
 * Moves on by a page instead of a redirect. A `SameSite=Strict` cookie set on the way back from another site is not
 * sent along that chain of redirects; a navigation our own page starts does send it.
 */
export function sendBounce(response: ServerResponse, location: string): void {
  const target = escapeHtml(location)
  sendPage(
    response,
    200,
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${target}"><title>…</title></head><body><a href="${target}">→</a></body></html>`,
  )
}
