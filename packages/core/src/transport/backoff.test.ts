import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs } from './retry.ts'

describe('backoffMs', () => {
  it('doubles its upper bound up to 8 s', () => {
    const most = [0, 1, 2, 3, 4, 5, 6, 50, 2000].map((repeat) => backoffMs(repeat, 200, () => 1))
    expect(most).toEqual([200, 400, 800, 1600, 3200, 6400, 8000, 8000, 8000])
  })

  it('is spread over the whole interval from 0', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (repeat, base, chance) => {
          const full = backoffMs(repeat, base, () => 1)
          expect(backoffMs(repeat, base, () => chance)).toBe(chance * full)
        },
      ),
    )
  })
})
