import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MapStore } from '../../test/support/map-store.ts'
import { parseUser } from '../user.ts'
import { createRevocations, type Ended, type RevocationsOptions } from './revocations.ts'
import { createSessionStore } from './session-store.ts'
import type { Session } from './session.ts'

const began = 1_795_000_000_000
const hour = 3_600_000

beforeEach(() => void vi.useFakeTimers({ now: began }))
afterEach(() => void vi.useRealTimers())

/** What one process remembers, with a store that it shares with others. */
function processOn(store?: MapStore, more: Partial<RevocationsOptions> = {}, most?: number) {
  return createRevocations(
    {
      store: store === undefined ? undefined : createSessionStore(store, 'sso:', undefined),
      ttl: hour,
      now: () => Date.now(),
      isRevoked: undefined,
      outliveStore: false,
      tell() {},
      ...more,
    },
    most,
  )
}

function session(id: string, loginAt = began, userId = 'zhangsan'): Session {
  const user = parseUser({ corpId: 'ww1', agentId: 1, userId, loginAt })
  if (user === undefined) throw new Error('the user is none')
  return { id, user, touchedAt: loginAt, data: undefined }
}

describe.each([
  ['alone', () => undefined],
  ['with a store', () => new MapStore()],
])('one process %s', (_where, makeStore) => {
  it('ends a member’s sessions that began until now, whatever the case, and nobody else’s', async () => {
    const revocations = processOn(makeStore())
    expect(await revocations.isRevoked(session('S1'))).toBe(false)
    await revocations.revokeUser('ZhangSan')
    expect(await revocations.isRevoked(session('S1'))).toBe(true)
    expect(await revocations.isRevoked(session('S2', began - hour))).toBe(true)
    expect(await revocations.isRevoked(session('S3', began + 1))).toBe(false)
    expect(await revocations.isRevoked(session('S4', began, 'lisi'))).toBe(false)
  })

  it('ends one session', async () => {
    const revocations = processOn(makeStore())
    await revocations.endSession(session('S1'))
    expect(await revocations.isRevoked(session('S1'))).toBe(true)
    expect(await revocations.isRevoked(session('S2'))).toBe(false)
  })

  it('asks the app of sessions that nothing else ended', async () => {
    const isRevoked = vi.fn<(one: Session) => boolean>(({ id }) => id === 'S1')
    const revocations = processOn(makeStore(), { isRevoked })
    await revocations.endSession(session('S3'))
    expect(await revocations.isRevoked(session('S1'))).toBe(true)
    expect(await revocations.isRevoked(session('S2'))).toBe(false)
    expect(await revocations.isRevoked(session('S3'))).toBe(true)
    expect(isRevoked.mock.calls.map(([{ id }]) => id)).toEqual(['S1', 'S2'])
  })

  it('tells its siblings', async () => {
    const told: Ended[] = []
    const revocations = processOn(makeStore(), { tell: (ended) => void told.push(ended) })
    await revocations.revokeUser('ZhangSan')
    await revocations.endSession(session('S1'))
    const sibling = processOn()
    for (const ended of told) sibling.hear(ended)
    expect(await sibling.isRevoked(session('S1', began + 1))).toBe(true)
    expect(await sibling.isRevoked(session('S2'))).toBe(true)
    expect(await sibling.isRevoked(session('S2', began + 1))).toBe(false)
  })
})

describe('alone', () => {
  it('remembers as long as a session may live', async () => {
    const revocations = processOn()
    await revocations.endSession(session('S1'))
    vi.setSystemTime(began + hour - 1)
    expect(revocations.isRevoked(session('S1'))).toBe(true)
    vi.setSystemTime(began + hour)
    expect(revocations.isRevoked(session('S1'))).toBe(false)
  })

  it('lets nobody in again whom it had to forget, nor anybody who signed in before', async () => {
    const revocations = processOn(undefined, {}, 2)
    for (const [id, later] of [
      ['S1', 0],
      ['S2', 10],
      ['S3', 20],
      ['S4', 30],
    ] as const) {
      vi.setSystemTime(began + later)
      await revocations.endSession(session(id))
    }
    expect(revocations.isRevoked(session('S1'))).toBe(true)
    expect(revocations.isRevoked(session('another', began + 10))).toBe(true)
    expect(revocations.isRevoked(session('another', began + 11))).toBe(false)
  })
})

