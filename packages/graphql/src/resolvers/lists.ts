import type { DirectoryUser, DirectoryUserFull, DirectoryUserStatus } from '@wecom-kit/core'
import { sameUser } from '@wecom-kit/core/foundation'
import { codedError } from '../errors/codes.ts'

/** The input type UserFilter. */
export interface UserFilter {
  status?: readonly string[] | null
  text?: string | null
  isLeader?: boolean | null
}

/** Whether a member stays in a list. */
export type Keep = (user: DirectoryUser) => boolean

/** UserStatus as the schema spells it. */
export const userStatus: Readonly<Record<DirectoryUserStatus, string>> = {
  active: 'ACTIVE',
  disabled: 'DISABLED',
  pending: 'PENDING',
  left: 'LEFT',
  unknown: 'UNKNOWN',
}

/**
 * What a filter keeps; undefined when it keeps everyone. There is no condition on personal fields: a filter on mobile
 * would answer "is this the number of one of them?" to anyone.
 */
export function keepOf(filter: UserFilter | null | undefined, departmentId: number): Keep | undefined {
  if (!isFiltering(filter)) return undefined
  const { isLeader } = filter
  const statuses = filter.status == null ? undefined : new Set(filter.status)
  const text = filter.text == null ? undefined : fold(filter.text)
  return (user) =>
    user.level === 'full' &&
    (statuses === undefined || statuses.has(userStatus[user.status])) &&
    (text === undefined || textOf(user).includes(text)) &&
    (isLeader == null || leads(user, departmentId) === isLeader)
}

/** The level a member list is asked for: lists know at least `simple`, and a filter judges by the whole record. */
export function listLevel(
  selected: DirectoryUser['level'],
  filter: UserFilter | null | undefined,
): 'simple' | 'full' {
  return selected === 'full' || isFiltering(filter) ? 'full' : 'simple'
}

/** A text that is the same for filters that keep the same: what was shown is counted by it. */
export function filterKey(filter: UserFilter | null | undefined): string {
  if (!isFiltering(filter)) return ''
  const { status, text, isLeader } = filter
  return JSON.stringify([status == null ? null : [...new Set(status)].toSorted(), text, isLeader])
}

function isFiltering(filter: UserFilter | null | undefined): filter is UserFilter {
  return filter?.status != null || filter?.text != null || filter?.isLeader != null
}

// The directory's records are frozen and shared: the same members are compared with every text that anyone filters by.
const texts = new WeakMap<DirectoryUserFull, string>()

function textOf(user: DirectoryUserFull): string {
  const known = texts.get(user)
  if (known !== undefined) return known
  const { name, alias = '', englishName = '', userId } = user
  // Parted by a line break, so that no word matches across two fields.
  const text = [name, alias, englishName, userId].map(fold).join('\n')
  texts.set(user, text)
  return text
}

// As `searchUsers` compares: a Chinese input method types full-width letters.
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

function leads(user: DirectoryUserFull, departmentId: number): boolean {
  return user.memberships.some((place) => place.departmentId === departmentId && place.isLeader === true)
}

/** A part of a list of members. */
export interface Page {
  readonly items: readonly DirectoryUser[]
  /** Where in the list an item is. */
  readonly placeOf: (index: number) => number
  /** Whether the page is not the first. */
  readonly hasPrevious: boolean
  /** Whether more follow. */
  readonly hasNext: boolean
  /** How many the whole list has; goes through all of it where there is a filter. */
  readonly total: () => number
}

export interface PageWanted {
  /** The place in the list to begin at. */
  readonly start: number
  readonly first: number
  readonly keep?: Keep | undefined
}

/** Cuts a page out of a list; of what comes after it, only the next one is looked at. */
export function pageOf(list: readonly DirectoryUser[], { start, first, keep }: PageWanted): Page {
  if (keep) return filteredPage(list, start, first, keep)
  return {
    items: list.slice(start, start + first),
    placeOf: (index) => start + index,
    hasPrevious: start > 0,
    hasNext: start + first < list.length,
    total: () => list.length,
  }
}

