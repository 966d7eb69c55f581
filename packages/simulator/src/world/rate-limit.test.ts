import { expect, test } from 'vitest'
import { Refusal } from '../wire/refusal.ts'
import { Clock } from './clock.ts'
import { RateLimit } from './rate-limit.ts'

function setUp(): { clock: Clock; limit: RateLimit } {
  const clock = new Clock()
  clock.freeze()
  return { clock, limit: new RateLimit(clock) }
}

/** How many of so many calls passed. */
function passed(calls: number, call: () => void): number {
  let count = 0
  for (let round = 0; round < calls; round += 1) {
    try {
      call()
      count += 1
    } catch (error) {
      if (!(error instanceof Refusal) || error.errcode !== 45009) throw error
    }
  }
  return count
}

test('a minute over the limit blocks sixty seconds from the call that broke it', () => {
  const { clock, limit } = setUp()
  expect(passed(9, () => limit.count('api', 'ip', { perMinute: 5 }))).toBe(5)
  clock.advance(59_999)
  expect(passed(1, () => limit.count('api', 'ip', { perMinute: 5 }))).toBe(0)
  clock.advance(1)
  expect(passed(9, () => limit.count('api', 'ip', { perMinute: 5 }))).toBe(5)
})

test('an hour over the limit blocks an hour', () => {
  const { clock, limit } = setUp()
  expect(passed(9, () => limit.count('api', 'ip', { perHour: 5 }))).toBe(5)
  clock.advance(3_599_999)
  expect(passed(1, () => limit.count('api', 'ip', { perHour: 5 }))).toBe(0)
  clock.advance(1)
  expect(passed(1, () => limit.count('api', 'ip', { perHour: 5 }))).toBe(1)
})

test('an API and an IP are counted for themselves', () => {
  const { limit } = setUp()
  const limits = { perMinuteAndIp: 2 }
  expect(passed(3, () => limit.count('api', 'first', limits))).toBe(2)
  expect(passed(3, () => limit.count('api', 'second', limits))).toBe(2)
  expect(passed(3, () => limit.count('other', 'first', limits))).toBe(2)
})

test('without a limit nothing is refused', () => {
  const { limit } = setUp()
  expect(passed(1000, () => limit.count('api', 'ip', {}))).toBe(1000)
})
