import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseUser, type WecomUser } from '../user.ts'
import { createCookies } from './cookies.ts'
import { createRevocations } from './revocations.ts'
import { createSealer, deriveKeys, type KeyPurpose } from './seal.ts'
import { inCookies } from './session-places.ts'
import type { Lifetimes } from './session.ts'
import { createSessions } from './sessions.ts'
import { createSignOutMark } from './sign-out-mark.ts'

const began = 1_795_000_000_000
const hour = 3_600_000
const day = 24 * hour

beforeEach(() => void vi.useFakeTimers({ now: began }))
afterEach(() => void vi.useRealTimers())

const cookies = createCookies(
  'sid',
  { path: '/', domain: undefined, sameSite: 'lax', partitioned: false },
  false,
)
const now = () => Date.now()
const sealer = (purpose: KeyPurpose, secret = 'one') => createSealer(deriveKeys([secret], 'app', purpose))
const signedOut = createSignOutMark(sealer('signed-out'), 7 * day, now)

function sessionsWith(limits: Partial<Lifetimes> = {}) {
  const lifetimes = { idle: hour, absolute: 10 * hour, updateAge: hour / 10, ...limits }
  return createSessions({
    place: inCookies({ sealer: sealer('session'), memo: 0, lifetimes, now }),
    revocations: createRevocations({
      store: undefined,
      ttl: 10 * hour,
      now,
      isRevoked: undefined,
      outliveStore: false,
      tell() {},
    }),
    signedOut,
    lifetimes,
    now,
  })
}

function zhangsan(): WecomUser {
  const user = parseUser({ corpId: 'ww1', agentId: 1, userId: 'zhangsan', loginAt: now() })
  if (user === undefined) throw new Error('the user is none')
  return user
}

describe('a session', () => {
  const sessions = sessionsWith()

  it('comes back by its cookie', async () => {
    const session = sessions.create(zhangsan(), { cart: [1] })
    const { token, saved } = sessions.issue(session)
    await saved
    expect(session.id).toMatch(/^[\w-]{22}$/)
    expect(await sessions.read(`a=1; sid=${token}`, cookies)).toEqual(session)
    expect(await sessions.read('a=1', cookies)).toBeUndefined()
  })

  it('is found behind cookies of its name that are another app’s', async () => {
    const session = sessions.create(zhangsan(), undefined)
    const planted = `sid=${sealer('session', 'another').seal('x'.repeat(80))}; `
    expect(await sessions.read(`${planted.repeat(3)}sid=${sessions.issue(session).token}`, cookies)).toEqual(
      session,
    )
  })

  it('is over where its member signed out after it began, and for nobody else', async () => {
    const session = sessions.create(zhangsan(), undefined)
    const header = (mark: string) => `sid=${sessions.issue(session).token}; ${mark.split(';', 1)[0]}`
    expect(await sessions.read(header(signedOut.write('ZhangSan', cookies)), cookies)).toBeUndefined()
    expect(await sessions.read(header(signedOut.write('lisi', cookies)), cookies)).toEqual(session)
  })

  it('that was ended is over for every copy of its cookie', async () => {
    const session = sessions.create(zhangsan(), undefined)
    await sessions.end(session)
    expect(await sessions.read(`sid=${sessions.issue(session).token}`, cookies)).toBeUndefined()
  })

  it('is due for renewal at its age to the millisecond, and not after it', () => {
    const session = sessions.create(zhangsan(), undefined)
    vi.advanceTimersByTime(hour / 10 - 1)
    expect(sessions.isDue(session)).toBe(false)
    vi.advanceTimersByTime(1)
    expect(sessions.isDue(session)).toBe(true)
    expect(sessions.isDue(sessions.renewed(session))).toBe(false)
    expect(sessions.renewed(session)).toEqual({ ...session, touchedAt: began + hour / 10 })
  })

  it('of a browser that is closed has a cookie without an age', async () => {
    expect(await sessions.keep(sessions.create(zhangsan(), undefined), cookies, true)).not.toContain(
      'Max-Age',
    )
  })
})

describe('the age of a cookie', () => {
  it.each<[string, Partial<Lifetimes>, number, number]>([
    ['is what is left, in whole seconds', {}, 500, 3600],
    ['ends with the session', { absolute: 1.5 * hour }, hour, 1800],
    ['is 400 days where nothing ends it', { idle: undefined, absolute: undefined }, 0, 400 * 86_400],
  ])('%s', async (_rule, limits, later, seconds) => {
    const sessions = sessionsWith(limits)
    const session = sessions.create(zhangsan(), undefined)
    vi.advanceTimersByTime(later)
    const kept = later === hour ? sessions.renewed(session) : session
    expect(await sessions.keep(kept, cookies, false)).toContain(`Max-Age=${seconds};`)
  })
})
