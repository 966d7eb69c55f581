import { Router } from 'express'
import type { Directory } from '@wecom-kit/core'
import { requireWecomUser } from '@wecom-kit/express-middleware'
import type { WarmUp } from '../directory/warm-up.ts'
import type { Headcounts } from '../directory/headcounts.ts'

/** What the page asks of the directory beside GraphQL. */
export interface DirectoryRoutes {
  readonly directory: Directory
  readonly warmUp: WarmUp
  readonly headcounts: Headcounts
  /** Whether members may have the directory forget what it knows: on the simulator. */
  readonly mayForget: boolean
  /** Called when it has been forgotten. */
  readonly onForgotten: () => void
}

/**
 * `GET /demo/headcounts`: members by department, once the directory is read; before, counting would cost a call for
 * every department. `POST /demo/forget`: drops the cache, so that the next question meets WeCom, with whatever faults
 * were just injected there.
 */
export function directoryRoutes({
  directory,
  warmUp,
  headcounts,
  mayForget,
  onForgotten,
}: DirectoryRoutes): Router {
  const router = Router()
  router.get('/demo/headcounts', requireWecomUser(), async (_request, response) => {
    const known = warmUp.state.phase === 'ready'
    response.set('Cache-Control', 'no-store').json(known ? await headcounts.read() : {})
  })
  router.post('/demo/forget', requireWecomUser(), (_request, response) => {
    if (!mayForget) return void response.status(403).json({ error: 'forbidden' })
    directory.forget()
    onForgotten()
    response.status(204).end()
  })
  return router
}
