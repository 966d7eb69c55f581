import type { Express } from 'express'

/** What a process does at its start: imports one thing, or serves one request. Ends when its question is answered. */
const [, , what = '', argument = ''] = process.argv
const startedAt = performance.now()
const imports: Record<string, () => Promise<unknown>> = {
  core: () => import('@wecom-kit/core'),
  graphql: () => import('@wecom-kit/graphql'),
}
const serve: Record<string, () => Promise<(app: Express) => void>> = {
  express: async () => (app) => app.get('/me', (_request, response) => void response.send('ok')),
  sso: async () => {
    const { wecomSSO } = await import('@wecom-kit/express-middleware')
    const identity = { corpId: 'ww1234567890abcdef', agentId: 1000002, secret: 'never used here' }
    const sso = wecomSSO({
      ...identity,
      sessionSecret: 'a secret of this benchmark, 32 characters and more',
      baseUrl: 'http://localhost:3000',
      mePath: '/me',
    })
    return (app) => app.use(sso)
  },
  graphql: async () => {
    const { createDirectory, createWecomClient } = await import('@wecom-kit/core')
    const { apolloWecom } = await import('@wecom-kit/graphql')
    const client = createWecomClient({ corpId: 'ww1', secret: 'never used here', agentId: 1 })
    const { middleware } = apolloWecom({ directory: createDirectory(client), viewer: () => null })
    return (app) => app.use(middleware)
  },
}

if (what === 'import') {
  await imports[argument]?.()
  process.send?.({ ms: performance.now() - startedAt })
} else {
  const { default: express } = await import('express')
  const app = express()
  const mount = await serve[what]?.()
  mount?.(app)
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address === 'object') process.send?.({ port: address.port })
  })
}
process.on('disconnect', () => process.exit(0))
