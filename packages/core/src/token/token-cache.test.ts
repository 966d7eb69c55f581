import { describe, expect, it, vi } from 'vitest'
import { WecomAuthError, WecomRateLimitError } from '../errors/errors.ts'
import type { Runtime } from '../internal/runtime.ts'
import { StoreGuard } from '../stores/store-guard.ts'
import type { TokenLock, TokenStore } from '../stores/ports.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import { TokenCache } from './token-cache.ts'
import type { IssuedToken, TokenSource } from './token-source.ts'

const lifeMs = 7_200_000
const hourMs = 3_600_000
const startMs = Date.UTC(2026, 0, 1)
const badSecret = () => new WecomAuthError('no', { errcode: 40001, errmsg: '', reason: 'credential' })

interface Given {
  store?: Partial<TokenStore>
  lock?: TokenLock
  /** What gettoken does each time, after 40 ms; the last goes on. */
  answers?: readonly (() => IssuedToken)[]
  /** Chance, which never changes. */
  random?: number
}

/** One process: its cache, its clocks, which stand still until told otherwise, and what came of it. */
function start({ store, lock, answers = [], random = 0.5 }: Given = {}) {
  const clock = { wall: startMs, monotonic: 1000 }
  const pass = (ms: number): void => {
    clock.wall += ms
    clock.monotonic += ms
  }
  const slept: number[] = []
  const runtime: Runtime = {
    now: () => clock.wall,
    monotonic: () => clock.monotonic,
    random: () => random,
    sleep: async (ms) => {
      if (ms <= 0) return
      slept.push(ms)
      pass(ms)
    },
  }
  const closed = new AbortController()
  const events: WecomEvent[] = []
  let asked = 0
  const fetch = vi.fn<(options: { signal: AbortSignal }) => Promise<IssuedToken>>(async () => {
    pass(40)
    asked += 1
    const answer = answers[Math.min(asked, answers.length) - 1] ?? (() => issue(`token${asked}`))
    return answer()
  })
  const source = { id: 'app', fetch }
  const sourceNow = vi.fn<() => TokenSource>(() => source)
  const cache = new TokenCache({
    kind: 'app',
    keyPrefix: 'wecom:corp',
    source: sourceNow,
    store: store && new StoreGuard({ ...noStore, ...store }, runtime.monotonic, () => {}),
    lock,
    runtime,
    emit: (event) => void events.push(event),
    closed: closed.signal,
  })
  const get = () => cache.get(undefined, 5000)
  return { cache, clock, closed, events, fetch, get, pass, slept, source, sourceNow }
}

const noStore: TokenStore = { get: async () => undefined, set: async () => {}, delete: async () => {} }
const issue = (token: string, expiresIn = 7200): IssuedToken => ({ token, expiresIn })
const fails = (error: Error) => () => {
  throw error
}

/** A record as another process wrote it. */
function written(token: string, obtainedAt: number, expiresAt: number, leaseMs?: number): object {
  return { v: 1, token, obtainedAt, expiresAt, ...(leaseMs !== undefined && { leaseMs }) }
}

