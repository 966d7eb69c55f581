import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Router, type RequestHandler } from 'express'
import sirv from 'sirv'

/** Addresses of the page besides `/`; the rest of the address is the page's own business. */
export const pagePaths: readonly string[] = [
  '/',
  '/people/:userid',
  '/departments/:id',
  '/search',
  '/editor',
  '/operations',
]

/** The page's files: compressed when they were built, and kept for a year, since a digest of them is in their name. */
export function assets(directory: string): Router {
  const folder = join(directory, 'assets')
  const router = Router()
  if (existsSync(folder))
    router.use('/assets', sirv(folder, { brotli: true, gzip: true, immutable: true, maxAge: year }))
  return router
}

/** The page's one HTML document at every address of the page, never from a cache without asking. */
export function page(directory: string, baseUrl: string): Router {
  const router = Router()
  const file = join(directory, 'index.html')
  if (!existsSync(file)) {
    router.get([...pagePaths], (_request, response) => {
      response
        .status(503)
        .type('text')
        .send('The page is not built yet. Run: npx -y pnpm@12 --filter demo build\n')
    })
    return router
  }
  const html = withBase(readFileSync(file, 'utf8'), baseUrl)
  const document: RequestHandler = (_request, response) => {
    response.set({ 'Cache-Control': 'no-cache', Vary: 'Cookie' }).type('html').send(html)
  }
  router.get([...pagePaths], document)
  return router
}

/** The same document for people at any other address, with 404: it says so, in their language, and leads home. JSON for programs. */
export function pageNotFound(directory: string, baseUrl: string): RequestHandler {
  const file = join(directory, 'index.html')
  const html = existsSync(file) ? withBase(readFileSync(file, 'utf8'), baseUrl) : undefined
  return (request, response) => {
    response.status(404).set('Cache-Control', 'no-store').vary('Accept')
    if (html !== undefined && request.method === 'GET' && request.accepts('json', 'html') === 'html')
      response.type('html').send(html)
    else response.json({ error: 'NOT_FOUND', requestId: request.id })
  }
}

const year = 31_536_000

/** Relative addresses of the page then mean the same at `/` as at `/people/zhangsan`, behind a path prefix too. */
function withBase(html: string, baseUrl: string): string {
  const path = new URL(baseUrl).pathname.replace(/\/*$/, '/')
  return html.replace('<head>', `<head>\n    <base href="${path.replaceAll('"', '&quot;')}" />`)
}
