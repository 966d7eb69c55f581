import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { isUncached, noStore } from './append-set-cookie.ts'

type HeaderArgument = OutgoingHttpHeaders | OutgoingHttpHeader[]

/**
 * Keeps `Cache-Control: no-store` on a response that we hand to the app with a cookie on it, even when the handler
 * then says `public`. Only such a response is touched: once per `updateAge` and visitor, and where the app itself signs
 * in or out or keeps something with the session.
 */
export function keepUncached(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response)
  const guarded = (status: number, reason?: string | HeaderArgument, headers?: HeaderArgument) => {
    const given = typeof reason === 'string' ? headers : reason
    const safe = given === undefined ? undefined : withoutCacheControl(given)
    noStore(response)
    if (typeof reason === 'string') return writeHead(status, reason, safe)
    return writeHead(status, safe)
  }
  response.writeHead = guarded
}

function withoutCacheControl(headers: HeaderArgument): HeaderArgument {
  if (Array.isArray(headers)) return withoutPair(headers)
  const safe: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(headers)) {
    if (isHarmless(name, value)) safe[name] = value
  }
  return safe
}

/** node:http takes a flat list of names and values as well. */
function withoutPair(headers: OutgoingHttpHeader[]): OutgoingHttpHeader[] {
  const safe: OutgoingHttpHeader[] = []
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index]
    const value = headers[index + 1]
    if (name !== undefined && value !== undefined && isHarmless(String(name), value)) safe.push(name, value)
  }
  return safe
}

function isHarmless(name: string, value: unknown): boolean {
  return name.toLowerCase() !== 'cache-control' || isUncached(value)
}
