import type { DirectoryUser } from '@wecom-kit/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { member } from '../../test/small-corp.ts'
import { keepOf, pageOf, placeAfter, readCursor, userConnection, writeCursor } from './lists.ts'

const members = (ids: readonly string[]): DirectoryUser[] => ids.map((userId) => ({ level: 'id', userId }))
const idsOf = (users: readonly DirectoryUser[]): string[] => users.map(({ userId }) => userId)
const cursor = (userId: string, index: number): string => writeCursor({ userId, index })
const userIds = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.@-]{0,20}$/), {
  selector: (id) => id.toLowerCase(),
  maxLength: 30,
})

test('the pages of a list, one after the other, are what the filter keeps of it', () => {
  fc.assert(
    fc.property(userIds, fc.integer({ min: 1, max: 7 }), fc.boolean(), (ids, first, filtered) => {
      const list = members(ids)
      const keep = filtered ? (user: DirectoryUser) => user.userId.length % 2 === 0 : undefined
      const wanted = idsOf(keep ? list.filter(keep) : list)
      const seen: string[] = []
      let after: string | undefined
      for (let more = true; more;) {
        const page = pageOf(list, { start: placeAfter(list, after), first, keep })
        const connection = userConnection(page, page.items)
        expect(connection.totalCount()).toBe(wanted.length)
        expect(connection.pageInfo().hasPreviousPage).toBe(after !== undefined && seen.length > 0)
        seen.push(...idsOf(page.items))
        after = connection.pageInfo().endCursor
        more = connection.pageInfo().hasNextPage
      }
      expect(seen).toEqual(wanted)
    }),
  )
})

test('a member who left takes nobody along: the next page starts with the successor', () => {
  expect(placeAfter(members(['a', 'c', 'd']), cursor('b', 1))).toBe(1)
})

test('a member who moved is found again, whatever the case', () => {
  expect(placeAfter(members(['x', 'y', 'a', 'b', 'c']), cursor('B', 1))).toBe(4)
})

test('a place behind a list that shrank is its end', () => {
  expect(placeAfter(members(['a']), cursor('z', 9))).toBe(1)
})

test('of a filtered list no more is looked at than the page and the next member need', () => {
  const list = Array.from({ length: 1000 }, (_, index) => member(`u${index}`))
  let looked = 0
  const keep = (): boolean => {
    looked += 1
    return true
  }
  pageOf(list, { start: 10, first: 5, keep })
  expect(looked).toBe(6)
})

test('a filter compares each text of a member alone, and folds full-width letters', () => {
  const user = member('u1', { name: '张三', alias: 'Jack', englishName: 'San Zhang' })
  const keeps = (text: string): boolean | undefined => keepOf({ text }, 1)?.(user)
  expect(['张', 'ＪＡＣＫ', ' zhang ', 'u1', ''].map(keeps)).toEqual([true, true, true, true, true])
  expect(['三jack', 'kSan'].map(keeps)).toEqual([false, false])
})

test.each([
  '',
  'x',
  'MTI',
  Buffer.from('12:').toString('base64url'),
  Buffer.from(':a').toString('base64url'),
])('the cursor %j is refused', (foreign) => {
  expect(() => readCursor(foreign)).toThrow('The cursor is not one of this server.')
})
