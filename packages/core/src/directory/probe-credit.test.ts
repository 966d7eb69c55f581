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

test('every round in a row that brought nobody leaves more batches unprobed, up to eight', () => {
  const credit = new ProbeCredit()
  const rests = Array.from({ length: 6 }, () => {
    credit.probed(false)
    let rest = 0
    while (!credit.mayProbe()) rest += 1
    return rest
  })
  expect(rests).toEqual([0, 1, 3, 7, 8, 8])
  credit.probed(true)
  credit.probed(false)
  expect(credit.mayProbe()).toBe(true)
})
