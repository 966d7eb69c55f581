import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProbeCredit } from './probe-credit.ts'

test('whatever is asked, guesses cost at most 12, one per 32 members fetched, and one per member they brought', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('fetch', 'earn', 'take', 'take for later'), { maxLength: 500 }),
      (steps) => {
        const credit = new ProbeCredit()
        for (const step of steps) {
          if (step === 'fetch') credit.fetched()
          else if (step === 'earn') credit.earn()
          else credit.take(step === 'take')
        }
        const count = (wanted: string): number => steps.filter((step) => step === wanted).length
        expect(credit.spent).toBeLessThanOrEqual(12 + Math.floor(count('fetch') / 32) + count('earn'))
      },
    ),
  )
})

test('guesses for later spend only what others earned', () => {
  const credit = new ProbeCredit()
  expect(credit.take(false)).toBe(false)
  credit.earn()
  expect(credit.take(false)).toBe(true)
  expect(credit.take(false)).toBe(false)
})

test('after a round that brought nobody, eight batches are not probed', () => {
  const credit = new ProbeCredit()
  credit.probed(false)
  const asked = Array.from({ length: 10 }, () => credit.mayProbe())
  expect(asked).toEqual([...Array(8).fill(false), true, true])
})
