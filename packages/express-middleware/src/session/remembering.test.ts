import { expect, it } from 'vitest'
import { remembering } from './remembering.ts'

/** Tokens by how often they had to be opened. */
function counting(limit: number) {
  const openings = new Map<string, number>()
  const open = remembering(limit, (token) => {
    openings.set(token, (openings.get(token) ?? 0) + 1)
    return token.startsWith('junk') ? undefined : token
  })
  return { open, openings }
}

const tokens = (count: number) => Array.from({ length: count }, (_unused, index) => `token ${index}`)

it('opens once whoever comes back, however many others pass by', () => {
  const { open, openings } = counting(100)
  for (const passerBy of tokens(10_000)) {
    open(passerBy)
    if (passerBy.endsWith('0')) open('regular')
  }
  expect(openings.get('regular')).toBe(1)
})

it('opens each once of as many as half its limit, in any order', () => {
  const { open, openings } = counting(2000)
  const visitors = tokens(1000)
  for (let visit = 0; visit < 5000; visit += 1) open(visitors[(visit * 7919) % 1000]!)
  expect(new Set(openings.values())).toEqual(new Set([1]))
})

it('never holds more than its limit', () => {
  const { open, openings } = counting(100)
  for (const token of tokens(1000)) open(token)
  for (const token of tokens(1000).toReversed()) open(token)
  expect([...openings.values()].filter((count) => count === 1).length).toBeLessThanOrEqual(100)
})

it('does not remember what does not open, and nothing at all when told so', () => {
  const { open, openings } = counting(100)
  expect([open('junk'), open('junk'), openings.get('junk')]).toEqual([undefined, undefined, 2])
  const without = counting(0)
  for (let time = 0; time < 2; time += 1) without.open('token')
  expect(without.openings.get('token')).toBe(2)
})
