import KeyvRedis from '@keyv/redis'
import { createRedisLock, createWecomClient } from '@wecom-kit/core'
import { createClient } from '@redis/client'
import { Keyv } from 'keyv'

/** One of several processes that start cold on a shared Redis; begins when told, so that all begin together. */
const [, , baseUrl = '', corpId = '', secret = '', redisUrl = '', mode = ''] = process.argv
const redis = createClient({ url: redisUrl })
await redis.connect()
const wecom = createWecomClient({
  corpId,
  secret,
  baseUrl,
  store: new Keyv({ store: new KeyvRedis(redisUrl) }),
  ...(mode === 'lock' ? { lock: createRedisLock(redis) } : {}),
})
process.on('message', () => {
  const startedAt = performance.now()
  const calls = Array.from({ length: 1000 }, () => wecom.users.get('zhangsan'))
  void Promise.allSettled(calls).then((results) => {
    const succeeded = results.filter(({ status }) => status === 'fulfilled').length
    process.send?.({ succeeded, ms: performance.now() - startedAt })
  })
})
process.send?.('ready')
