import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, writeCursor, type Place } from './cursor.ts'
import { pageOf, type Page } from './page-of.ts'

const members = (ids: readonly string[]): { userId: string }[] => ids.map((userId) => ({ userId }))
const userIds = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.@-]{0,20}$/), {
  selector: (id) => id.toLowerCase(),
  maxLength: 30,
})

test('the pages of a list, one after the other, are the list', () => {
  fc.assert(
    fc.property(userIds, fc.integer({ min: 1, max: 7 }), (ids, first) => {
      const list = members(ids)
      const seen: string[] = []
      let after: Place | undefined
      while (seen.length < list.length) {
        const { items, start, total }: Page<{ userId: string }> = pageOf(list, first, after)
        expect(total).toBe(list.length)
        seen.push(...items.map(({ userId }) => userId))
        const last = items.at(-1)
        after = last && readCursor(writeCursor({ userId: last.userId, index: start + items.length - 1 }))
      }
      expect(seen).toEqual(ids)
    }),
  )
})

test('a member who left takes nobody along: the next page starts with the successor', () => {
  const after = { userId: 'b', index: 1 }
  expect(pageOf(members(['a', 'c', 'd']), 2, after).items).toEqual(members(['c', 'd']))
})

test('a member who moved is found again, whatever the case', () => {
  const after = { userId: 'B', index: 1 }
  expect(pageOf(members(['x', 'y', 'a', 'b', 'c']), 2, after).items).toEqual(members(['c']))
})

test('a place behind a list that shrank is its end', () => {
  expect(pageOf(members(['a']), 2, { userId: 'z', index: 9 })).toEqual({ items: [], start: 1, total: 1 })
})

test.each([
  '',
  'x',
  'MTI',
  Buffer.from('12:').toString('base64url'),
  Buffer.from(':a').toString('base64url'),
])('the cursor %j is refused', (cursor) => {
  expect(() => readCursor(cursor)).toThrow('The cursor is not one of this server.')
})
