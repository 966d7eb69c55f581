import { Router } from 'express'
import { pagePaths } from '../routes/page.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Sends a browser that opened the page as `127.0.0.1` to `localhost`, or the other way round. They are two sites to a
 * browser: the cookie of a sign-in begun on one would be missing on the way back to the other. Nothing else is
 * redirected, since behind a proxy the Host header may be anything.
 */
export function canonicalHost(baseUrl: string): Router {
  const canonical = new URL(baseUrl)
  return Router().get([...pagePaths], (request, response, next) => {
    const asked = URL.parse(`http://${request.headers.host ?? ''}`)
    const twin =
      asked !== null &&
      loopback.has(asked.hostname) &&
      loopback.has(canonical.hostname) &&
      asked.hostname !== canonical.hostname &&
      asked.port === canonical.port
    if (twin) response.redirect(`${baseUrl}${request.originalUrl}`)
    else next()
  })
}
