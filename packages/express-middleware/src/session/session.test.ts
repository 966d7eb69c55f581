import { describe, expect, it } from 'vitest'
import { parseUser } from '../user.ts'
import { clockSkew, decodeSession, encodeSession, endOf, isAlive, type Session } from './session.ts'

const began = 1_795_000_000_500
const hour = 3_600_000
const lifetimes = { idle: hour, absolute: 10 * hour, updateAge: hour / 10 }

function session(change: Partial<Session> = {}, loginAt = began): Session {
  const user = parseUser({ corpId: 'ww1', agentId: 1, userId: 'zhangsan', loginAt })
  if (user === undefined) throw new Error('the user is none')
  return { id: 'S1', user, touchedAt: began, data: undefined, ...change }
}

describe('when a session ends', () => {
  it.each([
    ['an hour after its last use', {}, lifetimes, began + hour],
    ['in any case ten hours after it began', { touchedAt: began + 9.5 * hour }, lifetimes, began + 10 * hour],
    ['without a limit never', {}, { ...lifetimes, idle: undefined, absolute: undefined }, Infinity],
  ])('%s', (_rule, change, limits, end) => {
    expect(endOf(session(change), limits)).toBe(end)
  })

  it.each([
    ['at the last millisecond', session(), began + hour - 1, true],
    ['at its end', session(), began + hour, false],
    ['begun ahead of our clock, as far as clocks differ', session({}, began + clockSkew), began, true],
    ['begun further ahead', session({}, began + clockSkew + 1), began, false],
    ['renewed ahead, as far as clocks differ', session({ touchedAt: began + clockSkew }), began, true],
    ['renewed further ahead', session({ touchedAt: began + clockSkew + 1 }), began, false],
  ])('alive %s', (_when, one, now, alive) => {
    expect(isAlive(one, lifetimes, now)).toBe(alive)
  })
})

describe('a session as JSON', () => {
  it('has the claims of a JWT in seconds, its end rounded up', () => {
    expect(JSON.parse(encodeSession(session(), lifetimes))).toMatchObject({
      iat: 1_795_000_000,
      exp: Math.ceil((began + hour) / 1000),
      uat: began,
      sid: 'S1',
    })
  })

  it('says no end where there is none', () => {
    const text = encodeSession(session(), { idle: undefined, absolute: undefined, updateAge: 1 })
    expect(JSON.parse(text)).not.toHaveProperty('exp')
    expect(decodeSession(text, began)).toEqual(session())
  })

  it('comes back whole, data included', () => {
    const one = session({ data: { cart: [1, { id: 2 }] } })
    expect(decodeSession(encodeSession(one, lifetimes), began)).toEqual(one)
  })

  const written = (change: object) => {
    const claims: object = JSON.parse(encodeSession(session(), lifetimes))
    return JSON.stringify({ ...claims, ...change })
  }
  it.each([
    ['a user of another shape', { user: { userId: 'zhangsan' } }],
    ['no user', { user: undefined }],
    ['a time that is none', { uat: '1' }],
    ['an id that is none', { sid: 1 }],
    ['an end that is none', { exp: '9999999999' }],
    ['an end that is now', { exp: began / 1000 }],
    ['an end that was', { exp: 1 }],
  ])('is none with %s', (_what, change) => {
    expect(decodeSession(written(change), began)).toBeUndefined()
  })

  it.each(['', 'null', '[]', '"S1"', '{', '7'])('is none as %s', (text) => {
    expect(decodeSession(text, began)).toBeUndefined()
  })

  it('with data that is no object has none', () => {
    expect(decodeSession(written({ data: [1] }), began)?.data).toBeUndefined()
  })
})
