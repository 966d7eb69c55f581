import { describe, expect, it } from 'vitest'
import { openStores, type SharedStores } from '../src/stores.ts'
import { fastestRun } from 'test-support/fastest-run'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { waitFor } from 'test-support/wait-for'
import { recorded, silent } from './support/loggers.ts'

const redisIsThere = hasRedisServer()

describe.runIf(redisIsThere)('the stores on a real Redis', () => {
  it('are shared between processes and kept apart from each other', async () => {
    await using redis = await startRedisServer()
    const first = await openStores(redis.url, silent)
    const second = await openStores(redis.url, silent)
    await first.sessions.set('key', { user: 'zhangsan' }, 60_000)
    expect(await second.sessions.get('key')).toEqual({ user: 'zhangsan' })
    expect(await second.tokens.get('key')).toBeUndefined()
    expect(await second.directory.get('key')).toBeUndefined()
    await Promise.all([first.close(), second.close()])
  })

  it('fail quickly and loudly while Redis is down, say so once, and come back with it', async () => {
    await using redis = await startRedisServer()
    const { logger, messages } = recorded()
    const stores = await openStores(redis.url, logger)
    await stores.sessions.set('key', 'value', 60_000)

    await redis.stop()
    await waitFor('the client to notice', async () => (messages().length > 0 ? true : undefined))
    const took = await fastestRun(250, async () => {
      await expect(stores.sessions.get('key')).rejects.toThrow(/offline|closed|connect/i)
      await expect(stores.sessions.set('key', 'value', 60_000)).rejects.toThrow(/offline|closed|connect/i)
    })
    expect(took).toBeLessThan(250)

    await redis.start()
    await waitFor('the client to reconnect', async () => (messages().length > 1 ? true : undefined))
    await stores.sessions.set('key', 'again', 60_000)
    expect(await stores.sessions.get('key')).toBe('again')
    expect(messages()).toEqual([
      expect.stringContaining('REDIS_URL) is unreachable'),
      'Redis (REDIS_URL) is back',
    ])
    await stores.close()
  })

  it('open within two seconds when Redis was never there', async () => {
    await using redis = await startRedisServer()
    await redis.stop()
    const opened: SharedStores[] = []
    const took = await fastestRun(2000, async () => opened.push(await openStores(redis.url, silent)))
    expect(took).toBeLessThan(2000)
    for (const stores of opened) {
      await expect(stores.tokens.get('key')).rejects.toThrow(/offline|closed|connect/i)
      await stores.close()
    }
  })
})
