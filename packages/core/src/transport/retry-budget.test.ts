import { describe, expect, it } from 'vitest'
import { RetryBudget } from './retry.ts'

describe('RetryBudget', () => {
  const spend = (budget: RetryBudget, afterTimeout: boolean): number => {
    let retries = 0
    while (budget.take(afterTimeout)) retries += 1
    return retries
  }

  it('holds 20 retries, or 10 after timeouts', () => {
    expect(spend(new RetryBudget(), false)).toBe(20)
    expect(spend(new RetryBudget(), true)).toBe(10)
  })

  it('gets one back per clean success, and the cost of retries that helped', () => {
    const budget = new RetryBudget()
    spend(budget, false)
    for (let success = 0; success < 4; success += 1) budget.refill(0)
    expect(budget.take(false)).toBe(false)
    budget.refill(0)
    expect(budget.take(false)).toBe(true)
    budget.refill(2)
    expect(spend(budget, false)).toBe(2)
  })

  it('never holds more than it began with', () => {
    const budget = new RetryBudget()
    for (let success = 0; success < 1000; success += 1) budget.refill(3)
    expect(spend(budget, false)).toBe(20)
  })
})
