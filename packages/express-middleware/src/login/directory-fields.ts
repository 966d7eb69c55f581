import type { DirectoryUser } from '@wecom-kit/core'
import type { SsoConfig } from '../options/resolve-options.ts'
import { parseUser } from '../user/parse-user.ts'
import type { WecomUser } from '../user/wecom-user.ts'

/**
 * What the directory knows of a member. Empty for someone outside the app's visible range, who may sign in all the
 * same, and when the directory fails or takes longer than `signal` allows: who it is has been settled without it.
 */
export async function directoryFields(
  config: SsoConfig,
  userId: string,
  signal: AbortSignal,
): Promise<Partial<WecomUser>> {
  try {
    return fieldsOf(await config.options.directory?.user(userId, { signal }))
  } catch (error) {
    config.options.logger?.warn(
      { err: error },
      'wecomSSO: the directory failed; signing in without name and departments',
    )
    return {}
  }
}

/**
 * A signed-in member with what the directory says today: permission checks must not see last week's departments.
 * Undefined for somebody who was disabled or left since.
 */
export async function withDirectory(config: SsoConfig, user: WecomUser): Promise<WecomUser | undefined> {
  const { directory } = config.options
  if (config.options.profile !== 'directory' || directory === undefined) return user
  const member = await directory.user(user.userId)
  if (member?.level === 'full' && (member.status === 'disabled' || member.status === 'left')) return undefined
  const { corpId, agentId, userId, loginAt, mobile, email, businessEmail, avatarUrl, gender } = user
  const own = { corpId, agentId, userId, loginAt, mobile, email, businessEmail, gender }
  const listed = fieldsOf(member)
  return parseUser({ ...listed, ...own, avatarUrl: avatarUrl ?? listed.avatarUrl })
}

function fieldsOf(member: DirectoryUser | undefined): Partial<WecomUser> {
  if (member === undefined || member.level === 'id') return {}
  const { name, departmentIds } = member
  if (member.level === 'simple') return { name, departmentIds }
  return {
    name,
    departmentIds,
    ...(member.alias === undefined ? {} : { alias: member.alias }),
    ...(member.position === undefined ? {} : { position: member.position }),
    ...(member.mainDepartmentId === undefined ? {} : { mainDepartmentId: member.mainDepartmentId }),
    ...(member.avatarUrl === undefined ? {} : { avatarUrl: member.avatarUrl }),
  }
}
