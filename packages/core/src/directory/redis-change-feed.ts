import { wrongOption } from '../options/config-option.ts'
import { describe } from '../options/option-error.ts'
import type { ChangeFeed } from './options.ts'

/** A node-redis client (`redis`, `@redis/client`), as far as a feed needs it. */
export interface NodeRedisPublisher {
  publish(channel: string, message: string): Promise<unknown>
  duplicate(): NodeRedisSubscriber
}

/** A second connection of node-redis. */
export interface NodeRedisSubscriber {
  connect(): Promise<unknown>
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>
  on(event: 'error', listener: () => void): unknown
  destroy(): unknown
}

/** An ioredis or iovalkey client, as far as a feed needs it. */
export interface IoRedisPublisher {
  call(command: string, ...args: string[]): Promise<unknown>
  publish(channel: string, message: string): Promise<unknown>
  duplicate(): IoRedisSubscriber
}

/** A second connection of ioredis or iovalkey. */
export interface IoRedisSubscriber {
  subscribe(channel: string): Promise<unknown>
  on(event: 'error', listener: () => void): unknown
  on(event: 'message', listener: (channel: string, message: string) => void): unknown
  disconnect(): unknown
}

/** A feed over Redis, with the connection it listens on. */
export interface RedisChangeFeed extends ChangeFeed {
  /** Ends the connection it listens on; the client you gave it stays yours to close. */
  close(): void
}

type Listener = (message: string) => void

interface Subscriber {
  subscribe(topic: string, listener: Listener): Promise<unknown>
  close(): void
}

/**
 * Carries changes between processes over Redis or Valkey publish-and-subscribe: an edit that one process is told of is
 * seen by all of them within moments. It listens on a connection of its own, made with the client's `duplicate()`.
 *
 * Redis keeps no messages: a process that is not connected at that moment misses the change and sees it when the
 * directory's lifetimes end.
 *
 * @param redisClient a connected client of redis, @redis/client, ioredis or iovalkey; it stays yours to close
 * @throws WecomConfigError when it is none of these
 * @example
 * ```ts
 * import { createClient } from '@redis/client'
 * import KeyvRedis from '@keyv/redis'
 * import { createDirectory, createRedisChangeFeed, createRedisLock } from '@wecom-kit/core'
 * import { Keyv } from 'keyv'
 *
 * const redis = createClient({ url: process.env.REDIS_URL })
 * await redis.connect()
 * const directory = createDirectory(wecom, {
 *   store: new Keyv(new KeyvRedis(redis)),
 *   lock: createRedisLock(redis),
 *   changeFeed: createRedisChangeFeed(redis),
 * })
 * ```
 */
export function createRedisChangeFeed(redisClient: NodeRedisPublisher | IoRedisPublisher): RedisChangeFeed {
  if (!canFeed(redisClient)) {
    throw wrongOption({
      owner: 'createRedisChangeFeed',
      option: 'redisClient',
      wanted: 'a connected client of redis, @redis/client, ioredis or iovalkey',
      came: describe(redisClient),
      how: 'It needs publish and duplicate',
    })
  }
  let subscriber: Promise<Subscriber> | undefined
  const connected = (): Promise<Subscriber> => {
    subscriber ??= connect(redisClient).catch((error: unknown) => {
      subscriber = undefined
      throw error
    })
    return subscriber
  }
  return {
    publish: (topic, message) => redisClient.publish(topic, message),
    subscribe: async (topic, listener) => (await connected()).subscribe(topic, listener),
    close: () => {
      subscriber?.then((made) => made.close()).catch(() => {})
      subscriber = undefined
    },
  }
}

function connect(client: NodeRedisPublisher | IoRedisPublisher): Promise<Subscriber> {
  // ioredis connects by itself; node-redis has no `call`.
  return 'call' in client
    ? Promise.resolve(overIoRedis(client.duplicate()))
    : overNodeRedis(client.duplicate())
}

async function overNodeRedis(connection: NodeRedisSubscriber): Promise<Subscriber> {
  // Without a listener Node would end the process on a Redis that went away.
  connection.on('error', () => {})
  await connection.connect()
  return {
    subscribe: (topic, listener) => connection.subscribe(topic, listener),
    close: () => void connection.destroy(),
  }
}

function overIoRedis(connection: IoRedisSubscriber): Subscriber {
  const listeners = new Map<string, Listener[]>()
  connection.on('error', () => {})
  connection.on('message', (topic, message) => {
    for (const listener of listeners.get(topic) ?? []) listener(message)
  })
  return {
    subscribe: async (topic, listener) => {
      await connection.subscribe(topic)
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener])
    },
    close: () => void connection.disconnect(),
  }
}

function canFeed(client: unknown): boolean {
  return (
    typeof client === 'object' &&
    client !== null &&
    ['publish', 'duplicate'].every((method) => typeof Reflect.get(client, method) === 'function')
  )
}
