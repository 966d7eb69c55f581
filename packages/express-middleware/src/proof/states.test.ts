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
