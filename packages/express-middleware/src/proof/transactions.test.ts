import { describe, expect, it } from 'vitest'
import { createCookies } from '../session/cookies.ts'
import { createSealer, deriveKeys } from '../session/seal.ts'
import type { GenuineState } from './states.ts'
import { createTransactions } from './transactions.ts'

const began = 1_795_000_000_500
const cookies = createCookies(
  'sid',
  { path: '/', domain: undefined, sameSite: 'lax', partitioned: false },
  false,
)
const sealer = createSealer(deriveKeys(['x'.repeat(40)], 'app', 'login'))
const transactions = createTransactions({ sealer, ttl: 600, max: 5 })
const page = { returnTo: '/page', mount: '/app' }

/** A state that was issued so many milliseconds later. */
function state(later: number, text = `text of ${later}`): GenuineState {
  const flow = `${(began + later).toString(16).padStart(12, '0')}0123abcd`
  return { text, issuedAt: began + later, attempt: 0, flow, page: undefined }
}

const nameOf = (one: GenuineState): string => `sid_login_${one.flow}`
const pairOf = (line: string): string => line.split(';', 1)[0] ?? ''
const headerOf = (...lines: readonly string[]): string => lines.map(pairOf).join('; ')
const begin = (one: GenuineState, header?: string, goal = page): string[] =>
  transactions.begin(one, goal, cookies, header)
const cookieOf = (one: GenuineState, goal = page): string => begin(one, undefined, goal).at(-1) ?? ''
/** Which cookies are taken away. */
const removed = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.includes('Max-Age=0')).map((line) => line.slice(0, line.indexOf('=')))

describe('a sign-in', () => {
  it('is found in the browser that began it, and in no other', () => {
    const header = headerOf(cookieOf(state(1)), cookieOf(state(2)))
    expect(transactions.find(state(1), cookies, header)).toMatchObject(page)
    expect(transactions.find(state(3), cookies, header)).toBeUndefined()
    expect(transactions.find(state(1), cookies, undefined)).toBeUndefined()
    // Of the same moment, and another one all the same.
    expect(transactions.find(state(1, 'another text'), cookies, header)).toBeUndefined()
  })

  it('is found behind what somebody planted under its name', () => {
    const header = `${nameOf(state(1))}=junk; ${headerOf(cookieOf(state(1)))}`
    expect(transactions.find(state(1), cookies, header)).toMatchObject(page)
  })

  it.each<[string, object]>([
    ['no state', { returnTo: '/page', mount: '' }],
    ['no page', { state: 'text of 1', mount: '' }],
    ['a page that is none', { state: 'text of 1', returnTo: 5 }],
    ['no object', ['text of 1']],
  ])('is none with %s', (_what, claims) => {
    const header = `${nameOf(state(1))}=${sealer.seal(JSON.stringify(claims))}`
    expect(transactions.find(state(1), cookies, header)).toBeUndefined()
    expect(transactions.unfinished('/page', 0, cookies, header)).toBe(0)
  })

  it('of an older version has no mount', () => {
    const claims = { state: 'text of 1', returnTo: '/page' }
    const header = `${nameOf(state(1))}=${sealer.seal(JSON.stringify(claims))}`
    expect(transactions.find(state(1), cookies, header)).toEqual({ ...claims, mount: '' })
  })

  it('has a cookie that ends with it, and says inside when, in whole seconds', () => {
    const cookie = cookieOf(state(0))
    expect(cookie).toContain('Max-Age=600;')
    const text = sealer.open(pairOf(cookie).slice(nameOf(state(0)).length + 1)) ?? ''
    expect(JSON.parse(text)).toEqual({ ...page, state: 'text of 0', exp: 1_795_000_001 + 600 })
  })

  it('ends with its cookie', () => {
    expect(removed([transactions.end(state(1), cookies)])).toEqual([nameOf(state(1))])
  })
})

describe('other sign-ins of the browser', () => {
  const states = Array.from({ length: 12 }, (_, index) => state(index))
  const some = (count: number): string => headerOf(...states.slice(0, count).map((one) => cookieOf(one)))
  const named = (...indexes: readonly number[]): string[] => indexes.map((index) => nameOf(state(index)))

  it.each([
    [4, []],
    [5, [0]],
    [6, [0, 1]],
    [9, [0, 1]],
  ])('beside %i of them, those go first that are oldest: %j', (count, gone) => {
    expect(removed(begin(state(20), some(count)))).toEqual(named(...gone))
  })

  it('go oldest first in whatever order the browser sends them', () => {
    const header = headerOf(...[3, 5, 0, 4, 1, 2].map((index) => cookieOf(state(index))))
    expect(removed(begin(state(20), header))).toEqual(named(0, 1))
  })

  it('take no more bytes together than a header has room for', () => {
    const cookie = cookieOf(state(20))
    const large = (index: number, bytes: number): string => `${nameOf(state(index))}=`.padEnd(bytes, 'x')
    const room = 4000 - cookie.length
    expect(removed(begin(state(20), [large(0, 1000), large(1, room - 1000)].join(';')))).toEqual([])
    expect(removed(begin(state(20), [large(0, 1000), large(1, room - 999)].join(';')))).toEqual(named(0))
    expect(removed(begin(state(20), large(1, room + 1)))).toEqual(named(1))
  })

  it('are told from what others planted, whose names are not written back', () => {
    const planted = ['sid_login_x=1', 'sid_login_=1', `${nameOf(state(1))}0=1`, 'sid_login_\tx=1']
    const header = [...planted, headerOf(cookieOf(state(1)))].join('; ')
    expect(transactions.endAll(cookies, header).map((line) => line.slice(0, line.indexOf('=')))).toEqual(
      named(1),
    )
  })

  it('all end at once, eight with one answer', () => {
    expect(removed(transactions.endAll(cookies, some(3))).toSorted()).toEqual(named(0, 1, 2))
    expect(removed(transactions.endAll(cookies, some(12)))).toHaveLength(8)
  })
})

describe('unfinished sign-ins', () => {
  it('are those to one page that began since a moment', () => {
    const other = { returnTo: '/other', mount: '' }
    const header = headerOf(
      cookieOf(state(0)),
      cookieOf(state(1)),
      cookieOf(state(2)),
      cookieOf(state(3), other),
      `${nameOf(state(4))}=junk`,
    )
    const since = (later: number): number => transactions.unfinished('/page', began + later, cookies, header)
    expect([0, 1, 2, 3].map(since)).toEqual([3, 2, 1, 0])
    expect(transactions.unfinished('/other', began, cookies, header)).toBe(1)
    expect(transactions.unfinished('/page', began, cookies, undefined)).toBe(0)
  })
})
