import type { DirectoryUser } from '@wecom-kit/core'
import { writeCursor } from '../paging/cursor.ts'
import type { Page } from '../paging/page-of.ts'

/** The source of UserConnection; what is a function costs only when it is selected. */
export interface UserConnection {
  nodes: readonly DirectoryUser[]
  totalCount: number
  edges(): { cursor: string; node: DirectoryUser }[]
  pageInfo(): {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | undefined
    endCursor: string | undefined
  }
}

/** Presents a page as a Relay connection with the `nodes` shortcut. */
export function userConnection({ items, start, total }: Page<DirectoryUser>): UserConnection {
  const cursorAt = (index: number): string | undefined => {
    const item = items[index]
    return item && writeCursor({ userId: item.userId, index: start + index })
  }
  return {
    nodes: items,
    totalCount: total,
    edges: () =>
      items.map((node, index) => ({
        cursor: writeCursor({ userId: node.userId, index: start + index }),
        node,
      })),
    pageInfo: () => ({
      hasNextPage: start + items.length < total,
      hasPreviousPage: start > 0,
      startCursor: cursorAt(0),
      endCursor: cursorAt(items.length - 1),
    }),
  }
}
