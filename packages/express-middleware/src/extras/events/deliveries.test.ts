import { Keyv } from 'keyv'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MapStore } from '../../../test/support/map-store.ts'
import type { WecomSessionStore } from '../../session/session-store.ts'
import { createSealer, deriveKeys } from '../../session/seal.ts'
import { createDeliveries } from './deliveries.ts'

const error = vi.fn<(fields: object, message?: string) => void>()
const logger = { debug: error, info: error, warn: error, error }
const sealer = createSealer(deriveKeys(['secret'], 'receiver', 'event'))
const create = (store?: WecomSessionStore) =>
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

describe('at least once', () => {
  const message = '<xml><Event>change_contact</Event></xml>'

  it('runs a handler that fails again, with growing pauses, until it succeeds', async () => {
    const handle = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('1'))
      .mockRejectedValueOnce(new Error('2'))
      .mockResolvedValue('done')
    const deliveries = create()
    await expect(deliveries.once('digest', handle)).rejects.toThrow('1')
    await vi.advanceTimersByTimeAsync(999)
    expect(handle).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(handle).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(4999)
    expect(handle).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(handle).toHaveBeenCalledTimes(3)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(handle).toHaveBeenCalledTimes(3)
  })

  it('gives up after half an hour, and says so', async () => {
    const handle = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('down'))
    await expect(create().once('digest', handle)).rejects.toThrow('down')
    await vi.advanceTimersByTimeAsync(24 * 3_600_000)
    expect(handle).toHaveBeenCalledTimes(7)
    expect(error.mock.calls.at(-1)?.[1]).toContain('given up')
  })

  it('a process that ended in the middle: the next one finds the event and handles it', async () => {
    const store = new MapStore()
    const never = async () => await Promise.withResolvers<never>().promise
    const crashed = create(store)
    void crashed.once('digest', never, message)
    await vi.advanceTimersByTimeAsync(4000)
    expect([...store.kept.values()].join()).not.toContain('change_contact')
    // The process ends here: its timers go with it.
    vi.clearAllTimers()
    const handle = vi.fn<(text: string) => Promise<unknown>>(async () => undefined)
    const restarted = create(store)
    restarted.recover(handle)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(handle.mock.calls).toEqual([[message]])
    const again = create(store)
    again.recover(handle)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(handle).toHaveBeenCalledTimes(1)
  })

  it('leaves an event to the process that is at it', async () => {
    const store = new MapStore()
    const { promise, resolve } = Promise.withResolvers<string>()
    const [here, there] = [create(store), create(store)]
    const first = here.once('digest', async () => await promise, message)
    const handle = vi.fn<(text: string) => Promise<unknown>>(async () => undefined)
    there.recover(handle)
    await vi.advanceTimersByTimeAsync(120_000)
    await expect(there.once('digest', async () => await handle(message))).resolves.toBeUndefined()
    expect(handle).not.toHaveBeenCalled()
    resolve('late')
    await first
  })

  it('two receivers with one store do not take each other’s events for repeats', async () => {
    const store = new MapStore()
    const other = createDeliveries({ store, receiver: 'another', sealer, now: Date.now, logger })
    await expect(create(store).once('digest', async () => 'one')).resolves.toBe('one')
    await expect(other.once('digest', async () => 'two')).resolves.toBe('two')
  })

  it('a store in trouble keeps no event from being handled', async () => {
    const store = new MapStore()
    store.trouble = 'throws'
    await expect(create(store).once('digest', async () => 'handled', message)).resolves.toBe('handled')
  })
})