describe('a token', () => {
  it.each(['wall', 'monotonic'] as const)('ends by the %s clock alone', async (which) => {
    const { cache, clock, get } = start()
    const held = await get()
    clock[which] += lifeMs - 41
    expect(cache.current()).toBe(held)
    clock[which] += 1
    expect(cache.current()).toBeUndefined()
  })

  it('that lives is fetched again by a refresh only', async () => {
    const { cache, fetch, get } = start()
    await Promise.all([get(), get()])
    await get()
    expect(fetch).toHaveBeenCalledTimes(1)
    await cache.refresh(false, undefined, 5000)
    expect([fetch.mock.calls.length, cache.current()?.token]).toEqual([2, 'token2'])
  })

  it.each([
    ['no text', '{"expiresIn":7200}'],
    ['no text that fits an address', '{"token":"a b","expiresIn":7200}'],
    ['nothing', 'null'],
  ])('that is %s is refused, and the source named', async (_what, answer) => {
    const { get } = start({ answers: [() => JSON.parse(answer)] })
    await expect(get()).rejects.toMatchObject({
      code: 'ERR_WECOM_CONFIG',
      message: expect.stringContaining('the token source "app"'),
    })
  })

  it('that does not come in time ends the wait, and the next may have it', async () => {
    const { cache, fetch } = start()
    let arrive = (_issued: IssuedToken): void => {}
    fetch.mockImplementation(() => new Promise((resolve) => (arrive = resolve)))
    await expect(cache.get(undefined, 1)).rejects.toMatchObject({ code: 'ERR_WECOM_TIMEOUT', phase: 'token' })
    const next = cache.get(undefined, 5000)
    arrive(issue('late'))
    await expect(next).resolves.toMatchObject({ token: 'late' })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('that nobody waits for any more may fail unheard', async () => {
    const unheard = vi.fn<(error: unknown) => void>()
    const others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', unheard)
    try {
      const { cache } = start({ answers: [fails(new Error('late'))] })
      await expect(cache.get(AbortSignal.abort('gone'), 5000)).rejects.toBe('gone')
      await new Promise((resolve) => {
        setTimeout(resolve)
      })
    } finally {
      process.removeListener('unhandledRejection', unheard)
      for (const other of others) process.on('unhandledRejection', other)
    }
    expect(unheard).not.toHaveBeenCalled()
  })
})

describe('what is told', () => {
  it('of a fetch: how long it took', async () => {
    const { events, get } = start()
    await get()
    expect(events).toStrictEqual([{ type: 'token.refresh', kind: 'app', outcome: 'ok', durationMs: 40 }])
  })

  it('of one that failed: WeCom’s errcode, never that of another error', async () => {
    const strange = Object.assign(new Error('x'), { errcode: 40001 })
    const { events, get } = start({ answers: [fails(strange), fails(badSecret())] })
    await expect(get()).rejects.toBe(strange)
    await expect(get()).rejects.toMatchObject({ errcode: 40001 })
    const failed = { type: 'token.refresh', kind: 'app', outcome: 'error', durationMs: 40 }
    expect(events.slice(0, 2)).toStrictEqual([failed, { ...failed, errcode: 40001 }])
    expect(events[2]).toMatchObject({ type: 'token.cooldown', errcode: 40001 })
  })

  it('of a token that somebody knows to be dead: no errcode; of another nothing', async () => {
    const { cache, events, get } = start()
    const { token } = await get()
    events.length = 0
    cache.invalidate('another')
    expect([cache.current()?.token, events]).toEqual([token, []])
    cache.invalidate(token)
    expect([cache.current(), events]).toStrictEqual([undefined, [{ type: 'token.invalidated', kind: 'app' }]])
  })

  it('where it stands', async () => {
    const { cache, get, pass } = start({ answers: [() => issue('a'), fails(badSecret())] })
    expect(cache.state()).toEqual({ status: 'empty', held: undefined })
    const held = await get()
    expect(cache.state()).toEqual({ status: 'fresh', held })
    pass(lifeMs)
    expect(cache.state()).toEqual({ status: 'expired', held })
    const next = get()
    expect(cache.state()).toEqual({ status: 'refreshing', held })
    await expect(next).rejects.toThrow('no')
    expect(cache.state()).toEqual({ status: 'cooling-down', held })
  })
})

describe('a client that is closed', () => {
  it('asks nobody, and cannot be waited for', async () => {
    const { cache, closed, sourceNow } = start()
    closed.abort()
    await expect(cache.get(undefined, 5000)).rejects.toThrow('closed')
    expect(sourceNow).not.toHaveBeenCalled()
    expect(cache.state()).toEqual({ status: 'empty', held: undefined })
  })

  it('while it waits to ask again does not ask', async () => {
    const { cache, closed, fetch, get } = start({ answers: [fails(new Error('down'))] })
    await expect(get()).rejects.toThrow('down')
    const next = cache.get(undefined, 5000)
    closed.abort()
    await expect(next).rejects.toThrow('closed')
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('tells the source to stop', async () => {
    const { closed, fetch, get } = start()
    await get()
    expect(fetch.mock.calls).toEqual([[{ signal: closed.signal }]])
  })
})

describe('asking again', () => {
  it('waits longer after each failure', async () => {
    const { get, slept } = start({ answers: [fails(new Error('down'))] })
    for (let time = 0; time < 9; time += 1) await expect(get()).rejects.toThrow('down')
    expect(slept).toEqual([50, 100, 200, 400, 800, 1600, 3200, 4000])
  })

  it('waits no longer than 5 s where chance would have it so', async () => {
    const { get, slept } = start({ answers: [fails(new Error('down'))], random: 0.99 })
    for (let time = 0; time < 9; time += 1) await expect(get()).rejects.toThrow('down')
    expect(slept.slice(-2)).toEqual([5000, 5000])
  })

  it('after too many at once waits a moment, and not a minute', async () => {
    const tooMany = new WecomRateLimitError('slow', { errcode: 45033, errmsg: '' })
    const { get, slept } = start({ answers: [fails(tooMany), () => issue('a')] })
    await expect(get()).rejects.toThrow('slow')
    await get()
    expect(slept).toEqual([50])
  })

  it('after the secret was accepted is not refused by the cool-down of before', async () => {
    const { cache, clock, get } = start({
      answers: [fails(badSecret()), () => issue('a'), () => issue('b')],
    })
    await expect(get()).rejects.toThrow('no')
    clock.wall -= hourMs
    await get()
    clock.wall += hourMs
    cache.invalidate('a')
    await expect(get()).resolves.toMatchObject({ token: 'b' })
  })
})

describe('a refused token', () => {
  /** Refused once, and given again by gettoken. */
  async function refused(next: () => IssuedToken) {
    const world = start({ answers: [() => issue('same'), () => issue('same'), next] })
    const first = await world.get()
    expect(world.cache.reject(first, 42001)).toBe(0)
    expect(world.cache.reject(first, 42001)).toBe(0)
    const again = await world.get()
    expect(world.cache.reject(again, 42001)).toBe(200)
    return world
  }

  it('that comes again and again has to be waited for, until somebody knows better', async () => {
    const { cache, get } = await refused(() => issue('same'))
    await cache.refresh(false, undefined, 5000)
    expect(cache.reject(await get(), 42001)).toBeGreaterThan(0)
    await cache.refresh(true, undefined, 5000)
    expect(cache.reject(await get(), 42001)).toBe(0)
  })

  it('is forgotten with the first other one', async () => {
    const { cache, get } = await refused(() => issue('other'))
    await cache.refresh(false, undefined, 5000)
    expect(cache.reject(await get(), 42001)).toBe(0)
  })
})

describe('a token that is issued again', () => {
  it('gains no time', async () => {
    const { cache, get, pass } = start({ answers: [() => issue('same')] })
    const { expiresAt } = await get()
    pass(hourMs)
    await cache.refresh(false, undefined, 5000)
    expect(cache.current()?.expiresAt).toBe(expiresAt)
  })

  it('to other credentials is theirs', async () => {
    const { cache, get, pass, source } = start({ answers: [() => issue('same')] })
    const { expiresAt } = await get()
    pass(hourMs)
    source.id = 'rotated'
    await cache.refresh(false, undefined, 5000)
    expect(cache.current()?.expiresAt).toBe(expiresAt + hourMs + 40)
  })
})

describe('with a store', () => {
  it('a token is written with an hour more than it lives', async () => {
    const set = vi.fn<TokenStore['set']>(async () => {})
    const { get } = start({ store: { set } })
    await get()
    // Whoever has no lock waits a moment first.
    const sentAt = startMs + 150
    const record = written('token1', sentAt, sentAt + lifeMs)
    expect(set.mock.calls).toEqual([['wecom:corp:app', record, lifeMs - 40 + hourMs]])
  })

  it.each([
    ['has no life', 0, 0],
    ['would be kept for no time, because the clock was set forward', 7200, lifeMs + hourMs - 40],
  ])('a token that %s is not written', async (_what, expiresIn, stepMs) => {
    const set = vi.fn<TokenStore['set']>(async () => {})
    const { clock, fetch, get } = start({ store: { set } })
    fetch.mockImplementation(async () => {
      clock.wall += stepMs + 40
      return issue('a', expiresIn)
    })
    await get()
    expect(set).not.toHaveBeenCalled()
  })

  it.each([
    ['a refresh', 0],
    ['a fetch past a slow store', 101],
  ])('%s is done when the others can read it', async (_what, storeMs) => {
    let stored = (): void => {}
    const set = () => new Promise<void>((resolve) => (stored = resolve))
    const world = start({
      store: {
        set,
        get: async () => {
          world.pass(storeMs)
          return undefined
        },
      },
    })
    let isDone = false
    const fetched = (async () => {
      await (storeMs > 0 ? world.get() : world.cache.refresh(false, undefined, 5000))
      isDone = true
    })()
    await vi.waitFor(() => expect(world.fetch).toHaveBeenCalled())
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    expect(isDone).toBe(false)
    stored()
    await fetched
  })

  it.each([
    [100, 4],
    [101, 1],
  ])('that takes %d ms to answer is looked into %d times before the fetch', async (storeMs, looks) => {
    const look = vi.fn<TokenStore['get']>(async () => {
      world.pass(storeMs)
      return undefined
    })
    const world = start({ store: { get: look } })
    await world.get()
    expect(look).toHaveBeenCalledTimes(looks)
  })

  it('that is slow a lock is asked all the same', async () => {
    const acquire = vi.fn<TokenLock['acquire']>(async () => async () => {})
    const world = start({
      lock: { acquire },
      store: {
        get: async () => {
          world.pass(101)
          return undefined
        },
      },
    })
    await world.get()
    expect(acquire).toHaveBeenCalledTimes(1)
  })
})

describe('what another process wrote', () => {
  /** A process that reads one record after the other, the last for ever. */
  function reading(records: readonly unknown[], answers: Given['answers'] = []) {
    let index = -1
    const world = start({
      store: { get: async (key) => (key === 'wecom:corp:app' ? records[Math.max(0, index)] : undefined) },
      answers,
    })
    const get = () => {
      index = Math.min(index + 1, records.length - 1)
      return world.get()
    }
    return { ...world, get }
  }

  it('is used until it ends, by the monotonic clock too', async () => {
    const { cache, clock, fetch, get } = reading([written('theirs', startMs - 1000, startMs + 1000)])
    await expect(get()).resolves.toMatchObject({ token: 'theirs', expiresAt: startMs + 1000 })
    clock.monotonic += 999
    expect(cache.current()).toBeDefined()
    clock.monotonic += 1
    expect([cache.current(), fetch.mock.calls]).toEqual([undefined, []])
  })

  it('is no reason for a refresh not to fetch', async () => {
    const { cache } = reading([written('theirs', startMs - 1000, startMs + lifeMs)])
    await cache.refresh(false, undefined, 5000)
    expect(cache.current()?.token).toBe('token1')
  })

  it('is not used where it ends now', async () => {
    const { get } = reading([written('theirs', startMs - 1000, startMs)])
    await expect(get()).resolves.toMatchObject({ token: 'token1' })
  })

  it.each([
    ['older than what this process had since', startMs + 149, 'token2'],
    ['as old', startMs + 150, 'theirs'],
  ])('is %s', async (_what, obtainedAt, used) => {
    const { cache, get } = reading([undefined, written('theirs', obtainedAt, startMs + lifeMs)])
    await get()
    cache.invalidate('token1')
    await expect(get()).resolves.toMatchObject({ token: used })
  })

  it('with a clock that is behind is used where it is the same token', async () => {
    const { get, fetch } = reading(
      [written('theirs', startMs - 1, startMs), written('theirs', startMs - 1000, startMs + lifeMs / 2)],
      [fails(new Error('down'))],
    )
    await expect(get()).rejects.toThrow('down')
    await expect(get()).resolves.toMatchObject({ token: 'theirs' })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('of a token that ended here by the monotonic clock is not used, though the wall clock was set back', async () => {
    const { clock, get } = reading([written('theirs', startMs - 1000, startMs + 1000)])
    await get()
    clock.monotonic += 1000
    await expect(get()).resolves.toMatchObject({ token: 'token1' })
  })

  it('gives a token that lives on more time', async () => {
    const { clock, fetch, get } = reading([
      written('theirs', startMs - 1000, startMs + 1000),
      written('theirs', startMs, startMs + 5000),
    ])
    await get()
    clock.wall += 1000
    await expect(get()).resolves.toMatchObject({ expiresAt: startMs + 5000 })
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each([
    ['the first', [written('theirs', startMs - 2000, startMs - 1000)], 60_000],
    [
      'a newer one',
      [written('first', startMs - 3000, startMs), written('theirs', startMs - 2000, startMs - 1000)],
      60_000,
    ],
    [
      'an older one of the same',
      [
        written('theirs', startMs - 1000, startMs, 120_000),
        written('theirs', startMs - 2000, startMs - 1000),
      ],
      240_000,
    ],
  ])('and has ended is known when gettoken gives it again: %s', async (_what, records, leaseMs) => {
    const answers = records.slice(1).map(() => fails(new Error('down')))
    const { clock, get } = reading(records, [...answers, () => issue('theirs')])
    for (const _fails of answers) await expect(get()).rejects.toThrow('down')
    const { expiresAt } = await get()
    expect(expiresAt - (clock.wall - 40)).toBe(leaseMs)
  })
})
