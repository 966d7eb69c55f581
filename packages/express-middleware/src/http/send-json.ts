import type { ServerResponse } from 'node:http'
import { noStore } from './append-set-cookie.ts'

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
