import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryStore } from '../stores/memory-store.ts'
import { announcedTurn } from './take-turn.ts'
import { StoreBudget } from './store-budget.ts'
import { StoreGuard } from '../stores/store-guard.ts'
import type { TokenStore } from '../stores/ports.ts'

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'Date', 'performance'],
      now: Date.UTC(2026, 0, 1),
    }),
)
afterEach(() => void vi.useRealTimers())

describe('announcedTurn', () => {
  const monotonic = (): number => performance.now()
  function process(store: TokenStore, now: () => number = Date.now) {
    const turns = announcedTurn(new StoreBudget(new StoreGuard(store, monotonic, () => {}), monotonic), now)
    return () => turns.acquire('k', { ttlMs: 5000, signal: new AbortController().signal })
  }

  it('a fetch that is quickly done writes nothing', async () => {
    const store = createMemoryStore()
    const written = [vi.spyOn(store, 'set'), vi.spyOn(store, 'delete')]
    const release = await process(store)()
    await vi.advanceTimersByTimeAsync(19)
    await release?.()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(written.map(({ mock }) => mock.calls)).toEqual([[], []])
  })

  it('a longer one holds the others back until it ends', async () => {
    const store = createMemoryStore()
    const release = await process(store)()
    await vi.advanceTimersByTimeAsync(20)
    await expect(process(store)()).resolves.toBeUndefined()
    await release?.()
    await expect(process(store)()).resolves.toBeTypeOf('function')
  })

  it('one whose process died holds them back for 2 s, in a store that forgets nothing too', async () => {
    const kept = new Map<string, unknown>()
    const store: TokenStore = {
      get: async (key) => kept.get(key),
      set: async (key, value) => kept.set(key, value),
      delete: async () => {},
    }
    await process(store)()
    await vi.advanceTimersByTimeAsync(2_019)
    await expect(process(store)()).resolves.toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    await expect(process(store)()).resolves.toBeTypeOf('function')
  })

  it.each([300_000, -300_000])('a host whose clock is %d ms off holds nobody back', async (ms) => {
    const store = createMemoryStore()
    await process(store, () => Date.now() + ms)()
    await vi.advanceTimersByTimeAsync(20)
    await expect(process(store)()).resolves.toBeTypeOf('function')
  })

  it.each([
    [4000, 'undefined'],
    [4001, 'function'],
  ])('what ends in %d ms is an announcement no later than one can be', async (ms, taken) => {
    const store = { ...createMemoryStore(), get: async () => ({ v: 1, until: Date.now() + ms }) }
    expect(typeof (await process(store)())).toBe(taken)
  })

  it.each([
    null,
    7,
    'x',
    { until: `${Date.UTC(2026, 0, 1) + 1000}` },
    [],
    {},
    { until: 'soon' },
    { until: Number.NaN },
  ])('garbage %# holds nobody back', async (garbage) => {
    const store = { ...createMemoryStore(), get: async () => garbage }
    await expect(process(store)()).resolves.toBeTypeOf('function')
  })

  it('a store that rejects or hangs holds nobody back', async () => {
    const rejects = async (): Promise<never> => {
      throw new Error('down')
    }
    const hangs = (): Promise<never> => new Promise(() => {})
    for (const operation of [rejects, hangs]) {
      const taken = process({ get: operation, set: operation, delete: operation })()
      await vi.advanceTimersByTimeAsync(251)
      const release = await taken
      await vi.advanceTimersByTimeAsync(20)
      const released = release?.()
      await vi.advanceTimersByTimeAsync(600)
      await released
    }
    expect(vi.getTimerCount()).toBe(0)
  })
})
