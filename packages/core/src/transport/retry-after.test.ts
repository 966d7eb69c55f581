import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from './read-answer.ts'

describe('parseRetryAfter', () => {
  const now = (): number => Date.UTC(2026, 0, 1)
  it.each([
    ['0', 0],
    ['3', 3000],
    [' 120 ', 120_000],
    ['999999999', 999_999_999_000],
    ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
    ['Thu, 01 Jan 2026 00:00:00 GMT', 0],
    ['Wed, 31 Dec 2025 23:59:59 GMT', undefined],
    ['2026-01-01T00:00:10Z', undefined],
    ['1e3', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['abc', undefined],
    ['nonsense GMT', undefined],
    ['', undefined],
    ['9999999999', undefined],
    [undefined, undefined],
    [['1', '2'], undefined],
  ])('%j → %j', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected)
  })

  it('gives a finite wait of at least 0 for any header, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = parseRetryAfter(header, now)
        expect(wait === undefined || (Number.isFinite(wait) && wait >= 0)).toBe(true)
      }),
    )
  })
})
