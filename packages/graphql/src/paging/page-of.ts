import { sameUser } from '../ids/same-user.ts'
import type { Place } from './cursor.ts'

/** A part of a list. */
export interface Page<Item> {
  items: readonly Item[]
  /** Position of the first item in the whole list. */
  start: number
  /** Length of the whole list. */
  total: number
}

/** Cuts a page out of a list of members: what follows a place, at most `first` items. */
export function pageOf<Item extends { readonly userId: string }>(
  list: readonly Item[],
  first: number,
  after: Place | undefined,
): Page<Item> {
  const start = after ? positionAfter(list, after) : 0
  return { items: list.slice(start, start + first), start, total: list.length }
}

// The list may have changed since the cursor was given out: the member is looked for, and if it has gone, its
// successors have moved up to its position.
function positionAfter(list: readonly { readonly userId: string }[], { userId, index }: Place): number {
  const there = list[index]
  if (there && sameUser(there.userId, userId)) return index + 1
  const moved = list.findIndex((item) => sameUser(item.userId, userId))
  return moved === -1 ? Math.min(index, list.length) : moved + 1
}
