import type { DirectoryUser } from '@wecom-kit/core'
import { userKey } from '@wecom-kit/core/foundation'
import type { Scope } from './tools.ts'

type Reports = ReadonlyMap<string, readonly DirectoryUser[]>

// By list: while the directory hands out the same one, its members need not be gone through again.
const known = new WeakMap<readonly DirectoryUser[], Reports>()

/**
 * Who names a member as direct leader. WeCom has no such list, so all members are gone through; that is only affordable
 * once the directory holds them.
 *
 * @throws GraphQLError FEATURE_UNAVAILABLE before `directory.warm({ search: true })`
 */
export async function directReports(userId: string, scope: Scope): Promise<readonly DirectoryUser[]> {
  const lists = await scope.everybody('directReports')
  const found = lists.flatMap((list) => reportsIn(list).get(userKey(userId)) ?? [])
  // A member of two topmost departments is in two lists.
  const reports = [...new Map(found.map((user) => [user.userId, user])).values()]
  scope.countPage(reports, `r:${userKey(userId)}`)
  await scope.meetDepartments(reports)
  return reports
}

function reportsIn(list: readonly DirectoryUser[]): Reports {
  const made = known.get(list) ?? groupByLeader(list)
  known.set(list, made)
  return made
}

function groupByLeader(list: readonly DirectoryUser[]): Reports {
  const reports = new Map<string, DirectoryUser[]>()
  for (const user of list) {
    if (user.level !== 'full') continue
    for (const leader of user.directLeaderIds) {
      const team = reports.get(userKey(leader))
      if (team) team.push(user)
      else reports.set(userKey(leader), [user])
    }
  }
  return reports
}
