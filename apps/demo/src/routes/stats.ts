import { Router } from 'express'
import type { Directory } from '@wecom-kit/core'
import { requireWecomUser } from '@wecom-kit/express-middleware'

/** How many directory calls were made to WeCom since the start, for signed-in members. */
export function stats(directory: Pick<Directory, 'stats'>): Router {
  return Router().get('/demo/stats', requireWecomUser(), (_request, response) => {
    response.set('Cache-Control', 'no-store').json(directory.stats())
  })
}
