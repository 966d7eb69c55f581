import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Shared by two copies of this package in one process, which may both have a cookie for one response. */
const pendingKey = Symbol.for('wecom-kit.express-middleware.cookies')

/**
 * Puts cookies on a response when its head is written and not before: whatever the app, a proxied answer or `writeHead`
 * sets until then, both go out. A later value of one cookie takes the place of the earlier. A response that carries a
 * cookie of ours is not for any shared cache (a CDN that keeps a session cookie hands it to the next visitor).
 */
export function setCookies(response: ServerResponse, lines: readonly string[]): void {
  if (lines.length === 0 || response.headersSent) return
  const pending = pendingCookies(response)
  for (const line of lines) {
    const name = line.slice(0, line.indexOf('='))
    pending.delete(name)
    pending.set(name, line)
  }
}

type Pending = Map<string, string>
type HeaderArgument = OutgoingHttpHeaders | OutgoingHttpHeader[]

function pendingCookies(response: ServerResponse): Pending {
  if (hasPending(response)) return response[pendingKey]
  const pending: Pending = new Map()
  Object.defineProperty(response, pendingKey, { value: pending })
  const writeHead = response.writeHead.bind(response)
  const withCookies = (status: number, reason?: string | HeaderArgument, headers?: HeaderArgument) => {
    setHeaders(response, typeof reason === 'string' ? headers : reason)
    if (pending.size > 0) {
      appendHeader(response, 'Set-Cookie', [...pending.values()])
      noStore(response)
    }
    return typeof reason === 'string' ? writeHead(status, reason) : writeHead(status)
  }
  response.writeHead = withCookies
  return pending
}

function hasPending(response: object): response is { [pendingKey]: Pending } {
  return pendingKey in response
}

/** What was given to `writeHead` itself, so that ours can be added to it. node:http takes a flat list as well. */
function setHeaders(response: ServerResponse, given: HeaderArgument | undefined): void {
  if (given === undefined) return
  const pairs = Array.isArray(given) ? pairsOf(given) : Object.entries(given)
  for (const [name] of pairs) response.removeHeader(name)
  for (const [name, value] of pairs) {
    if (value !== undefined) appendHeader(response, name, [value].flat().map(String))
  }
}

function pairsOf(list: readonly OutgoingHttpHeader[]): [string, OutgoingHttpHeader][] {
  const pairs: [string, OutgoingHttpHeader][] = []
  for (let index = 0; index + 1 < list.length; index += 2) {
    const name = list[index]
    const value = list[index + 1]
    if (name !== undefined && value !== undefined) pairs.push([String(name), value])
  }
  return pairs
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
  const all = [...kept, ...values]
  response.setHeader(name, all.length === 1 ? String(all[0]) : all)
}

/** Keeps a response out of caches, unless the app already said `private` or `no-store`. */
export function noStore(response: ServerResponse): void {
  const policy = response.getHeader('Cache-Control')
  const isUncached = typeof policy === 'string' && /(?:^|[,\s])(?:no-store|private)\b/i.test(policy)
  if (!isUncached) response.setHeader('Cache-Control', 'no-store')
}

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
