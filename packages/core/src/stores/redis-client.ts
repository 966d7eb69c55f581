import { wrongOption } from '../options/config-option.ts'
import { describe } from '../options/option-error.ts'

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
export function redisSender(client: RedisClient): (args: string[]) => Promise<unknown> {
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
