import KeyvRedis, { createClient, type RedisClientType } from '@keyv/redis'
import { createRedisChangeFeed, createRedisLock, type ChangeFeed, type TokenLock } from '@wecom-kit/core'
import { Keyv } from 'keyv'
import type { Logger } from 'pino'

/** What several processes of the demo share. */
export interface SharedStores {
  readonly tokens: Keyv
  readonly directory: Keyv
  /** Sessions, used login states and revocations. */
  readonly sessions: Keyv
  /** Lets one process at a time fetch a token or read the directory. */
  readonly lock: TokenLock
  /** Tells the other processes what has changed. */
  readonly changeFeed: ChangeFeed
  /** Whether Redis answers. */
  ready(): boolean
  close(): Promise<void>
}

/** Milliseconds the start waits for Redis before it goes on without. */
const patience = 1000

/**
 * Opens the stores on one Redis connection. An unreachable Redis is reported and does not stop the start: tokens and
 * the directory work without it, sessions answer 503 until it is there.
 */
export async function openStores(redisUrl: string, logger: Logger): Promise<SharedStores> {
  const client = connect(redisUrl, logger)
  const changeFeed = createRedisChangeFeed(client)
  const lost = new Promise<void>((resolve) => setTimeout(resolve, patience).unref())
  await Promise.race([new Promise<void>((resolve) => client.once('ready', resolve)), lost])
  return {
    tokens: keyv(client, 'wecom-demo:token'),
    directory: keyv(client, 'wecom-demo:directory'),
    sessions: keyv(client, 'wecom-demo:session'),
    lock: createRedisLock(client),
    changeFeed,
    ready: () => client.isReady,
    close: async () => {
      changeFeed.close()
      if (client.isReady) await client.close()
      else client.destroy()
    },
  }
}

/**
 * A client for which a dead Redis is a quick error: by default commands queue up until it is back, and with them
 * every request of ours. It keeps trying to come back, every two seconds at most.
 */
function connect(url: string, logger: Logger): RedisClientType {
  const client: RedisClientType = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 500, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2000) },
  })
  let down = false
  client.on('error', (error: unknown) => {
    if (!down)
      logger.error(
        `Redis (REDIS_URL) is unreachable: ${error instanceof Error ? error.message : 'unknown error'}. ` +
          'Sign-in answers 503 until it is there; without REDIS_URL the demo needs none',
      )
    down = true
  })
  client.on('ready', () => {
    if (down) logger.info('Redis (REDIS_URL) is back')
    down = false
  })
  client.connect().catch(() => {
    // The error event above has reported it, and the client goes on trying.
  })
  return client
}

/** Errors are thrown, never turned into "not found": for a session store that would mean "nobody is signed in". */
function keyv(client: RedisClientType, namespace: string): Keyv {
  const adapter = new KeyvRedis(client, { namespace, throwOnErrors: true })
  const store = new Keyv({ store: adapter, namespace, useKeyPrefix: false, throwOnErrors: true })
  store.on('error', () => {
    // The client's error event has reported it, and the caller gets the error thrown.
  })
  return store
}
