import { expect, test } from 'vitest'
import { createKeyBudget } from './key-budget.ts'

test('keys are charged once a minute, per viewer', () => {
  let now = 60_000
  const budget = createKeyBudget(2, () => now)
  const take = (viewer: string, key: string): number => budget.take(viewer, key, 1)
  expect([take('a', '1'), take('a', '2'), take('a', '1')]).toEqual([0, 0, 0])
  now += 15_000
  expect(take('a', '3')).toBe(45)
  expect(take('a', '2')).toBe(0)
  expect(take('b', '3')).toBe(0)
  now += 45_000
  expect(take('a', '3')).toBe(0)
})

test('a key that became heavier costs the difference', () => {
  const budget = createKeyBudget(10, () => 60_000)
  expect([budget.take('a', 'page', 4), budget.take('a', 'page', 9), budget.take('a', 'page', 2)]).toEqual([
    0, 0, 0,
  ])
  expect(budget.take('a', 'other', 2)).toBe(60)
  expect(budget.take('a', 'other', 1)).toBe(0)
})

test('without a limit nothing is kept', () => {
  const budget = createKeyBudget(Number.POSITIVE_INFINITY, () => {
    throw new Error('the time is of no interest')
  })
  expect(budget.take('a', '1', 1)).toBe(0)
})
