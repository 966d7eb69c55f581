import { describe, expect, test, vi } from 'vitest'
import { tokenStoreContract } from '../testing/token-store-contract.ts'
import { createMemoryStore } from './memory-store.ts'

describe('createMemoryStore', () => {
  const shared = createMemoryStore()
  const contract = tokenStoreContract({ create: () => shared, createSecond: () => shared })
  test.each(contract)('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined()
  })

  test('two stores know nothing of each other', async () => {
    await shared.set('key', 1, 60_000)
    expect(await createMemoryStore().get('key')).toBeUndefined()
  })

  test.each<[string, { toFake?: ['Date'] }]>([
    ['all timers', {}],
    ['the date alone', { toFake: ['Date'] }],
  ])('forgets in time where a test has made a fake of %s', async (_what, options) => {
    const store = createMemoryStore()
    await store.set('before', 1, 60_000)
    vi.useFakeTimers(options)
    try {
      await store.set('after', 1, 120_000)
      vi.setSystemTime(Date.now() + 61_000)
      expect([await store.get('before'), await store.get('after')]).toEqual([undefined, 1])
    } finally {
      vi.useRealTimers()
    }
  })

  test('keeps the 10 000 latest values', async () => {
    const store = createMemoryStore()
    for (let index = 0; index <= 10_000; index += 1) await store.set(`key:${index}`, index, 60_000)
    expect(await store.get('key:0')).toBeUndefined()
    expect(await store.get('key:1')).toBe(1)
    expect(await store.get('key:10000')).toBe(10_000)
  })
})
