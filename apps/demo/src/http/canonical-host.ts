import type { RequestHandler } from 'express'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Sends a browser that opened the page as `127.0.0.1` to `localhost`, or the other way round. They are two sites to a
 * browser: the cookie of a sign-in begun on one would be missing on the way back to the other. Nothing else is
 * redirected, since behind a proxy the Host header may be anything.
 */
export function canonicalHost(baseUrl: string): RequestHandler {
  const canonical = new URL(baseUrl)
  return (request, response, next) => {
    const asked = URL.parse(`http://${request.headers.host ?? ''}`)
    const twin =
      asked !== null &&
      loopback.has(asked.hostname) &&
      loopback.has(canonical.hostname) &&
      asked.hostname !== canonical.hostname &&
      asked.port === canonical.port
    if (twin && request.method === 'GET' && request.headers['sec-fetch-mode'] !== 'cors')
      response.redirect(`${baseUrl}${request.originalUrl}`)
    else next()
  }
}
