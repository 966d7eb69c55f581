import { randomBytes } from 'node:crypto'
import { ownedBy, wrongOption } from '../options/config-option.ts'
import { row, withDefault, type OptionRows } from '../options/option-row.ts'
import { readOptions } from '../options/read-options.ts'
import type { TokenLock } from './ports.ts'
import { describe } from '../options/option-error.ts'

export interface RedisLockOptions {
  /** Stands before every key, so that a lock never meets a stored token. @default 'wecom-lock:' */
  prefix?: string | undefined
}

const rows: OptionRows<RedisLockOptions, 'prefix'> = {
  prefix: withDefault(
    'wecom-lock:',
    row('a string', (value): value is string => typeof value === 'string'),
  ),
}

// Only the owner may delete: after a pause longer than the TTL the lock belongs to somebody else.
const releaseScript =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"

/**
 * A lock on one Redis or Valkey: `SET key owner NX PX ttl`, released by compare-and-delete.
 *
 * There is at most one holder while no failover happens and no holder sleeps past its TTL; then there may be two, and
 * both fetch the same token, which is harmless. More (Redlock's quorum, fencing) would be more parts for a lock that
 * only saves calls. A holder that was killed is succeeded after the TTL.
 *
 * In a Redis Cluster give it a client of one node, or keep the lock on a Redis of its own.
 *
 * @param redisClient a connected client of redis, @redis/client, ioredis or iovalkey; it stays yours to close
 * @throws WecomConfigError when it is none of these. `acquire` rejects with the client's error
 * @example
 * ```ts
 * import { createClient } from '@redis/client'
 * import KeyvRedis from '@keyv/redis'
 * import { createRedisLock, createWecomClient } from '@wecom-kit/core'
 * import { Keyv } from 'keyv'
 *
 * const redis = createClient({ url: process.env.REDIS_URL, disableOfflineQueue: true })
 * await redis.connect()
 * const wecom = createWecomClient({
 *   corpId: 'ww0123456789abcdef',
 *   secret: () => process.env.WECOM_APP_SECRET ?? '',
 *   store: new Keyv(new KeyvRedis(redis)),
 *   lock: createRedisLock(redis),
 * })
 * ```
 */
export function createRedisLock(redisClient: RedisClient, options: RedisLockOptions = {}): TokenLock {
  const send = redisSender(redisClient)
  const { prefix } = readOptions<RedisLockOptions, typeof rows>(ownedBy('createRedisLock'), rows, options)
  return {
    async acquire(key, { ttlMs, signal }) {
      signal.throwIfAborted()
      const name = prefix + key
      const owner = randomBytes(16).toString('hex')
      const release = async (): Promise<void> => {
        await send(['EVAL', releaseScript, '1', name, owner])
      }
      const taken = send(['SET', name, owner, 'NX', 'PX', String(Math.ceil(ttlMs))]).then(
        (reply) => reply === 'OK',
      )
      return (await unlessAborted(taken, signal, release)) ? release : undefined
    },
  }
}

/** A Redis that went away answers late or never: the caller does not wait, and a lock that comes late is given back. */
function unlessAborted(
  taken: Promise<boolean>,
  signal: AbortSignal,
  release: () => Promise<void>,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason)
      taken.then((late) => (late ? release() : undefined)).catch(() => {})
    }
    signal.addEventListener('abort', abort, { once: true })
    taken.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** A node-redis client (`redis`, `@redis/client`), as far as it is needed. */
export interface NodeRedisClient {
  sendCommand(args: string[]): Promise<unknown>
}

/** An ioredis or iovalkey client, as far as it is needed. */
export interface IoRedisClient {
  call(command: string, ...args: string[]): Promise<unknown>
}

/** Any of the common Redis and Valkey clients. */
export type RedisClient = NodeRedisClient | IoRedisClient

/**
 * One way to send a command through either kind of client.
 *
 * @throws WecomConfigError when it is neither
 */
function redisSender(client: RedisClient): (args: string[]) => Promise<unknown> {
  // ioredis has a sendCommand as well, which takes something else, so `call` is looked for first.
  if (isIoRedis(client)) return ([command = '', ...args]) => client.call(command, ...args)
  if (isNodeRedis(client)) return (args) => client.sendCommand(args)
  throw wrongOption({
    owner: 'createRedisLock',
    option: 'redisClient',
    wanted: 'a connected client of redis, @redis/client, ioredis or iovalkey',
    came: describe(client),
    how: 'It needs sendCommand or call',
  })
}

function isIoRedis(client: RedisClient): client is IoRedisClient {
  return isObject(client) && 'call' in client && typeof client.call === 'function'
}

function isNodeRedis(client: RedisClient): client is NodeRedisClient {
  return isObject(client) && 'sendCommand' in client && typeof client.sendCommand === 'function'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
