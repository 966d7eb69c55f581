import { expect, test } from 'vitest'
import { services } from 'test-support/services'
import { summarizeRun } from './run-summary.ts'

const skipped = new Map([
  ['test/redis.test.ts', 3],
  ['test/browser.test.ts', 2],
])

test('says nothing when every test ran', () => {
  expect(summarizeRun({ passed: 9, failed: 0, skipped: new Map() }, services, true)).toEqual({
    lines: [],
    failed: false,
  })
})

test('names the missing programs and the files that were skipped', () => {
  const summary = summarizeRun({ passed: 9, failed: 0, skipped }, services.slice(0, 1), false)
  expect(summary.failed).toBe(false)
  expect(summary.lines).toEqual([
    'SKIPPED: 5 tests did not run, missing here: redis-server (Debian: redis-server)',
    '  test/redis.test.ts: 3 skipped',
    '  test/browser.test.ts: 2 skipped',
  ])
})

test('fails when the services were required', () => {
  expect(summarizeRun({ passed: 9, failed: 0, skipped }, services.slice(0, 1), true).failed).toBe(true)
})

test('fails when a test is skipped although nothing is missing', () => {
  const summary = summarizeRun({ passed: 9, failed: 0, skipped }, [], false)
  expect(summary.failed).toBe(true)
  expect(summary.lines[0]).toBe('FAILED: 5 tests did not run, although nothing is missing')
})
