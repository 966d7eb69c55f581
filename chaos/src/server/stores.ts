import KeyvRedis, { createClient, type RedisClientType } from '@keyv/redis'
import { createRedisLock, type TokenLock } from '@wecom-kit/core'
import { Keyv } from 'keyv'

/** What both processes share. */
export interface SharedStores {
  readonly tokens: Keyv
  readonly sessions: Keyv
  readonly lock: TokenLock
}

/** Opens them the way our pages say: a Redis that is down is a quick error. */
export async function openStores(url: string): Promise<SharedStores> {
  const client: RedisClientType = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 500, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 500) },
  })
  client.on('error', () => undefined)
  const ready = new Promise<void>((resolve) => {
    client.once('ready', resolve)
    setTimeout(resolve, 300).unref()
  })
  client.connect().catch(() => undefined)
  await ready
  return { tokens: keyv(client, 'token'), sessions: keyv(client, 'session'), lock: createRedisLock(client) }
}

function keyv(client: RedisClientType, namespace: string): Keyv {
  const adapter = new KeyvRedis(client, { namespace, throwOnErrors: true })
  const store = new Keyv({ store: adapter, namespace, useKeyPrefix: false, throwOnErrors: true })
  store.on('error', () => undefined)
  return store
}
