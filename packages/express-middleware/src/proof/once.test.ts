import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MapStore } from '../../test/support/map-store.ts'
import { WecomSSOError } from '../errors/sso-error.ts'
import { createSealer, deriveKeys } from '../session/seal.ts'
import { createSessionStore } from '../session/session-store.ts'
import type { Session } from '../session/session.ts'
import { parseUser } from '../user.ts'
import { createLoginGoals, createLoginOnce } from './once.ts'

const began = 1_795_000_000_000

beforeEach(() => void vi.useFakeTimers({ now: began }))
afterEach(() => void vi.useRealTimers())

const lifetimes = { idle: 3_600_000, absolute: undefined, updateAge: 600_000 }

/** What one process remembers of sign-ins, with a store that it shares with others. */
function processOn(store?: MapStore) {
  return createLoginOnce({
    ttl: 1_200_000,
    now: () => Date.now(),
    lifetimes,
    sealer: createSealer(deriveKeys(['x'.repeat(40)], 'app', 'result')),
    store: shared(store),
    patience: 2000,
  })
}

function shared(store: MapStore | undefined) {
  return store === undefined ? undefined : createSessionStore(store, 'sso:', undefined)
}

function session(id: string): Session {
  const user = parseUser({ corpId: 'ww1', agentId: 1, userId: 'zhangsan', loginAt: began })
  if (user === undefined) throw new Error('the user is none')
  return { id, user, touchedAt: began, data: undefined }
}

/** An exchange with WeCom that takes a second. */
function exchange(outcome: Session | Error) {
  return vi.fn<() => Promise<Session>>(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    if (outcome instanceof Error) throw outcome
    return outcome
  })
}

/** Ends every wait, and gives what came of it, errors too. */
async function settled(outcome: Promise<unknown>): Promise<unknown> {
  const told = outcome.catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10_000)
  return await told
}

const refusal = () => new WecomSSOError('WECOM_NOT_MEMBER', 'no member')

