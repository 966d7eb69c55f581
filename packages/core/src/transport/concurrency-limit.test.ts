import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConcurrencyLimit } from './concurrency-limit.ts'

describe('ConcurrencyLimit', () => {
  it('admits up to the limit and the waiting in order', async () => {
    const limit = new ConcurrencyLimit(2)
    expect([limit.tryEnter(), limit.tryEnter(), limit.tryEnter()]).toEqual([true, true, false])
    const order: number[] = []
    const waits = [1, 2].map((id) => limit.enter().entered.then(() => order.push(id)))
    limit.leave()
    limit.leave()
    await Promise.all(waits)
    expect(order).toEqual([1, 2])
  })

  it('lets the urgent in first, and in order among equals', async () => {
    const limit = new ConcurrencyLimit(1)
    limit.tryEnter()
    const order: string[] = []
    const wait = (name: string, priority: 'interactive' | 'normal' | 'bulk') =>
      limit.enter(priority).entered.then(() => {
        order.push(name)
        limit.leave()
      })
    const waits = [
      wait('bulk', 'bulk'),
      wait('first', 'normal'),
      wait('second', 'normal'),
      wait('sign-in', 'interactive'),
    ]
    limit.leave()
    await Promise.all(waits)
    expect(order).toEqual(['sign-in', 'first', 'second', 'bulk'])
  })

  it('a wait that is given up takes no place, before and after it was admitted', () => {
    const limit = new ConcurrencyLimit(1)
    limit.tryEnter()
    const [before, after] = [limit.enter(), limit.enter()]
    before.cancel()
    limit.leave()
    expect(limit.tryEnter()).toBe(false)
    after.cancel()
    expect(limit.tryEnter()).toBe(true)
  })

  /** How many it lets in at once. */
  function placesOf(limit: ConcurrencyLimit): number {
    let count = 0
    while (limit.tryEnter()) count += 1
    for (let place = 0; place < count; place += 1) limit.leave()
    return count
  }

  it('halves once for all who were inside when WeCom said 45033, and again for those who came after', () => {
    const limit = new ConcurrencyLimit(64)
    for (const left of [32, 16]) {
      let inside = 0
      while (limit.tryEnter()) inside += 1
      for (; inside > 0; inside -= 1) {
        limit.shrink()
        limit.leave()
      }
      expect(placesOf(limit)).toBe(left)
    }
  })

  it('halves on 45033, never below one, and grows back with each full round', () => {
    const limit = new ConcurrencyLimit(4)
    const places = (): number => placesOf(limit)
    limit.shrink()
    expect(places()).toBe(2)
    limit.shrink()
    limit.shrink()
    expect(places()).toBe(1)
    limit.succeeded()
    expect(places()).toBe(2)
    for (let success = 0; success < 100; success += 1) limit.succeeded()
    expect(places()).toBe(4)
  })

  it('whatever happens, never more than the limit are inside and nobody is forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.constantFrom('enter', 'leave', 'cancel', 'shrink', 'succeeded'), { maxLength: 60 }),
        async (maximum, steps) => {
          const limit = new ConcurrencyLimit(maximum)
          let inside = 0
          const waiting = new Map<number, () => void>()
          for (const [id, step] of steps.entries()) {
            if (step === 'enter') {
              if (limit.tryEnter()) inside += 1
              else {
                const { entered, cancel } = limit.enter()
                waiting.set(id, cancel)
                void entered.then(() => waiting.delete(id) && (inside += 1))
              }
            } else if (step === 'leave' && inside > 0) {
              inside -= 1
              limit.leave()
            } else if (step === 'cancel') {
              for (const [other, cancel] of waiting) {
                cancel()
                waiting.delete(other)
                break
              }
            } else if (step === 'shrink') limit.shrink()
            else if (step === 'succeeded') limit.succeeded()
            await Promise.resolve()
            expect(inside).toBeLessThanOrEqual(maximum)
          }
          while (inside > 0) {
            inside -= 1
            limit.leave()
            await Promise.resolve()
            await Promise.resolve()
          }
          expect(waiting.size).toBe(0)
          expect(limit.tryEnter()).toBe(true)
        },
      ),
    )
  })
})
