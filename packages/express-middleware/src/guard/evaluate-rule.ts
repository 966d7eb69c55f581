import type { TagMembers } from '@wecom-kit/core'
import { ExpiringMap } from '../internal/expiring-map.ts'
import type { SsoRuntime } from '../runtime/runtime.ts'
import type { WecomUser } from '../user/wecom-user.ts'
import type { PermissionRule } from './permission.ts'

/** Decides rules for one instance. */
export type EvaluateRule = (rule: PermissionRule, user: WecomUser) => Promise<boolean>

const tagLifetime = 5 * 60_000

/** Rules by department and tag. Tags are read once in five minutes, not once per request. */
export function createRuleEvaluator({ config }: SsoRuntime): EvaluateRule {
  const tags = new ExpiringMap<Promise<TagMembers>>(1000, config.now)
  const tag = (id: number) => {
    const known = tags.get(String(id))
    if (known !== undefined) return known
    const read = config.client.tags.get(id)
    tags.set(String(id), read, tagLifetime)
    // A failure must not be remembered for five minutes.
    read.catch(() => {
      tags.delete(String(id))
    })
    return read
  }
  const ancestry = async (user: WecomUser) =>
    await withParents(config.options.directory, user.departmentIds ?? [])
  return async (rule, user) => {
    const userId = user.userId.toLowerCase()
    if (rule.userIds?.some((id) => id.toLowerCase() === userId) === true) return true
    const departments = await ancestry(user)
    if (rule.departmentIds?.some((id) => departments.has(id)) === true) return true
    for (const id of rule.tagIds ?? []) {
      const { userlist, partylist } = await tag(id)
      if (userlist.some((member) => member.userid.toLowerCase() === userId)) return true
      if (partylist.some((department) => departments.has(department))) return true
    }
    return false
  }
}

type Directory = NonNullable<SsoRuntime['config']['options']['directory']>

async function withParents(
  directory: Directory | undefined,
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
