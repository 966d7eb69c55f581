import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

/** Serves the built page. File names carry a digest of their content, so browsers may keep them for a year. */
export function page(directory: string): Router {
  const router = Router()
  if (!existsSync(join(directory, 'index.html'))) {
    router.get('/', (_request, response) => {
      response
        .status(503)
        .type('text')
        .send('The page is not built yet. Run: npx -y pnpm@12 --filter demo build\n')
    })
    return router
  }
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: '365d', index: false }),
  )
  router.use(express.static(directory, { cacheControl: false, setHeaders: revalidate }))
  return router
}

function revalidate(response: express.Response): void {
  response.set('Cache-Control', 'no-cache')
}
