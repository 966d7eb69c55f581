import { LRUCache } from 'lru-cache'
import type { TokenStore } from './ports.ts'

/**
 * Keeps values in this process, at most 10 000, and forgets them with it. Two clients of one process share their
 * tokens through it; it is also the store for tests.
 *
 * Values are kept as JSON, as every other store does, so that changing an object afterwards changes nothing here.
 *
 * @example
 * ```ts
 * import { createMemoryStore } from '@wecom-kit/core'
 *
 * const store = createMemoryStore()
 * await store.set('greeting', { text: '你好' }, 60_000)
 * ```
 */
export function createMemoryStore(): TokenStore {
  // By the clock that tokens expire by: tests move it, and leave the monotonic one and its timers where they are.
  const perf = { now: () => Date.now() }
  const entries = new LRUCache<string, string>({ max: 10_000, perf, ttlResolution: 0 })
  return {
    async get(key) {
      const json = entries.get(key)
      const value: unknown = json === undefined ? undefined : JSON.parse(json)
      return value
    },
    async set(key, value, ttlMs) {
      entries.set(key, JSON.stringify(value), { ttl: Math.ceil(ttlMs) })
    },
    async delete(key) {
      entries.delete(key)
    },
  }
}
