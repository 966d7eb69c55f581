import KeyvRedis, { createClient } from '@keyv/redis'
import { createDirectory, createRedisChangeFeed, createRedisLock, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import express from 'express'
import { Keyv } from 'keyv'

const sessionSecret = process.env.SESSION_SECRET ?? 'for localhost only, refused anywhere else'

/** One of several processes that share tokens, the directory, sessions and sign-outs through Redis. */
export async function serve({ port, baseUrl }) {
  const redis = await connect(process.env.REDIS_URL ?? 'redis://localhost:6379')
  const keyv = (namespace) => new Keyv({ store: new KeyvRedis(redis), namespace, throwOnErrors: true })

  const client = createWecomClient({ ...account(), store: keyv('token'), lock: createRedisLock(redis) })
  const directory = createDirectory(client, {
    store: keyv('directory'),
    changeFeed: createRedisChangeFeed(redis),
  })
  const store = keyv('session')

  const app = express()
  app.use((_request, response, next) => {
    response.set('x-process', String(process.pid))
    next()
  })
  app.get('/healthz', (_request, response) => response.send('ok'))
  // nginx takes /oa off; `baseUrl` says that it was there, so links, cookies and callbacks carry it.
  app.use(wecomSSO({ client, sessionSecret, baseUrl, store, session: { store } }))
  app.get('/', requireWecomUser(), (request, response) => {
    response.json({ userId: request.wecomUser.userId, answeredBy: process.pid })
  })
  app.use('/graphql', requireWecomUser(), apolloWecom({ directory }).middleware)
  app.use(wecomErrorHandler())
  app.listen(port)
}

function account() {
  const { SIMULATED, WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_APP_SECRET } = process.env
  if (SIMULATED !== undefined) return JSON.parse(SIMULATED)
  return { corpId: WECOM_CORP_ID, agentId: Number(WECOM_AGENT_ID), secret: WECOM_APP_SECRET }
}

/** A Redis that is down has to say so at once: by default commands queue up, and with them every request. */
async function connect(url) {
  const redis = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: 500 } })
  redis.on('error', (error) => console.error(`Redis: ${error.message}`))
  await redis.connect()
  return redis
}
