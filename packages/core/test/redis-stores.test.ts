import { createClient } from '@redis/client'
import KeyvRedis from '@keyv/redis'
import KeyvValkey from '@keyv/valkey'
import { createRedisLock, encryptedStore, type TokenLock, type TokenStore } from '@wecom-kit/core'
import { tokenLockContract, tokenStoreContract } from '@wecom-kit/core/testing'
import { Keyv } from 'keyv'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasRedisServer, startRedisServer, type RedisServer } from 'test-support/redis-server'

describe('Keyv in memory', () => {
  const keyv = new Keyv()
  test.each(tokenStoreContract({ create: () => keyv, createSecond: () => keyv }))(
    '$name',
    async ({ run }) => {
      await expect(run()).resolves.toBeUndefined()
    },
  )
})

describe.runIf(hasRedisServer())('on a real Redis', () => {
  let server: RedisServer
  const closers: (() => unknown)[] = []

  beforeAll(async () => {
    server = await startRedisServer()
  })
  afterAll(async () => {
    await Promise.allSettled(closers.map((close) => close()))
    await server.stop()
  })

  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | undefined
    return () => (made ??= { value: make() }).value
  }

  function keyvRedis(): Keyv {
    const keyv = new Keyv(new KeyvRedis(server.url))
    keyv.on('error', () => {})
    closers.push(() => keyv.disconnect())
    return keyv
  }

  function keyvValkey(): Keyv {
    const keyv = new Keyv(new KeyvValkey(server.url))
    keyv.on('error', () => {})
    closers.push(() => keyv.disconnect())
    return keyv
  }

  async function nodeRedisLock(): Promise<TokenLock> {
    const client = createClient({
      url: server.url,
      disableOfflineQueue: true,
      socket: { reconnectStrategy: () => 20, connectTimeout: 500 },
    })
    client.on('error', () => {})
    await client.connect()
    closers.push(() => client.destroy())
    return createRedisLock(client)
  }

  function valkeyLock(): TokenLock {
    const { redis } = new KeyvValkey(server.url)
    redis.on('error', () => {})
    closers.push(() => redis.disconnect())
    return createRedisLock(redis)
  }

  const key = randomBytes(32)
  const stores: [string, () => TokenStore, () => TokenStore][] = [
    ['@keyv/redis', once(keyvRedis), once(keyvRedis)],
    ['@keyv/valkey', once(keyvValkey), once(keyvValkey)],
    [
      'encryptedStore over @keyv/redis',
      once(() => encryptedStore(keyvRedis(), key)),
      once(() => encryptedStore(keyvRedis(), key)),
    ],
  ]
  describe.each(stores)('%s', (_name, create, createSecond) => {
    test.each(tokenStoreContract({ create, createSecond }))('$name', async ({ run }) => {
      await expect(run()).resolves.toBeUndefined()
    })
  })

  const locks: [string, () => TokenLock | Promise<TokenLock>, () => TokenLock | Promise<TokenLock>][] = [
    ['createRedisLock on @redis/client', once(nodeRedisLock), once(nodeRedisLock)],
    ['createRedisLock on iovalkey', once(valkeyLock), once(valkeyLock)],
  ]
  describe.each(locks)('%s', (_name, create, createSecond) => {
    test.each(tokenLockContract({ create, createSecond }))('$name', async ({ run }) => {
      await expect(run()).resolves.toBeUndefined()
    })
  })
})
