import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MapStore } from '../../test/support/map-store.ts'
import { WecomSSOError } from '../errors/sso-error.ts'
import { createSealer, deriveKeys } from '../session/seal.ts'
import { createSessionStore } from '../session/session-store.ts'
import type { Session } from '../session/session.ts'
import { parseUser } from '../user.ts'
import { createLoginOnce } from './once.ts'

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
    store: store === undefined ? undefined : createSessionStore(store, 'sso:', undefined),
    patience: 2000,
  })
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
  it('exchanges a state once, at once and within a minute, and afterwards not at all', async () => {
    const once = processOn(makeStore())
    const ask = exchange(session('S1'))
    const both = Promise.all([once.run('state', ask), once.run('state', ask)])
    expect(await settled(both)).toEqual([session('S1'), session('S1')])
    expect(await settled(once.run('state', ask))).toEqual(session('S1'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await settled(once.run('state', ask))).toBeUndefined()
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
