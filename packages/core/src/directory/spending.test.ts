import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Spending } from './spending.ts'

test('whatever is asked, guesses cost at most 12, one per 32 members looked up, and one per member they brought', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('look up', 'earn', 'take', 'take for later'), { maxLength: 500 }),
      (steps) => {
        const spending = new Spending(1000)
        for (const step of steps) {
          if (step === 'look up') spending.lookedUp()
          else if (step === 'earn') spending.earn()
          else spending.takeGuess(step === 'take')
        }
        const count = (wanted: string): number => steps.filter((step) => step === wanted).length
        expect(spending.guesses).toBeLessThanOrEqual(12 + Math.floor(count('look up') / 32) + count('earn'))
      },
    ),
  )
})

test('guesses for later spend only what others earned', () => {
  const spending = new Spending(1000)
  expect(spending.takeGuess(false)).toBe(false)
  spending.earn()
  expect(spending.takeGuess(false)).toBe(true)
  expect(spending.takeGuess(false)).toBe(false)
})

test('every round in a row that brought nobody leaves more batches unprobed, up to eight', () => {
  const spending = new Spending(1000)
  const rests = Array.from({ length: 6 }, () => {
    spending.probed(false)
    let rest = 0
    while (!spending.mayProbe()) rest += 1
    return rest
  })
  expect(rests).toEqual([0, 1, 3, 7, 8, 8])
  spending.probed(true)
  spending.probed(false)
  expect(spending.mayProbe()).toBe(true)
})

test('what single members cost is forgotten with their answers', () => {
  const spending = new Spending(1000)
  spending.payRent(7, 1, 0)
  spending.payRent(7, 1, 999)
  expect(spending.rent(7, 999)).toBe(2)
  expect(spending.rent(7, 1000)).toBe(0)
})
