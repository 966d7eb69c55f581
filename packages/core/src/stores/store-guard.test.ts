import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import { StoreGuard } from './store-guard.ts'
import type { TokenStore } from './ports.ts'

beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'Date', 'performance'] }),
)
afterEach(() => void vi.useRealTimers())

describe('StoreGuard', () => {
  const never = (): Promise<never> => new Promise(() => {})
  function guard(store: Partial<TokenStore>) {
    const events: WecomEvent[] = []
    const whole = { get: never, set: never, delete: never, ...store }
    const guarded = new StoreGuard(
      whole,
      () => performance.now(),
      (event) => void events.push(event),
    )
    return { guarded, events, whole }
  }

  it.each([undefined, null])(
    'passes values on, and a miss (%s) is neither a value nor a failure',
    async (miss) => {
      const { guarded, events } = guard({ get: async () => miss, set: async () => true })
      await expect(guarded.get('k')).resolves.toEqual({ ok: true, value: undefined })
      await expect(guarded.set('k', 1, 1)).resolves.toEqual({ ok: true, value: true })
      expect(events).toEqual([])
    },
  )

  it.each([
    [undefined, 250],
    [100, 100],
    [9999, 250],
  ])('with a limit of %s ms it waits %d ms', async (limit, waits) => {
    const { guarded } = guard({})
    let outcome: unknown
    void guarded.get('k', limit).then((result) => (outcome = result))
    await vi.advanceTimersByTimeAsync(waits - 1)
    expect(outcome).toBeUndefined()
    await vi.advanceTimersByTimeAsync(2)
    expect(outcome).toEqual({ ok: false })
  })

  it('an answer that waits in the event loop when the time is over still counts', async () => {
    const { guarded } = guard({
      get: () =>
        new Promise((resolve) => {
          setTimeout(() => resolve('value'), 250)
        }),
    })
    const result = guarded.get('k')
    await vi.advanceTimersByTimeAsync(300)
    await expect(result).resolves.toEqual({ ok: true, value: 'value' })
  })

  it('after three failures in a row it asks nobody for 5 s; a success in between starts the count anew', async () => {
    const outcomes = ['bad', 'bad', 'good', 'bad', 'bad', 'bad']
    const get = vi.fn<() => Promise<unknown>>(async () => {
      if (outcomes.shift() === 'good') return 1
      throw new TypeError('redis://:SECRET@host')
    })
    const { guarded, events } = guard({ get })
    for (let call = 0; call < 9; call += 1) await guarded.get('k')
    expect(get).toHaveBeenCalledTimes(6)
    expect(events.at(-1)).toEqual({ type: 'store.bypassed', forMs: 5000 })
    expect(JSON.stringify(events)).not.toContain('SECRET')
    await vi.advanceTimersByTimeAsync(4_990)
    await guarded.get('k')
    expect(get).toHaveBeenCalledTimes(6)
    await vi.advanceTimersByTimeAsync(20)
    await guarded.get('k')
    expect(get).toHaveBeenCalledTimes(7)
  })

  it('tries with one operation alone whether the store is back, and says so once', async () => {
    let isBack = false
    const get = vi.fn<() => Promise<unknown>>(async () => (isBack ? 'value' : await never()))
    const { guarded, events } = guard({ get })
    const ask = async (count: number) => {
      const all = Promise.all(Array.from({ length: count }, () => guarded.get('k')))
      await vi.advanceTimersByTimeAsync(300)
      return await all
    }
    await ask(3)
    await vi.advanceTimersByTimeAsync(5_000)
    get.mockClear()
    await ask(100)
    expect(get).toHaveBeenCalledTimes(1)
    isBack = true
    await vi.advanceTimersByTimeAsync(5_000)
    await expect(ask(1)).resolves.toEqual([{ ok: true, value: 'value' }])
    await expect(ask(2)).resolves.toHaveLength(2)
    expect(events.map(({ type }) => type)).toEqual([
      'store.error',
      'store.error',
      'store.error',
      'store.bypassed',
      'store.recovered',
    ])
  })
})
