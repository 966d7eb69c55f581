import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Runtime } from '../internal/runtime.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import { takeTurn, type TurnOptions } from './take-turn.ts'
import type { TokenLock } from '../stores/ports.ts'

beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'Date', 'performance'] }),
)
afterEach(() => void vi.useRealTimers())

describe('takeTurn', () => {
  function turn(
    lock: TokenLock | undefined,
    reread: () => Promise<string | undefined>,
    signal = new AbortController().signal,
    announced: TokenLock = { acquire: async () => async () => {} },
    chance = 0.5,
  ) {
    const events: WecomEvent[] = []
    const runtime: Runtime = {
      now: Date.now,
      monotonic: () => performance.now(),
      random: () => chance,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }
    const options: TurnOptions<string> = {
      key: 'k',
      lock,
      announced,
      reread,
      runtime,
      signal,
      emit: (event) => void events.push(event),
    }
    return { result: takeTurn(options), events }
  }

  it('without a lock it waits a random moment and looks again', async () => {
    const reread = vi.fn<() => Promise<string>>(async () => 'done')
    const { result } = turn(undefined, reread)
    await vi.advanceTimersByTimeAsync(149)
    expect(reread).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await expect(result).resolves.toEqual({ done: 'done' })
  })

  it('without a lock it announces nothing where somebody else was first', async () => {
    const acquire = vi.fn<TokenLock['acquire']>(async () => undefined)
    const { result } = turn(undefined, async () => 'theirs', new AbortController().signal, { acquire })
    await vi.advanceTimersByTimeAsync(150)
    await expect(result).resolves.toEqual({ done: 'theirs' })
    expect(acquire).not.toHaveBeenCalled()
  })

  it.each([
    [0, 50],
    [0.5, 75],
    [0.9, 95],
  ])('asks for a lock that is taken again after 50 to 100 ms: by chance %d after %d', async (chance, ms) => {
    const acquire = vi.fn<TokenLock['acquire']>(async () => undefined)
    const closed = new AbortController()
    turn({ acquire }, async () => undefined, closed.signal, undefined, chance)
    await vi.advanceTimersByTimeAsync(ms - 1)
    expect(acquire).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(acquire).toHaveBeenCalledTimes(2)
    closed.abort()
    await vi.advanceTimersByTimeAsync(100)
  })

  it('of a client that is closed asks for no lock', async () => {
    const acquire = vi.fn<TokenLock['acquire']>(async () => undefined)
    const { result } = turn({ acquire }, async () => undefined, AbortSignal.abort())
    await expect(result).resolves.toEqual({ release: expect.any(Function) })
    expect(acquire).not.toHaveBeenCalled()
  })

  it('without a lock it waits for whoever announced a fetch, and tells nobody of a lock', async () => {
    let taken = true
    let looks = 0
    const { result, events } = turn(
      undefined,
      async () => ((looks += 1) < 4 ? undefined : 'theirs'),
      new AbortController().signal,
      { acquire: async () => (taken ? undefined : async () => {}) },
    )
    await vi.advanceTimersByTimeAsync(1_000)
    await expect(result).resolves.toEqual({ done: 'theirs' })
    taken = false
    const late = turn(undefined, async () => undefined, new AbortController().signal, {
      acquire: async () => undefined,
    })
    await vi.advanceTimersByTimeAsync(11_000)
    await expect(late.result).resolves.toHaveProperty('release')
    expect([...events, ...late.events]).toEqual([])
  })

  it('with the lock it looks again before it takes the turn, and gives the lock back when the work is done', async () => {
    const release = vi.fn<() => Promise<void>>(async () => {})
    const held = turn({ acquire: async () => release }, async () => undefined)
    const mine = await held.result
    expect(release).not.toHaveBeenCalled()
    if ('release' in mine) mine.release()
    expect(release).toHaveBeenCalledTimes(1)
    const done = turn({ acquire: async () => release }, async () => 'theirs')
    await expect(done.result).resolves.toEqual({ done: 'theirs' })
    expect(release).toHaveBeenCalledTimes(2)
  })

  it('while somebody else holds it, it looks for their result', async () => {
    let looks = 0
    const { result, events } = turn({ acquire: async () => undefined }, async () =>
      (looks += 1) === 3 ? 'theirs' : undefined,
    )
    await vi.advanceTimersByTimeAsync(1_000)
    await expect(result).resolves.toEqual({ done: 'theirs' })
    expect(events).toEqual([])
  })

  it('a closing client stops waiting', async () => {
    const closed = new AbortController()
    const { result } = turn({ acquire: async () => undefined }, async () => undefined, closed.signal)
    closed.abort()
    await vi.advanceTimersByTimeAsync(1_000)
    await expect(result).resolves.toHaveProperty('release')
  })

  it('a lock that hangs is given 250 ms and told to stop', async () => {
    let told: AbortSignal | undefined
    const { result, events } = turn(
      {
        acquire: (_key, { signal }) => {
          told = signal
          return new Promise(() => {})
        },
      },
      async () => undefined,
    )
    await vi.advanceTimersByTimeAsync(251)
    await expect(result).resolves.toHaveProperty('release')
    expect(told?.aborted).toBe(true)
    expect(events).toEqual([{ type: 'lock.bypassed', reason: 'the lock failed' }])
  })
})
