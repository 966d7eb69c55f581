import { createMemoryStore, type TokenLock } from '@wecom-kit/core'
import { expect, it } from 'vitest'
import { canaries } from '../support/canaries.ts'
import { describeFaults, tokenPath, type Trial } from '../support/fault-bench.ts'
import { hangUp, later, tokenAnswer } from '../support/fault-modes.ts'

/** A lock in memory, shared by the clients of a test. */
function memoryLock(): TokenLock & { held: Set<string>; releases: number } {
  const held = new Set<string>()
  const lock = {
    held,
    releases: 0,
    acquire: async (key: string) => {
      if (held.has(key)) return undefined
      held.add(key)
      return async () => {
        lock.releases += 1
        held.delete(key)
      }
    },
  }
  return lock
}

describeFaults('the lock', ({ open, failure }) => {
  it.each([
    ['rejects', () => Promise.reject(new Error(`redis://:${canaries.secret}@down`))],
    [
      'throws synchronously',
      () => {
        throw new Error(`redis://:${canaries.secret}@down`)
      },
    ],
    ['never answers', () => new Promise<never>(() => {})],
  ] satisfies [string, TokenLock['acquire']][])(
    'F58 acquire %s: on without it, and an event says so',
    async (_case, acquire) => {
      const { wecom, tokens, events } = await open({ store: createMemoryStore(), lock: { acquire } })
      await expect(wecom.auth.token()).resolves.toBe(canaries.token)
      expect(tokens()).toBe(1)
      expect(events.filter(({ type }) => type === 'lock.bypassed')).toEqual([
        { type: 'lock.bypassed', reason: 'the lock failed' },
      ])
    },
  )

  it('F58 a lock that comes after 250 ms is given back', async () => {
    const late = Promise.withResolvers<() => Promise<void>>()
    const released = Promise.withResolvers<void>()
    const { wecom, tokens } = await open({
      store: createMemoryStore(),
      lock: { acquire: () => late.promise },
    })
    await wecom.auth.token()
    late.resolve(async () => released.resolve())
    await expect(released.promise).resolves.toBeUndefined()
    expect(tokens()).toBe(1)
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('lost'))],
    [
      'throws synchronously',
      () => {
        throw new Error('lost')
      },
    ],
    ['never ends', () => new Promise<never>(() => {})],
  ] satisfies [string, () => Promise<void>][])(
    'F59 release %s: no caller notices',
    async (_case, release) => {
      const { read, tokens } = await open({
        store: createMemoryStore(),
        lock: { acquire: async () => release },
      })
      await read()
      await read()
      expect(tokens()).toBe(1)
    },
  )

  it('F59 a failed gettoken releases the lock', async () => {
    const lock = memoryLock()
    const { server, wecom } = await open({ store: createMemoryStore(), lock, maxRetries: 0 })
    server.on(tokenPath, hangUp('rst'), tokenAnswer(canaries.token))
    await failure(wecom.auth.token())
    expect(lock.held.size).toBe(0)
    await wecom.auth.token()
    expect([lock.held.size, lock.releases]).toEqual([0, 2])
  })

  it('F59 the token is in the store before the lock is free', async () => {
    const order: string[] = []
    const store = createMemoryStore()
    const { wecom } = await open({
      store: {
        ...store,
        set: async (key, value, ttlMs) => {
          await new Promise((resolve) => setTimeout(resolve, 20))
          order.push('written')
          await store.set(key, value, ttlMs)
        },
      },
      lock: { acquire: async () => async () => void order.push('released') },
    })
    await wecom.auth.token()
    expect(order).toEqual(['written', 'released'])
  })

  it('F56 a lock nobody frees: after twice its TTL the call goes on without it', async () => {
    const { wecom, time, tokens, events } = await open({
      store: createMemoryStore(),
      lock: { acquire: async () => undefined },
    })
    await expect(wecom.auth.token()).resolves.toBe(canaries.token)
    const waited = time.sleeps.reduce((sum, ms) => sum + ms, 0)
    expect(waited).toBeGreaterThanOrEqual(5_000)
    expect(waited).toBeLessThan(11_000)
    expect(tokens()).toBe(1)
    expect(events).toContainEqual({ type: 'lock.bypassed', reason: 'the lock was never free' })
  })

  it('F56 a lock that falls free in the last moment is released like any other', async () => {
    const lock = memoryLock()
    const { wecom, time } = await open({
      store: createMemoryStore(),
      lock: {
        acquire: async (key, options) => {
          time.advance(20_000)
          return lock.acquire(key, options)
        },
      },
    })
    await wecom.auth.token()
    expect([lock.held.size, lock.releases]).toEqual([0, 1])
  })

  it.each([500, 1000, 10_000])('F60 %d cold calls at once in one process: 1 gettoken', async (count) => {
    const { server, wecom, tokens } = await open({ store: createMemoryStore(), lock: memoryLock() })
    server.on(
      tokenPath,
      later(() => 20, tokenAnswer(canaries.token)),
    )
    const got = await Promise.all(Array.from({ length: count }, () => wecom.auth.token()))
    expect(new Set(got)).toEqual(new Set([canaries.token]))
    expect(tokens()).toBe(1)
  })

  it('F60 eight clients on one store and lock: 1 gettoken', async () => {
    const shared = { store: createMemoryStore(), lock: memoryLock() }
    const { server, tokens, ...first } = await open(shared)
    const trials: Pick<Trial, 'wecom' | 'time'>[] = [first]
    while (trials.length < 8) trials.push(await open({ ...shared, server }))
    for (const { time } of trials) time.sleeping = 'real'
    server.on(
      tokenPath,
      later(() => 20, tokenAnswer(canaries.token)),
    )
    await Promise.all(trials.map(({ wecom }) => wecom.auth.token()))
    expect(tokens()).toBe(1)
  })
})
