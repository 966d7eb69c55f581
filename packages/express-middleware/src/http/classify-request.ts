import type { IncomingMessage } from 'node:http'

/** What the answer to an anonymous visitor has to look like. */
export type RequestKind = 'navigation' | 'api' | 'preflight'

const documents: ReadonlySet<string> = new Set(['document', 'iframe', 'frame'])

/**
 * Tells page navigations from everything else. `req.accepts('html')` cannot: it says yes to the `Accept` of axios,
 * of images and of no header at all, so a background `fetch` would be redirected to another origin and would
 * overwrite the sign-in that is under way.
 */
export function classifyRequest(request: IncomingMessage): RequestKind {
  const { headers, method } = request
  if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined) return 'preflight'
  if (method !== 'GET' || headers.upgrade !== undefined) return 'api'
  if (headers['x-requested-with'] === 'XMLHttpRequest') return 'api'
  const mode = headers['sec-fetch-mode']
  if (mode !== undefined) {
    const destination = headers['sec-fetch-dest']
    return mode === 'navigate' && (destination === undefined || documents.has(destination))
      ? 'navigation'
      : 'api'
  }
  return wantsHtml(request) ? 'navigation' : 'api'
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
