import type { TagMembers } from '@wecom-kit/core'
import { sameUser } from '@wecom-kit/core/foundation'
import { optionError as wrongOption } from '../errors/setup-error.ts'
import { ExpiringMap } from '../internal/expiring-map.ts'
import type { Settings } from '../options/settings.ts'
import type { WecomUser } from '../user.ts'

/** Who may pass: any one match is enough. */
export interface PermissionRule {
  /** Members of these departments; with `profile: 'directory'` also of the departments below them. */
  departmentIds?: readonly number[] | undefined
  /** Members with one of these tags (标签), their departments included. */
  tagIds?: readonly number[] | undefined
  /** These members, compared without case. */
  userIds?: readonly string[] | undefined
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
  throw optionError('check', expected, check)
}

const optionError = (option: string, wanted: string, received: unknown) =>
  wrongOption(option, wanted, received, 'requireWecomUser')

const expected = 'nothing, a function, or departmentIds, tagIds or userIds'
const lists: ReadonlySet<string> = new Set(['departmentIds', 'tagIds', 'userIds'])

/** Refuses a rule with anything unknown or useless in it. */
function checkRule(rule: PermissionRule): PermissionRule {
  const unknown = Object.keys(rule).find((name) => !lists.has(name))
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
  throw optionError('check', 'a function, or departmentIds, tagIds or userIds', rule)
}

/** Decides rules for one instance. */
export type EvaluateRule = (rule: PermissionRule, user: WecomUser) => Promise<boolean>

const tagLifetime = 5 * 60_000

/** Rules by department and tag. Tags are read once in five minutes, not once per request. */
export function createRuleEvaluator({ client, options, now }: Settings): EvaluateRule {
  const tags = new ExpiringMap<Promise<TagMembers>>(1000, now)
  const tag = (id: number) => {
    const known = tags.get(String(id))
    if (known !== undefined) return known
    const read = client.tags.get(id, { priority: 'interactive' })
    tags.set(String(id), read, tagLifetime)
    // A failure must not be remembered for five minutes.
    read.catch(() => {
      tags.delete(String(id))
    })
    return read
  }
  return async (rule, user) => {
    const { userId } = user
    if (rule.userIds?.some((id) => sameUser(id, userId)) === true) return true
    if (rule.departmentIds === undefined && rule.tagIds === undefined) return false
    const departments = await withParents(options.directory, user.departmentIds ?? [])
    if (rule.departmentIds?.some((id) => departments.has(id)) === true) return true
    for (const id of rule.tagIds ?? []) {
      const { userlist, partylist } = await tag(id)
      if (userlist.some((member) => sameUser(member.userid, userId))) return true
      if (partylist.some((department) => departments.has(department))) return true
    }
    return false
  }
}

async function withParents(
  directory: Settings['options']['directory'],
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = new Set(ids)
  if (directory === undefined) return found
  for (const id of found) {
    const parent = (await directory.department(id))?.parentId
    if (parent !== undefined) found.add(parent)
  }
  return found
}
