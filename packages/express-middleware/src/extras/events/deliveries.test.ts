import { Keyv } from 'keyv'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSealer, deriveKeys } from '../../session/seal.ts'
import { createDeliveries } from './deliveries.ts'

const error = vi.fn<(fields: object, message?: string) => void>()
const logger = { debug: error, info: error, warn: error, error }
const sealer = createSealer(deriveKeys(['secret'], 'receiver', 'event'))
const create = (store?: Keyv) =>
  createDeliveries({ store, receiver: 'receiver', sealer, now: Date.now, logger })

beforeEach(() => {
  vi.useFakeTimers()
  error.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
})

it('answers after 4 s although the handler goes on, and does not run it again for the repeat', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const handle = vi.fn<() => Promise<string>>(async () => await promise)
  const deliveries = create()
  const first = deliveries.once('digest', handle)
  await vi.advanceTimersByTimeAsync(3999)
  const second = deliveries.once('digest', handle)
  await vi.advanceTimersByTimeAsync(1)
  await expect(first).resolves.toBeUndefined()
  resolve('reply')
  await expect(second).resolves.toBe('reply')
  expect(handle).toHaveBeenCalledTimes(1)
})

it('logs a handler that fails after its answer, and lets the next delivery through', async () => {
  const { promise, reject } = Promise.withResolvers<string>()
  const deliveries = create()
  const first = deliveries.once('digest', async () => await promise)
  await vi.advanceTimersByTimeAsync(4000)
  await first
  reject(new Error('late'))
  await vi.advanceTimersByTimeAsync(0)
  expect(error).toHaveBeenCalledTimes(1)
  await expect(deliveries.once('digest', async () => 'again')).resolves.toBe('again')
})

it('handles an event once in all processes that share a store, and again when it failed', async () => {
  const store = new Keyv()
  const [here, there] = [create(store), create(store)]
  await expect(
    here.once('digest', async () => {
      throw new Error('down')
    }),
  ).rejects.toThrow('down')
  await expect(there.once('digest', async () => 'handled')).resolves.toBe('handled')
  await expect(here.once('digest', async () => 'twice')).resolves.toBeUndefined()
})
