import { isRecord } from '../internal/is-record.ts'
import { readMember, readSimpleMember } from '../wecom/member.ts'
import type { KnownUser, DirectoryUserFull, DirectoryUserSimple } from './types.ts'

// Measured on Node 24: the object with its arrays, its entry among the members and in the membership index.
const bytesOfRecord = 1000
const bytesOfString = 20

/** About what a member occupies in memory, in bytes. */
export function bytesOfUser(user: KnownUser): number {
  let bytes = bytesOfRecord
  for (const value of Object.values(user))
    if (typeof value === 'string') bytes += bytesOfString + value.length
  return bytes
}

/** Whether two records say the same. They are plain data, made in the same order of fields. */
export function isSameRecord(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSameRecord(item, other[index]))
  }
  if (!isRecord(one) || !isRecord(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length && names.every((name) => isSameRecord(one[name], other[name]))
  )
}

/** Whether two lists hold the very same records, as they do while WeCom says the same. */
export function isSameList(one: readonly KnownUser[], other: readonly KnownUser[]): boolean {
  return one === other || (one.length === other.length && one.every((user, index) => user === other[index]))
}

/** A member of user/get or user/list in the directory's words. Frozen: the cache hands the same object to everyone. */
export function fullUser(wire: object): DirectoryUserFull {
  return Object.freeze({ level: 'full', ...readMember(wire) })
}

/** A member of user/simplelist in the directory's words, frozen. */
export function simpleUser(wire: object): DirectoryUserSimple {
  return Object.freeze({ level: 'simple', ...readSimpleMember(wire) })
}
