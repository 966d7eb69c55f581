import type { IncomingMessage } from 'node:http'

/**
 * What the answer to an anonymous visitor has to look like: `navigation` may be sent elsewhere, `page` is read by a
 * person who cannot be (a form that was posted, a page a service worker asks for), `api` by a program.
 */
export type RequestKind = 'navigation' | 'page' | 'api' | 'preflight'

const documents: ReadonlySet<string> = new Set(['document', 'iframe', 'frame'])

/**
 * Tells page navigations from everything else. `req.accepts('html')` cannot: it says yes to the `Accept` of axios,
 * of images and of no header at all, so a background `fetch` would be redirected to another origin and would
 * overwrite the sign-in that is under way.
 */
export function classifyRequest(request: IncomingMessage): RequestKind {
  const { headers, method } = request
  if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) return 'preflight'
  if (headers.upgrade !== undefined || headers['x-requested-with'] === 'XMLHttpRequest') return 'api'
  const mode = headers['sec-fetch-mode']
  if (mode !== undefined && !isPageRequest(mode, headers['sec-fetch-dest'])) return 'api'
  if (method === 'GET' && mode === 'navigate') return 'navigation'
  if (!wantsHtml(request)) return 'api'
  if (method === 'GET' && mode === undefined) return 'navigation'
  return method === 'GET' || method === 'POST' ? 'page' : 'api'
}

/**
 * Whether a browser wants something to show. A service worker that passes a navigation on with `fetch(event.request)`
 * leaves `navigate` and empties the destination; with options of its own the mode becomes `same-origin`.
 */
function isPageRequest(mode: string | string[], destination: string | string[] | undefined): boolean {
  const isDocument = destination === undefined || documents.has(destination.toString())
  if (mode === 'navigate') return isDocument || destination === 'empty'
  return mode === 'same-origin' && destination === 'empty'
}

/** Whether the client named text/html itself; a wildcard does not count. */
export function wantsHtml(request: IncomingMessage): boolean {
  return /(?:^|,)\s*text\/html\s*(?:;|,|$)/i.test(request.headers.accept ?? '')
}

/** Whether a browser loads this as an image, script, style, worker: never a person opening a page. */
export function isSubresource(request: IncomingMessage): boolean {
  const destination = request.headers['sec-fetch-dest']
  return typeof destination === 'string' && destination !== 'empty' && !documents.has(destination)
}

/**
 * Whether a browser only guesses that the page will be wanted. A prefetched callback would burn the code, a
 * prefetched login would start a flow nobody asked for.
 */
export function isPrefetch({ headers }: IncomingMessage): boolean {
  return hints.some((name) => {
    const value = headers[name]
    return typeof value === 'string' && /prefetch|preview|prerender/i.test(value)
  })
}

const hints = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const

/** The languages our pages speak. */
export type Language = 'zh' | 'en'

/** The language of a visitor: whichever of the two Accept-Language names first; Chinese without one. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = /(?:^|[,\s])(zh|en)\b/i.exec(acceptLanguage ?? '')?.[1]
  return first?.toLowerCase() === 'en' ? 'en' : 'zh'
}
