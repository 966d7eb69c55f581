import { Router } from 'express'

/** Says that the process is alive. It asks neither WeCom nor Redis: their troubles are no reason to restart it. */
export function health(): Router {
  return Router().get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
}