describe.each([
  ['alone', () => undefined],
  ['with a store', () => new MapStore()],
])('one process %s', (_where, makeStore) => {
  it('exchanges a state once, at once and for a minute, and afterwards not at all', async () => {
    const once = processOn(makeStore())
    const ask = exchange(session('S1'))
    const both = Promise.all([once.run('state', ask), once.run('state', ask)])
    expect(await settled(both)).toEqual([session('S1'), session('S1')])
    vi.setSystemTime(began + 59_999)
    expect(await once.run('state', ask)).toEqual(session('S1'))
    vi.setSystemTime(began + 60_000)
    expect(await once.run('state', ask)).toBeUndefined()
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('says again what went wrong, and only that', async () => {
    const once = processOn(makeStore())
    const ask = exchange(refusal())
    expect(await settled(once.run('state', ask))).toMatchObject({ code: 'WECOM_NOT_MEMBER' })
    const again = await settled(once.run('state', ask))
    expect(again).toMatchObject({
      code: 'WECOM_NOT_MEMBER',
      message: expect.not.stringContaining('no member'),
    })
    expect(ask).toHaveBeenCalledTimes(1)
  })
})

describe('two processes with a store', () => {
  it('come to the same session, whichever is asked first', async () => {
    const store = new MapStore()
    const [here, there] = [processOn(store), processOn(store)]
    const [ask, askThere] = [exchange(session('S1')), exchange(session('S2'))]
    const first = here.run('state', ask)
    await vi.advanceTimersByTimeAsync(100)
    const second = there.run('state', askThere)
    expect(await settled(Promise.all([first, second]))).toEqual([session('S1'), session('S1')])
    expect(askThere).not.toHaveBeenCalled()
    expect(JSON.stringify([...store.kept])).not.toContain('zhangsan')
  })

  it('come to the same session, asked in the same moment', async () => {
    const store = new MapStore()
    const ask = exchange(session('S1'))
    const both = [processOn(store), processOn(store)].map((process) => process.run('state', ask))
    expect(await settled(Promise.all(both))).toEqual([session('S1'), session('S1')])
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('wait for each other as long as their patience says', async () => {
    const store = new MapStore()
    void processOn(store).run('state', async () => await Promise.withResolvers<never>().promise)
    await vi.advanceTimersByTimeAsync(100)
    const told = vi.fn<(outcome: unknown) => void>()
    void processOn(store)
      .run('state', exchange(session('S2')))
      .then(told)
    await vi.advanceTimersByTimeAsync(1999)
    expect(told).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(100)
    expect(told).toHaveBeenCalledExactlyOnceWith(undefined)
    expect(store.calls).toBeLessThan(60)
  })

  it.each([{ result: 5 }, { result: 'nothing of ours' }, {}, { other: 'x' }])(
    'take %j in the store for no session',
    async (result) => {
      const store = new MapStore()
      void processOn(store).run('state', async () => await Promise.withResolvers<never>().promise)
      await vi.advanceTimersByTimeAsync(100)
      const [claimed = ''] = store.kept.keys()
      store.kept.set(claimed.replace('login:', 'result:'), result)
      const there = processOn(store)
      const never = exchange(session('S2'))
      const startedAt = Date.now()
      expect(await there.run('state', never)).toBeUndefined()
      expect(await there.run('state', never)).toBeUndefined()
      expect([Date.now() - startedAt, never.mock.calls]).toEqual([0, []])
    },
  )

  it.each([5, 'a text', { at: 1 }])('take %j in place of a claim for none', async (claim) => {
    const store = new MapStore()
    await settled(processOn(store).run('state', exchange(session('S1'))))
    const [claimed = ''] = store.kept.keys()
    store.kept.clear()
    store.kept.set(claimed, claim)
    expect(await settled(processOn(store).run('state', exchange(session('S2'))))).toEqual(session('S2'))
  })

  it('go ahead where the store forgets what is written', async () => {
    const store = new MapStore()
    vi.spyOn(store.kept, 'set').mockImplementation(() => store.kept)
    expect(await settled(processOn(store).run('state', exchange(session('S1'))))).toEqual(session('S1'))
  })

  it('come to nothing where the other one failed, or died', async () => {
    const store = new MapStore()
    const [here, there] = [processOn(store), processOn(store)]
    void here.run('state', exchange(refusal())).catch(() => undefined)
    void here.run('another', async () => await Promise.withResolvers<never>().promise)
    await vi.advanceTimersByTimeAsync(100)
    const never = exchange(session('S2'))
    expect(await settled(Promise.all([there.run('state', never), there.run('another', never)]))).toEqual([
      undefined,
      undefined,
    ])
    expect(never).not.toHaveBeenCalled()
  })
})

describe('a store that fails after the exchange began', () => {
  it('does not hide what went wrong', async () => {
    const store = new MapStore()
    const outcome = processOn(store).run('state', exchange(refusal()))
    await vi.advanceTimersByTimeAsync(500)
    store.trouble = 'throws'
    expect(await settled(outcome)).toMatchObject({ code: 'WECOM_NOT_MEMBER' })
  })

  it('ends no sign-in that succeeded', async () => {
    const store = new MapStore()
    const outcome = processOn(store).run('state', exchange(session('S1')))
    await vi.advanceTimersByTimeAsync(500)
    store.trouble = 'throws'
    expect(await settled(outcome)).toEqual(session('S1'))
  })

  it('is a failure of the store before that', async () => {
    const store = new MapStore()
    store.trouble = 'throws'
    const ask = exchange(session('S1'))
    expect(await settled(processOn(store).run('state', ask))).toMatchObject({ code: 'WECOM_STORE' })
    expect(ask).not.toHaveBeenCalled()
  })
})

describe('the page a sign-in went to', () => {
  const goalsOn = (store?: MapStore, secret = 'x') =>
    createLoginGoals({
      ttl: 600_000,
      now: () => Date.now(),
      sealer: createSealer(deriveKeys([secret.repeat(40)], 'app', 'goal')),
      store: shared(store),
    })

  it('is known where it ended, while its state would be accepted', async () => {
    const goals = goalsOn()
    await goals.remember('state', '/page')
    expect(await goals.recall('state')).toBe('/page')
    expect(await goals.recall('another')).toBeUndefined()
    vi.setSystemTime(began + 600_000)
    expect(await goals.recall('state')).toBeUndefined()
  })

  it('is known to every process with the store, and to nobody who reads or writes there', async () => {
    const store = new MapStore()
    await goalsOn(store).remember('state', '/page')
    expect(await goalsOn(store).recall('state')).toBe('/page')
    expect(JSON.stringify([...store.kept])).not.toMatch(/page|"state/)
    expect(await goalsOn(store, 'y').recall('state')).toBeUndefined()
    for (const key of store.kept.keys()) store.kept.set(key, 5)
    expect(await goalsOn(store).recall('state')).toBeUndefined()
  })

  it('asks the store for nothing that is known here, and lives with its failures', async () => {
    const store = new MapStore()
    const goals = goalsOn(store)
    await goals.remember('state', '/page')
    store.trouble = 'throws'
    expect(await goals.recall('state')).toBe('/page')
    await goals.remember('second', '/other')
    expect(await goals.recall('second')).toBe('/other')
    expect(await goals.recall('third')).toBeUndefined()
  })
})
