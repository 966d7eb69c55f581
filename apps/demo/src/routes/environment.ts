import { Router } from 'express'

/** Tells the page whether it runs on the simulator, and where that one's console is. */
export function environment(consoleUrl: string | undefined): Router {
  return Router().get('/demo/environment', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ consoleUrl: consoleUrl ?? null })
  })
}
