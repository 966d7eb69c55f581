import { EventEmitter } from 'node:events'
import { afterEach, expect, it, vi } from 'vitest'
import { createSessionStore } from './session-store.ts'

const nothing = () => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }
const failed = { code: 'WECOM_STORE', status: 503 }

/** An adapter that reports trouble as an event and answers as if nothing were there, like @keyv/redis. */
class QuietStore extends EventEmitter {
  broken = false
  readonly kept = new Map<string, unknown>()

  async get(key: string): Promise<unknown> {
    return this.#answer(() => this.kept.get(key))
  }

  async set(key: string, value: unknown): Promise<unknown> {
    return this.#answer(() => this.kept.set(key, value))
  }

  async delete(key: string): Promise<unknown> {
    return this.#answer(() => this.kept.delete(key))
  }

  #answer(value: () => unknown): unknown {
    if (!this.broken) return value()
    this.emit('error', new Error('connection lost'))
    return undefined
  }
}

afterEach(() => {
  vi.useRealTimers()
})

it('takes undefined for an answer only when the store did not fail meanwhile', async () => {
  const quiet = new QuietStore()
  const store = createSessionStore(quiet, 'p:', silent)
  await expect(store.get('x')).resolves.toBeUndefined()
  quiet.broken = true
  await expect(store.get('x')).rejects.toMatchObject(failed)
  await expect(store.set('x', 1, 1000)).rejects.toMatchObject(failed)
  await expect(store.delete('x')).rejects.toMatchObject(failed)
})

it('keeps its keys apart by the prefix', async () => {
  const quiet = new QuietStore()
  await createSessionStore(quiet, 'p:', silent).set('x', 1, 1000)
  expect([...quiet.kept]).toEqual([['p:x', 1]])
})

it('gives up on a store that hangs after two seconds', async () => {
  vi.useFakeTimers()
  const hanging = async () => await Promise.withResolvers<never>().promise
  const store = createSessionStore({ get: hanging, set: hanging, delete: hanging }, 'p:', silent)
  const answer = store.get('x').catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(2001)
  expect(await answer).toMatchObject(failed)
})

it('takes false from set for a failure, and keeps the cause of an error', async () => {
  const cause = new Error('full')
  const store = createSessionStore(
    {
      get: async () => {
        throw cause
      },
      set: async () => false,
      delete: async () => true,
    },
    'p:',
    silent,
  )
  await expect(store.set('x', 1, 1)).rejects.toMatchObject(failed)
  await expect(store.get('x')).rejects.toMatchObject({ ...failed, cause })
})
