import { createClient } from '@redis/client'
import { createWecomClient, type WecomLogger } from '@wecom-kit/core'
import { requireWecomUser, wecomCallback, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import express from 'express'

// One process of an app, started by the parts beside this: sessions and events in Redis, public and guarded pages.
const {
  WECOM_URL: url,
  CORP: corpId = '',
  SECRET: secret = '',
  REDIS_URL,
  PORT,
  BASE_URL: baseUrl,
} = process.env
const { SESSION_SECRET: sessionSecret = '', TOKEN: token = '', AES_KEY: encodingAesKey = '' } = process.env

const write = (_fields: object, message?: string) => void process.send?.({ log: message })
const logger: WecomLogger = { debug: () => {}, info: () => {}, warn: write, error: write }
const redis = createClient({ url: String(REDIS_URL) })
redis.on('error', () => {})
await redis.connect()

const store = {
  get: async (key: string): Promise<unknown> => JSON.parse((await redis.get(key)) ?? 'null'),
  set: async (key: string, value: unknown, ttlMs: number) => {
    if (process.env['STUCK'] === '1' && key.includes('revoked')) {
      process.send?.({ stuck: true })
      await Promise.withResolvers<never>().promise
    }
    return await redis.set(key, JSON.stringify(value), { PX: Math.ceil(ttlMs) })
  },
  delete: (key: string) => redis.del(key),
  async *entries(prefix: string): AsyncGenerator<readonly [string, unknown]> {
    for await (const keys of redis.scanIterator({ MATCH: `${prefix}*` })) {
      for (const key of keys) yield [key, await store.get(key)]
    }
  },
}
const client = createWecomClient({
  corpId,
  secret,
  agentId: Number(process.env['AGENT']),
  ...(url === undefined ? {} : { baseUrl: url, authorizeBaseUrl: url, loginBaseUrl: url }),
})
const sso = wecomSSO({ client, sessionSecret, baseUrl, store, session: { store }, mode: 'optional', logger })
const app = express()
app.use('/events', wecomCallback({ token, encodingAesKey, receiveId: corpId, sso, store, logger }))
app.use(sso)
app.get('/public', (_request, response) => void response.send('public'))
app.get('/guarded', requireWecomUser(), (_request, response) => void response.send('guarded'))
app.use(wecomErrorHandler())
app.listen(Number(PORT), '127.0.0.1', () => process.send?.({ ready: true }))
process.on('disconnect', () => process.exit(0))
