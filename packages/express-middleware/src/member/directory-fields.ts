import type { DirectoryUser } from '@wecom-kit/core'
import { report } from '../errors/report.ts'
import type { Settings } from '../options/settings.ts'
import { inTime } from '../internal/in-time.ts'
import { parseUser, type WecomUser } from '../user.ts'
import { upstreamFacts } from './upstream-error.ts'

/**
 * What the directory knows of a member. Empty for someone outside the app's visible range, who may sign in all the
 * same, and when the directory fails or takes longer than `signal` allows: who it is has been settled without it.
 */
export async function directoryFields(
  { options }: Settings,
  userId: string,
  signal: AbortSignal,
): Promise<Partial<WecomUser>> {
  try {
    const { directory, timeout } = options
    const ask = async () => await directory?.user(userId, { signal })
    return fieldsOf(await inTime(timeout, ask))
  } catch (error) {
    report(
      options.logger,
      'warn',
      'wecomSSO: the directory failed; signing in without name and departments',
      {
        err: error,
        ...upstreamFacts(error),
      },
    )
    return {}
  }
}

/** A signed-in member with what the directory says today: permission checks must not see last week's departments. */
export function withFields(user: WecomUser, member: DirectoryUser | undefined): WecomUser | undefined {
  const { corpId, agentId, userId, loginAt, mobile, email, businessEmail, avatarUrl, gender } = user
  const own = { corpId, agentId, userId, loginAt, mobile, email, businessEmail, gender }
  const listed = fieldsOf(member)
  return parseUser({ ...listed, ...own, avatarUrl: avatarUrl ?? listed.avatarUrl })
}

function fieldsOf(member: DirectoryUser | undefined): Partial<WecomUser> {
  if (member === undefined || member.level === 'id') return {}
  const { name, departmentIds } = member
  if (member.level === 'simple') return { name, departmentIds }
  const { alias, position, mainDepartmentId, avatarUrl } = member
  return { name, departmentIds, alias, position, mainDepartmentId, avatarUrl }
}
