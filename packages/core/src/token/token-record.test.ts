import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateToken,
  isTokenText,
  lifetimeSeconds,
  parseTokenRecord,
  type TokenRecord,
} from './token-record.ts'

const now = Date.UTC(2026, 0, 1)
const hour = 3_600_000
const record = (fields: Partial<TokenRecord> = {}): TokenRecord => ({
  v: 1,
  token: 'abc-_',
  obtainedAt: now,
  expiresAt: now + 2 * hour,
  ...fields,
})

describe('parseTokenRecord', () => {
  it('takes back what was written, through JSON', () => {
    for (const written of [record(), record({ leaseMs: 60_000 }), record({ expiresAt: now - 1 })]) {
      expect(parseTokenRecord(JSON.parse(JSON.stringify(written)), now)).toEqual(written)
    }
  })

  it('drops a lease that makes no sense and fields it does not know', () => {
    for (const leaseMs of [-1, 0, 'x', null]) {
      expect(parseTokenRecord({ ...record(), leaseMs, more: 1 }, now)).toEqual(record())
    }
  })

  it('believes a clock a minute ahead, and none further', () => {
    expect(parseTokenRecord(record({ obtainedAt: now + 60_000 }), now)).toBeDefined()
    expect(parseTokenRecord(record({ obtainedAt: now + 60_001 }), now)).toBeUndefined()
  })

  it('takes anything without throwing, and gives only well-formed records of at most a day', () => {
    const parts = fc.record(
      {
        v: fc.constantFrom<unknown>(1, 2, '1', null),
        token: fc.oneof<fc.Arbitrary<unknown>[]>(fc.string(), fc.integer(), fc.constant('ok')),
        obtainedAt: fc.oneof(fc.integer({ min: now - hour, max: now + hour }), fc.anything()),
        expiresAt: fc.oneof(fc.integer({ min: now, max: now + 50 * hour }), fc.anything()),
        leaseMs: fc.anything(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(parts, fc.anything()), (value) => {
        const parsed = parseTokenRecord(value, now)
        if (parsed === undefined) return
        expect(isTokenText(parsed.token)).toBe(true)
        expect(parsed.obtainedAt).toBeLessThanOrEqual(now + 60_000)
        expect(parsed.expiresAt - parsed.obtainedAt).toBeLessThanOrEqual(24 * hour)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('dateToken, the same-token rule', () => {
  const seconds = fc.integer({ min: 1, max: 7200 })

  it('another token lives from when gettoken was sent', () => {
    expect(dateToken('new', 7200, now, record())).toEqual(record({ token: 'new' }))
    expect(dateToken('new', 7200, now, undefined)).toEqual(record({ token: 'new' }))
  })

  it('a repeated token never gains time while its first end is ahead', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: now - 2 * hour + 1, max: now }), (left, obtainedAt) => {
        const previous = record({ obtainedAt, expiresAt: obtainedAt + 2 * hour })
        const again = dateToken(previous.token, left, now, previous)
        expect(again.expiresAt).toBe(Math.min(previous.expiresAt, now + left * 1000))
      }),
    )
  })

  it('repeated after its end it is trusted for 1, 2, 4 … minutes, never longer than expires_in', () => {
    let previous = record({ expiresAt: now })
    const leases: number[] = []
    for (let round = 0; round < 9; round += 1) {
      previous = dateToken(previous.token, 7200, previous.expiresAt, previous)
      leases.push((previous.leaseMs ?? 0) / 60_000)
    }
    expect(leases).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120])
  })

  it('no token lives longer than a day or longer than it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(1_000_000), fc.constantFrom(1e15, 1e308, Infinity)),
        fc.option(fc.constantFrom(record(), record({ expiresAt: now - 1 })), { nil: undefined }),
        (life, previous) => {
          const { expiresAt } = dateToken('abc-_', life, now, previous)
          expect(expiresAt - now).toBeLessThanOrEqual(Math.min(24 * hour, life * 1000))
        },
      ),
    )
  })
})

describe('lifetimeSeconds', () => {
  it.each([
    [7200, 7200],
    [0, 0],
    [-1, 0],
    [Number.NaN, 7200],
    [Infinity, 7200],
    [-Infinity, 7200],
  ])('%d → %d', (given, expected) => {
    expect(lifetimeSeconds(given)).toBe(expected)
  })
})

describe('isTokenText', () => {
  it.each([
    ['x', true],
    ['!~', true],
    ['x'.repeat(2048), true],
    ['x'.repeat(2049), false],
    ['', false],
    [' ', false],
    ['a\n', false],
    ['a\u007f', false],
    ['é', false],
    [undefined, false],
    [7, false],
  ])('%j: %s', (value, expected) => {
    expect(isTokenText(value)).toBe(expected)
  })
})
