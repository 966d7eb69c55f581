import { parseCookie } from 'cookie'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cookieNames, cookieValues } from './read-request.ts'

const name = fc.stringMatching(/^[A-Za-z_-]{1,4}$/)
const value = fc.stringMatching(/^[A-Za-z0-9._-]{0,12}$/)

it('finds the value that the cookie package finds, first among all of that name', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), name, (pairs, wanted) => {
      const header = pairs.map(([key, text]) => `${key}=${text}`).join('; ')
      expect(cookieValues(header, wanted)[0]).toBe(parseCookie(header)[wanted])
      expect(cookieValues(header, wanted, 99)).toEqual(
        pairs.filter(([key]) => key === wanted).map(([, text]) => text),
      )
    }),
  )
})

it('takes no longer name for a shorter one', () => {
  expect(cookieValues('xsid=1; sid2=2; a=sid=3; sid=4', 'sid')).toEqual(['4'])
  expect(cookieValues('sid', 'sid')).toEqual([])
  expect(cookieValues(undefined, 'sid')).toEqual([])
})

it('looks at so many and no more', () => {
  expect(cookieValues('a=1; '.repeat(300), 'a')).toHaveLength(10)
})

it('lists names with a prefix once, with their size', () => {
  expect([...cookieNames('p_1=abc; q=1; p_2=; p_1=x', 'p_')]).toEqual([
    ['p_1', 13],
    ['p_2', 5],
  ])
})
