import { readMember, readSimpleMember } from '../wecom/member.ts'
import type { DirectoryUserFull, DirectoryUserSimple } from './types.ts'

/** A member of user/get or user/list in the directory's words. Frozen: the cache hands the same object to everyone. */
export function fullUser(wire: object): DirectoryUserFull {
  return Object.freeze({ level: 'full', ...readMember(wire) })
}

/** A member of user/simplelist in the directory's words, frozen. */
export function simpleUser(wire: object): DirectoryUserSimple {
  return Object.freeze({ level: 'simple', ...readSimpleMember(wire) })
}
