import { expect, test } from 'vitest'
import { createKeyBudget } from './key-budget.ts'

test('distinct keys are counted, per viewer and minute', () => {
  let now = 60_000
  const budget = createKeyBudget(2, () => now)
  expect([budget.take('a', '1'), budget.take('a', '2'), budget.take('a', '1')]).toEqual([0, 0, 0])
  now += 15_000
  expect(budget.take('a', '3')).toBe(45)
  expect(budget.take('a', '2')).toBe(0)
  expect(budget.take('b', '3')).toBe(0)
  now += 45_000
  expect(budget.take('a', '3')).toBe(0)
})

test('without a limit nothing is kept', () => {
  const budget = createKeyBudget(Number.POSITIVE_INFINITY, () => {
    throw new Error('the time is of no interest')
  })
  expect(budget.take('a', '1')).toBe(0)
})
