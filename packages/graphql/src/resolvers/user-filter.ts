import type { DirectoryUser, DirectoryUserFull } from '@wecom-kit/core'
import { userStatus } from './enums.ts'

/** The input type UserFilter. */
export interface UserFilter {
  status?: readonly string[] | null
  text?: string | null
  isLeader?: boolean | null
}

/** Whether a filter keeps anyone out. */
export function isFiltering(filter: UserFilter | null | undefined): filter is UserFilter {
  return filter?.status != null || filter?.text != null || filter?.isLeader != null
}

/**
 * Keeps the members that meet all conditions. There is none on personal fields: a filter on mobile would answer "is this
 * the number of one of them?" to anyone.
 */
export function filterUsers(
  users: readonly DirectoryUser[],
  filter: UserFilter | null | undefined,
  departmentId: number,
): readonly DirectoryUser[] {
  if (!isFiltering(filter)) return users
  const text = filter.text == null ? undefined : fold(filter.text)
  return users.filter(
    (user) =>
      user.level === 'full' &&
      (filter.status == null || filter.status.includes(userStatus[user.status])) &&
      (text === undefined || hasText(user, text)) &&
      (filter.isLeader == null || leads(user, departmentId) === filter.isLeader),
  )
}

function hasText({ name, alias, englishName, userId }: DirectoryUserFull, text: string): boolean {
  return [name, alias, englishName, userId].some((field) => field !== undefined && fold(field).includes(text))
}

// As `searchUsers` compares: a Chinese input method types full-width letters.
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

function leads(user: DirectoryUserFull, departmentId: number): boolean {
  return user.memberships.some((place) => place.departmentId === departmentId && place.isLeader === true)
}
