import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomCallback, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { wecomYoga } from '@wecom-kit/graphql/yoga'
import { startSimulator } from '@wecom-kit/simulator'
import express, { type ErrorRequestHandler } from 'express'
import { createYoga } from 'graphql-yoga'
import { freePort } from 'test-support/free-port'

const nothing = () => {}
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }
// Node takes 16 KB of head by default, and bodies are limited to 100 KB: here the code behind is measured.
const everything = 16_000_000

/** An app with all that a stranger can send something to, on loopback. */
export async function hostileApp(now: () => number = Date.now) {
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const simulator = await startSimulator()
  const [app] = simulator.apps
  if (app?.agentId === undefined) throw new Error('the seed has no app')
  const { secret, agentId } = app
  const urls = { baseUrl: simulator.url, authorizeBaseUrl: simulator.url, loginBaseUrl: simulator.url }
  const client = createWecomClient({ corpId: simulator.corp.id, secret, agentId, ...urls })
  const sso = wecomSSO({
    client,
    sessionSecret: randomBytes(32).toString('base64url'),
    baseUrl,
    now,
    logger: silent,
  })
  const shared = {
    directory: createDirectory(client),
    viewer: () => ({ userId: 'zhangsan' }),
    logger: silent,
    bodyLimit: everything,
  }
  const apollo = apolloWecom(shared)
  const yoga = createYoga({ ...wecomYoga(shared), graphqlEndpoint: '/yoga', logging: false })
  const quoting = await quotingWecom()
  const server = express()
  server.use(
    '/events',
    wecomCallback({
      token: 'QDG6eK',
      encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
      receiveId: 'ww1',
      sso,
    }),
  )
  server.use('/apollo', apollo.middleware)
  server.use('/yoga', yoga)
  server.post('/quote', express.text({ type: () => true, limit: everything }), async (request, response) => {
    const failure: unknown = await quoting.failWith(String(request.body)).catch((error: unknown) => error)
    response.status(400).end(String(failure))
  })
  server.use(sso)
  server.get('/guarded', requireWecomUser(), (_request, response) => void response.end())
  server.use(wecomErrorHandler())
  const quiet: ErrorRequestHandler = (_error, _request, response, _next) => void response.status(500).end()
  server.use(quiet)
  const http = createServer({ maxHeaderSize: everything }, server)
  http.listen(port, '127.0.0.1')
  await once(http, 'listening')
  return {
    url: baseUrl,
    simulator,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      http.close()
      await apollo.stop()
      await Promise.all([client.close(), quoting.close(), simulator.close()])
    },
  }
}

/** A WeCom that refuses with any text. */
async function quotingWecom() {
  let errmsg = ''
  const wecom = createServer((request, response) => {
    request.resume()
    const isToken = request.url?.startsWith('/cgi-bin/gettoken') === true
    const answer = isToken ? { errcode: 0, access_token: 'T', expires_in: 7200 } : { errcode: 40058, errmsg }
    response.end(JSON.stringify(answer))
  })
  wecom.listen(0, '127.0.0.1')
  await once(wecom, 'listening')
  const client = createWecomClient({
    corpId: 'ww1',
    secret: 's',
    baseUrl: addressOf(wecom.address()),
    maxResponseBytes: everything,
  })
  return {
    failWith: async (text: string) => {
      errmsg = text
      await client.request<object>('POST /cgi-bin/any/path', { json: { code: 'x'.repeat(20) } })
    },
    close: async () => {
      await client.close()
      wecom.closeAllConnections()
      wecom.close()
    },
  }
}

function addressOf(address: ReturnType<ReturnType<typeof createServer>['address']>): string {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen')
  return `http://127.0.0.1:${address.port}`
}
