import type { WecomUser } from '../user/wecom-user.ts'
import { optionError } from '../errors/option-error.ts'

/** Who may pass: any one match is enough. */
export interface PermissionRule {
  /** Members of these departments; with `profile: 'directory'` also of the departments below them. */
  departmentIds?: readonly number[]
  /** Members with one of these tags (标签), their departments included. */
  tagIds?: readonly number[]
  /** These members, compared without case. */
  userIds?: readonly string[]
}

/** A predicate on the signed-in member; throwing and rejecting go to `next`. */
export type PermissionCheck<Request> = (user: WecomUser, request: Request) => boolean | Promise<boolean>

/**
 * Refuses what is neither a function nor a rule: a guard that ignored it would let every member in. Refuses a rule that
 * could never match, too: it would lock everybody out and look like a missing right.
 */
export function checkPermission<Request>(
  check: PermissionCheck<Request> | PermissionRule | undefined,
): PermissionRule | undefined {
  if (check === undefined || typeof check === 'function') return undefined
  if (typeof check === 'object' && check !== null && !Array.isArray(check)) return checkRule(check)
  throw optionError('requireWecomUser', expected, check)
}

const expected = 'nothing, a function, or departmentIds, tagIds or userIds'
const known: ReadonlySet<string> = new Set(['departmentIds', 'tagIds', 'userIds'])

/** Refuses a rule with anything unknown or useless in it. */
function checkRule(rule: PermissionRule): PermissionRule {
  const unknown = Object.keys(rule).find((name) => !known.has(name))
  if (unknown !== undefined) throw optionError(unknown, expected, rule)
  for (const [name, list] of Object.entries(rule)) {
    if (list !== undefined && !Array.isArray(list)) throw optionError(name, 'a list', list)
  }
  const { departmentIds = [], tagIds = [], userIds = [] } = rule
  const isId = (id: unknown) => Number.isSafeInteger(id) && Number(id) > 0
  if (!departmentIds.every(isId))
    throw optionError('departmentIds', 'a list of department ids', departmentIds)
  if (!tagIds.every(isId)) throw optionError('tagIds', 'a list of tag ids', tagIds)
  if (!userIds.every((id) => typeof id === 'string'))
    throw optionError('userIds', 'a list of userids', userIds)
  if (departmentIds.length + tagIds.length + userIds.length > 0) return rule
  throw optionError('requireWecomUser', 'a function, or departmentIds, tagIds or userIds', rule)
}