describe('processes with a store', () => {
  it('know what another one ended, and keep no name and no id there', async () => {
    const store = new MapStore()
    const [here, there] = [processOn(store), processOn(store)]
    await here.revokeUser('zhangsan')
    await here.endSession(session('S1', began, 'lisi'))
    expect(await there.isRevoked(session('S2'))).toBe(true)
    expect(await there.isRevoked(session('S2', began + 1))).toBe(false)
    expect(await there.isRevoked(session('S1', began, 'lisi'))).toBe(true)
    expect(await there.isRevoked(session('S3', began, 'lisi'))).toBe(false)
    expect([...store.kept.keys()].join()).not.toMatch(/zhangsan|S1/)
  })

  it('take other things in the store for no revocation', async () => {
    const store = new MapStore()
    const [here, there] = [processOn(store), processOn(store)]
    await here.revokeUser('zhangsan')
    await here.endSession(session('S1'))
    for (const key of store.kept.keys()) store.kept.set(key, String(began + hour))
    expect(await there.isRevoked(session('S1'))).toBe(false)
  })

  it('give no answer while it fails', async () => {
    const store = new MapStore()
    const revocations = processOn(store)
    store.trouble = 'throws'
    await expect(revocations.isRevoked(session('S1'))).rejects.toMatchObject({ code: 'WECOM_STORE' })
    await expect(revocations.revokeUser('lisi')).rejects.toMatchObject({ code: 'WECOM_STORE' })
    // What this process was told holds all the same.
    expect(await revocations.isRevoked(session('S2', began, 'lisi'))).toBe(true)
  })
})

describe('sessions that outlive a store which lost its data', () => {
  const started = async (store: MapStore) => {
    const revocations = processOn(store, { outliveStore: true })
    await vi.advanceTimersByTimeAsync(0)
    return revocations
  }
  const minuteLater = async (revocations: Awaited<ReturnType<typeof started>>) => {
    await vi.advanceTimersByTimeAsync(60_000)
    await revocations.isRevoked(session('S0'))
    await vi.advanceTimersByTimeAsync(0)
  }

  it('count as ended when they began before it remembers', async () => {
    const revocations = await started(new MapStore())
    expect(await revocations.isRevoked(session('S1', began - 1))).toBe(true)
    expect(await revocations.isRevoked(session('S1', began))).toBe(false)
  })

  it('stay where it remembers from before, in the next process too', async () => {
    const store = new MapStore()
    const set = vi.spyOn(store, 'set')
    await started(store)
    expect(set).toHaveBeenCalledExactlyOnceWith('sso:remembers-since', began, 2 * hour)
    await vi.advanceTimersByTimeAsync(hour)
    const next = await started(store)
    expect(await next.isRevoked(session('S1', began))).toBe(false)
    expect(await next.isRevoked(session('S1', began - 1))).toBe(true)
  })

  it('are found out within a minute', async () => {
    const store = new MapStore()
    const revocations = await started(store)
    store.kept.clear()
    await vi.advanceTimersByTimeAsync(59_999)
    await revocations.isRevoked(session('S0'))
    await vi.advanceTimersByTimeAsync(0)
    expect([...store.kept.keys()]).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await revocations.isRevoked(session('S0'))
    await vi.advanceTimersByTimeAsync(0)
    expect(await revocations.isRevoked(session('S1', began + 59_999))).toBe(true)
    expect(await revocations.isRevoked(session('S1', began + 60_000))).toBe(false)
  })

  it('are not taken for living again by what somebody wrote there', async () => {
    const store = new MapStore()
    const revocations = await started(store)
    for (const earlier of [began - hour, String(began - hour)]) {
      store.kept.set('sso:remembers-since', earlier)
      await minuteLater(revocations)
      expect(await revocations.isRevoked(session('S1', began - 1))).toBe(true)
    }
  })

  it('are looked for again after a store that failed', async () => {
    const store = new MapStore()
    store.trouble = 'throws'
    const revocations = await started(store)
    store.trouble = 'none'
    await minuteLater(revocations)
    expect(await revocations.isRevoked(session('S1', began))).toBe(true)
  })

  it('are none where sessions lie in the store', async () => {
    const store = new MapStore()
    const revocations = processOn(store)
    await vi.advanceTimersByTimeAsync(0)
    expect(await revocations.isRevoked(session('S1', began - hour))).toBe(false)
    expect(store.kept.size).toBe(0)
  })
})