function filteredPage(list: readonly DirectoryUser[], start: number, first: number, keep: Keep): Page {
  const items: DirectoryUser[] = []
  const places: number[] = []
  let place = start
  for (; place < list.length && items.length <= first; place += 1) {
    const user = list[place]
    if (!user || !keep(user)) continue
    items.push(user)
    places.push(place)
  }
  const hasNext = items.length > first
  return {
    items: hasNext ? items.slice(0, first) : items,
    placeOf: (index) => places[index] ?? start,
    hasPrevious: start > 0,
    hasNext,
    total: () => list.reduce((count, user) => (keep(user) ? count + 1 : count), 0),
  }
}

/** Where in a list a member is, at -1 if nowhere. Clients send the spelling they were given, so that is tried first. */
export function placeOfUser(list: readonly { readonly userId: string }[], userId: string): number {
  const exact = list.findIndex((user) => user.userId === userId)
  return exact === -1 ? list.findIndex((user) => sameUser(user.userId, userId)) : exact
}

/** What a cursor stands for: the member there, and the place it had in its list. */
export interface CursorPlace {
  readonly userId: string
  readonly index: number
}

const cursorFormat = /^([0-9]{1,7}):(.{1,130})$/s
const longestCursor = 200

/** An opaque cursor. */
export function writeCursor({ userId, index }: CursorPlace): string {
  return Buffer.from(`${index}:${userId}`).toString('base64url')
}

/**
 * What a cursor stands for.
 *
 * @throws GraphQLError BAD_USER_INPUT when it is not one of ours
 */
export function readCursor(cursor: string): CursorPlace {
  const text = cursor.length > longestCursor ? '' : Buffer.from(cursor, 'base64url').toString()
  const [, index, userId] = cursorFormat.exec(text) ?? []
  if (index === undefined || userId === undefined) {
    throw codedError('BAD_USER_INPUT', 'The cursor is not one of this server.', { argument: 'after' })
  }
  return { userId, index: Number(index) }
}

/**
 * The place after a cursor's. The list may have changed since it was given out: the member is looked for, and if it has
 * gone, its successors have moved up to its place.
 */
export function placeAfter(list: readonly DirectoryUser[], cursor: string | null | undefined): number {
  if (cursor == null) return 0
  const { userId, index } = readCursor(cursor)
  const there = list[index]
  if (there && sameUser(there.userId, userId)) return index + 1
  const moved = placeOfUser(list, userId)
  return moved === -1 ? Math.min(index, list.length) : moved + 1
}

/** The source of UserConnection; what is a function costs only when it is selected. */
export interface UserConnection {
  nodes: readonly DirectoryUser[]
  totalCount(): number
  edges(): { cursor: string; node: DirectoryUser }[]
  pageInfo(): {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | undefined
    endCursor: string | undefined
  }
}

/**
 * Presents a page as a Relay connection with the `nodes` shortcut.
 *
 * @param shownItems the page's items as they are to be shown; one that is missing has no edge
 */
export function userConnection(
  page: Page,
  shownItems: readonly (DirectoryUser | undefined)[],
): UserConnection {
  const edges = shownItems.flatMap((node, index) => (node ? [{ node, index: page.placeOf(index) }] : []))
  const cursorOf = (edge: (typeof edges)[number] | undefined): string | undefined =>
    edge && writeCursor({ userId: edge.node.userId, index: edge.index })
  return {
    nodes: edges.map(({ node }) => node),
    totalCount: page.total,
    edges: () => edges.map((edge) => ({ cursor: cursorOf(edge) ?? '', node: edge.node })),
    pageInfo: () => ({
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: cursorOf(edges[0]),
      endCursor: cursorOf(edges.at(-1)),
    }),
  }
}
