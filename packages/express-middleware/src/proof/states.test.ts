import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { deriveKeys } from '../session/seal.ts'
import { createLoginStates } from './states.ts'

const states = createLoginStates(deriveKeys(['secret'], 'corp/1/name', 'state'), () => 1_795_000_000_123)

it('reads back what it issued: time, attempt, flow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), (attempt) => {
      const issued = states.issue(attempt)
      expect(states.read(issued.text)).toEqual(issued)
      expect(issued).toMatchObject({ issuedAt: 1_795_000_000_123, attempt })
      expect(issued.text).toContain(issued.flow.slice(0, 12))
    }),
  )
})

it.each([
  ['/orders?id=1#/lines/5', '/orders?id=1#/lines/5'],
  [`/orders/list?filter=${'a'.repeat(60)}#/x`, '/orders/list'],
  [`/${'a'.repeat(60)}`, undefined],
  ['/', '/'],
])('carries %s as far as it fits into 128 letters', (page, carried) => {
  const issued = states.issue(0, page)
  expect(issued.text.length).toBeLessThanOrEqual(128)
  expect([issued.page, states.read(issued.text)?.page]).toEqual([carried, carried])
})

it('carries 43 bytes and no more', () => {
  const carried = (length: number) => states.issue(0, '/'.padEnd(length, 'a')).page?.length
  expect([carried(43), carried(44), carried(65), carried(5000)]).toEqual([
    43,
    undefined,
    undefined,
    undefined,
  ])
})

it('hides the page that it carries: the same one never looks the same, and another key sees nothing', () => {
  const page = '/salaries/zhangsan'
  const [one, two] = [states.issue(0, page), states.issue(0, page)]
  expect(one.text.slice(69)).not.toBe(two.text.slice(69))
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let bare = 0n
  for (const letter of one.text.slice(69)) bare = bare * 62n + BigInt(letters.indexOf(letter))
  expect(Buffer.from(bare.toString(16).slice(1), 'hex').toString()).not.toContain('salaries')
})

it('knows nothing else, and never throws', () => {
  const hex = fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'.split('')),
    minLength: 69,
    maxLength: 69,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string(), hex), (text) => {
      expect(states.read(text)).toBeUndefined()
    }),
  )
})

it('accepts an older secret after a rotation', () => {
  const rotated = createLoginStates(deriveKeys(['new', 'secret'], 'corp/1/name', 'state'), Date.now)
  expect(rotated.read(states.issue(0).text)).toBeDefined()
  expect(states.read(rotated.issue(0).text)).toBeUndefined()
})

it('sorts flows by age', () => {
  let now = 1_795_000_000_000
  const ticking = createLoginStates(deriveKeys(['secret'], 'i', 'state'), () => (now += 1))
  const flows = Array.from({ length: 50 }, () => ticking.issue(0).flow)
  expect(flows.toSorted()).toEqual(flows)
})
