import { createHash, timingSafeEqual } from 'node:crypto'
import { Router, type Request } from 'express'
import type { Registry } from 'prom-client'

/** What the probes look at. */
export interface ProbeSources {
  readonly registry: Registry
  /** Opens `/metrics` to requests from other machines that name it as a bearer token. */
  readonly metricsToken: string | undefined
  /** Whether Redis answers; undefined without one. */
  readonly redisReady: (() => boolean) | undefined
  /** Whether the process is about to stop. */
  readonly draining: () => boolean
}

/**
 * `/healthz`: the process is alive; it asks neither WeCom nor Redis, whose troubles are no reason to restart it.
 * `/readyz`: requests may be sent here; not while the process is about to stop or cannot read sessions.
 * `/metrics`: for this machine, or with the token.
 */
export function probes({ registry, metricsToken, redisReady, draining }: ProbeSources): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', (_request, response) => {
    const redis = redisReady === undefined ? 'unused' : redisReady() ? 'ok' : 'unreachable'
    const status = draining() ? 'draining' : redis === 'unreachable' ? 'unavailable' : 'ok'
    response
      .status(status === 'ok' ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status, redis })
  })
  router.get('/metrics', async (request, response) => {
    if (!mayScrape(request, metricsToken)) return void response.status(403).json({ error: 'forbidden' })
    response
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics())
  })
  return router
}

/** A proxy on this machine calls from loopback too: what it passes on carries one of its headers. */
function mayScrape(request: Request, token: string | undefined): boolean {
  const [, given] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? []
  if (token !== undefined && given !== undefined) return same(given, token)
  const passedOn = ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'x-real-ip', 'via']
  if (passedOn.some((name) => request.headers[name] !== undefined)) return false
  return /^(?:::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '')
}

function same(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
