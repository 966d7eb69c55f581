import { anything, assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ShapeError } from './shape-error.ts'
import { anyText, either, flag, integer, listOf, maybe, object, oneOf, parse, text } from './shape.ts'

interface Order {
  item: string
  count?: number
  tags?: string[]
}

const order = object<Order>({ item: text, count: maybe(integer(1, 9)), tags: maybe(listOf(anyText)) })

describe('a shape', () => {
  test('lets through what fits, as it is', () => {
    const value = { item: 'x', count: 3, tags: ['', 'a'] }
    expect(parse(order, value)).toBe(value)
    expect(parse(order, { item: 'x' })).toEqual({ item: 'x' })
  })

  test.each<[unknown, string]>([
    [undefined, 'body: is missing'],
    [null, 'body: expected an object, got null'],
    [[], 'body: expected an object, got a list of 0'],
    [{}, 'item: is missing'],
    [{ item: '' }, 'item: expected a text that is not empty, got a text of 0 characters'],
    [{ item: 7 }, 'item: expected a text that is not empty, got 7'],
    [{ item: 'x', count: 0 }, 'count: expected a whole number from 1 to 9, got 0'],
    [{ item: 'x', count: 1.5 }, 'count: expected a whole number'],
    [{ item: 'x', tags: ['a', 1] }, 'tags[1]: expected a text, got 1'],
    [{ item: 'x', size: 1 }, 'size: unknown field; known are item, count, tags'],
  ])('refuses %j with "%s"', (value, message) => {
    expect(() => parse(order, value)).toThrow(message)
  })

  test('never repeats a text that came in the wrong place: it may be a secret', () => {
    expect(() => parse(object<{ count: number }>({ count: integer() }), { count: 'hunter2' })).toThrow(
      /^(?!.*hunter2)/,
    )
    expect(() => parse(oneOf('a', 'b'), 'hunter2')).toThrow(/^(?!.*hunter2)/)
  })

  test('of two kinds is either of them', () => {
    const both = either(flag, integer())
    expect([parse(both, true), parse(both, 4)]).toEqual([true, 4])
    expect(() => parse(both, 'x')).toThrow(ShapeError)
  })

  test('meets any value with an answer or a ShapeError', () => {
    assert(
      property(anything(), (value) => {
        let problem: unknown
        try {
          parse(order, value)
        } catch (error) {
          problem = error
        }
        expect(problem === undefined || problem instanceof ShapeError).toBe(true)
      }),
    )
  })
})
