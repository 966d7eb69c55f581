import { describe, expect, test } from 'vitest'
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

  test('keeps the 10 000 latest values', async () => {
    const store = createMemoryStore()
    for (let index = 0; index <= 10_000; index += 1) await store.set(`key:${index}`, index, 60_000)
    expect(await store.get('key:0')).toBeUndefined()
    expect(await store.get('key:1')).toBe(1)
    expect(await store.get('key:10000')).toBe(10_000)
  })
})
