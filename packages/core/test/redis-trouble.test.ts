import { createClient } from '@redis/client'
import KeyvRedis from '@keyv/redis'
import { createRedisLock, encryptedStore, type TokenLock } from '@wecom-kit/core'
import { Keyv } from 'keyv'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fastestRun } from 'test-support/fastest-run'
import { patient } from 'test-support/patient'
import { hasRedisServer, startRedisServer, type RedisServer } from 'test-support/redis-server'
import { runInChild } from './support/run-in-child.ts'

const minute = 60_000
const limit = (ms: number): AbortSignal => AbortSignal.timeout(ms)

describe.runIf(hasRedisServer())('a Redis in trouble', () => {
  let server: RedisServer
  let client: ReturnType<typeof makeClient>
  let lock: TokenLock

  // The settings our documents recommend: no offline queue, short connects, steady reconnects.
  const makeClient = (): ReturnType<typeof createClient> =>
    createClient({
      url: server.url,
      disableOfflineQueue: true,
      socket: { reconnectStrategy: () => 20, connectTimeout: 500 },
    })

  beforeEach(async () => {
    server = await startRedisServer()
    client = makeClient()
    client.on('error', () => {})
    await client.connect()
    lock = createRedisLock(client)
  })
  afterEach(async () => {
    client.destroy()
    await server.stop()
  })

  async function acquireSoon(
    key: string,
    onRefused?: (askedAt: number) => void,
  ): Promise<() => Promise<void>> {
    return vi.waitFor(
      async () => {
        const askedAt = performance.now()
        const release = await lock.acquire(key, { ttlMs: minute, signal: limit(500) })
        if (release === undefined) {
          onRefused?.(askedAt)
          throw new Error('not free')
        }
        return release
      },
      { ...patient, interval: 10 },
    )
  }

  test('#58 stopped: the lock rejects at once instead of waiting', async () => {
    await server.stop()
    await vi.waitFor(() => expect(client.isReady).toBe(false), patient)
    const refused = (): Promise<void> =>
      expect(lock.acquire('a', { ttlMs: minute, signal: limit(5_000) })).rejects.toThrow(/offline|closed/i)
    expect(await fastestRun(200, refused)).toBeLessThan(200)
  })

  test('#58 frozen: the lock rejects when the signal does, with its reason', async () => {
    server.pause()
    const reason = new Error('no time left')
    const controller = new AbortController()
    const attempt = lock.acquire('a', { ttlMs: minute, signal: controller.signal })
    controller.abort(reason)
    await expect(attempt).rejects.toBe(reason)
  })

  test('#58 thawed: the SET that was under way takes the lock after all, and it is given back long before its time', async () => {
    server.pause()
    await expect(lock.acquire('a', { ttlMs: minute, signal: limit(20) })).rejects.toThrow(/timeout/i)
    server.resume()
    const release = await acquireSoon('a')
    await expect(release()).resolves.toBeUndefined()
  })

  test('#59 frozen during the release: it is not answered, and the lock ends by itself', async () => {
    const release = await lock.acquire('a', { ttlMs: 300, signal: limit(1_000) })
    server.pause()
    const settled = vi.fn<() => void>()
    void release?.().then(settled, settled)
    await new Promise(setImmediate)
    expect(settled).not.toHaveBeenCalled()
    server.resume()
    await (
      await acquireSoon('a')
    )()
  })

  test('#59 stopped before the release: it rejects, which no caller has to wait for', async () => {
    const release = await lock.acquire('a', { ttlMs: minute, signal: limit(1_000) })
    await server.stop()
    await vi.waitFor(() => expect(client.isReady).toBe(false), patient)
    await expect(release?.()).rejects.toThrow(/offline|closed/i)
  })

  test('#52 restarted: a lock is forgotten, and its late release does not free the next holder', async () => {
    const forgotten = await lock.acquire('a', { ttlMs: minute, signal: limit(1_000) })
    await server.start()
    const current = await acquireSoon('a')
    await forgotten?.()
    expect(await lock.acquire('a', { ttlMs: minute, signal: limit(1_000) })).toBeUndefined()
    await current()
  })

  test('#56 a holder that was killed is succeeded when its time is over, not before', async () => {
    const holder = runInChild('hold-redis-lock', server.url, 'a', '1500')
    expect(await holder.line()).toBe('held')
    const started = performance.now()
    holder.process.kill('SIGKILL')
    expect(await lock.acquire('a', { ttlMs: minute, signal: limit(1_000) })).toBeUndefined()
    // Not when we got it: in a test that stalls, nobody may have asked for a while.
    let lastRefused = started
    const release = await acquireSoon('a', (askedAt) => (lastRefused = askedAt))
    await release()
    expect(lastRefused - started).toBeLessThan(2_000)
  })

  test('#52 an encrypted Keyv works again after a restart, empty', async () => {
    const keyv = new Keyv(new KeyvRedis(client))
    keyv.on('error', () => {})
    const store = encryptedStore(keyv, randomBytes(32))
    await store.set('a', { token: 't' }, minute)
    expect(await store.get('a')).toEqual({ token: 't' })
    await server.start()
    await vi.waitFor(() => expect(client.isReady).toBe(true), patient)
    expect(await store.get('a')).toBeUndefined()
    await store.set('a', { token: 'u' }, minute)
    expect(await store.get('a')).toEqual({ token: 'u' })
  })

  test('#49 what strangers write into Redis is a miss for the encrypted store', async () => {
    const keyv = new Keyv(new KeyvRedis(client))
    keyv.on('error', () => {})
    const store = encryptedStore(keyv, randomBytes(32))
    await store.set('a', { token: 't' }, minute)
    const [name = ''] = await client.keys('*')
    for (const garbage of ['42', '[]', '"x"', '{"t":1}', '{"value":1,"expires":"abc"}', '{"value":"v1.x"}']) {
      await client.set(name, garbage)
      expect(await store.get('a')).toBeUndefined()
    }
  })

  test('#49 text that is no JSON is no value of a Keyv, and the next write repairs it', async () => {
    const keyv = new Keyv(new KeyvRedis(client))
    keyv.on('error', () => {})
    await keyv.set('a', { token: 't' }, minute)
    const [name = ''] = await client.keys('*')
    for (const garbage of ['', 'not json', '\u0000']) {
      await client.set(name, garbage)
      // Keyv 5 rejects with a SyntaxError, Keyv 6 takes it for a miss.
      await expect(keyv.get('a').catch(() => undefined)).resolves.toBeUndefined()
      await keyv.set('a', { token: 'u' }, minute)
      expect(await keyv.get('a')).toEqual({ token: 'u' })
    }
  })
})
