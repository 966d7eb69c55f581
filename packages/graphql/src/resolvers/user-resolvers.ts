import type { DirectoryUser, DirectoryUserFull } from '@wecom-kit/core'
import type { PersonalField } from '../policy/field-policy.ts'
import { perOccurrence } from '../selection/per-occurrence.ts'
import { needsDepartment, userLevel } from '../selection/user-level.ts'
import type { WecomViewer } from '../viewer.ts'
import { attributeType, genderName, userStatus } from './enums.ts'
import { membershipsResolver } from './memberships.ts'
import { present } from './present.ts'
import type { FieldResolvers, Resolver } from './resolver.ts'
import type { ResolverTools, Scope } from './resolver-tools.ts'

type UserResolver = Resolver<DirectoryUser>

/** Resolvers of User. Their source is the directory's own record, shared between requests and never changed. */
export function userResolvers(tools: ResolverTools): FieldResolvers {
  const { names, scopeOf } = tools
  const leaderLevel = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const asksForDepartment = perOccurrence((nodes, info) => needsDepartment(nodes, names, info))

  const full = (read: (user: DirectoryUserFull, scope: Scope) => unknown): UserResolver => {
    return (user, _args, contextValue) => whenFull(user, scopeOf(contextValue), read)
  }
  const personal = (
    field: PersonalField,
    read: (user: DirectoryUserFull) => unknown,
    own: (viewer: WecomViewer) => unknown = () => undefined,
  ): UserResolver => {
    return (user, _args, contextValue) => {
      const scope = scopeOf(contextValue)
      if (!scope.allows(user, field)) return undefined
      return whenFull(user, scope, (known) => read(known) ?? ownValue(known, scope, own))
    }
  }
  const directLeaders: UserResolver = (user, _args, contextValue, info) =>
    whenFull(user, scopeOf(contextValue), ({ directLeaderIds }, scope) =>
      present(directLeaderIds.map((id) => scope.reference(id, leaderLevel(info)))),
    )
  const mainDepartment: UserResolver = (user, _args, contextValue, info) =>
    whenFull(user, scopeOf(contextValue), ({ mainDepartmentId }, scope) => {
      if (mainDepartmentId === undefined) return undefined
      const onlyId = !asksForDepartment(info) && !scope.hidesAnything
      return onlyId ? { id: mainDepartmentId } : scope.department(mainDepartmentId)
    })
  const id: UserResolver = (user) => user.userId
  const name: UserResolver = (user, _args, contextValue) =>
    user.level === 'id' ? whenFull(user, scopeOf(contextValue), (known) => known.name) : user.name
  const departmentIds: UserResolver = (user, _args, contextValue) => {
    const scope = scopeOf(contextValue)
    if (user.level !== 'id') return scope.visibleDepartmentIds(user.departmentIds)
    return whenFull(user, scope, (known) => scope.visibleDepartmentIds(known.departmentIds))
  }
  const isMe: UserResolver = (user, _args, contextValue) => scopeOf(contextValue).isMe(user.userId)

  return {
    id,
    name,
    departmentIds,
    isMe,
    memberships: membershipsResolver(tools),
    directLeaders,
    mainDepartment,
    alias: full((user) => user.alias),
    englishName: full((user) => user.englishName),
    status: full((user) => userStatus[user.status]),
    position: full((user) => user.position),
    externalPosition: full((user) => user.externalPosition),
    mainDepartmentId: full(({ mainDepartmentId }, scope) => {
      if (mainDepartmentId === undefined || !scope.hidesAnything) return mainDepartmentId
      return Promise.resolve(scope.visibleDepartmentIds([mainDepartmentId])).then(([visible]) => visible)
    }),
    attributes: full((user) =>
      user.attributes.map((attribute) => ({ ...attribute, type: attributeType[attribute.type] })),
    ),
    mobile: personal(
      'mobile',
      (user) => user.mobile,
      (viewer) => viewer.mobile,
    ),
    telephone: personal('telephone', (user) => user.telephone),
    email: personal(
      'email',
      (user) => user.email,
      (viewer) => viewer.email,
    ),
    businessEmail: personal(
      'businessEmail',
      (user) => user.businessEmail,
      (viewer) => viewer.businessEmail,
    ),
    address: personal('address', (user) => user.address),
    gender: personal(
      'gender',
      (user) => genderName(user.gender),
      (viewer) => genderName(viewer.gender),
    ),
    avatarUrl: personal(
      'avatarUrl',
      (user) => user.avatarUrl,
      (viewer) => viewer.avatarUrl,
    ),
    // The same picture, smaller: who may not see the one may not see the other.
    thumbnailUrl: personal('avatarUrl', (user) => user.thumbnailUrl),
  }
}

// The level is worked out before loading, so this looks up a second time only what an executor of another kind, or a
// host's own resolver, handed over with less.
function whenFull(
  user: DirectoryUser,
  scope: Scope,
  read: (user: DirectoryUserFull, scope: Scope) => unknown,
): unknown {
  if (user.level === 'full') return read(user, scope)
  return scope
    .user(user.userId, 'full')
    .then((found) => (found?.level === 'full' ? read(found, scope) : undefined))
}

// New apps get these fields from nowhere but the sign-in the member consented to, and that covers only themselves.
function ownValue(user: DirectoryUser, scope: Scope, own: (viewer: WecomViewer) => unknown): unknown {
  return scope.viewer && scope.isMe(user.userId) ? own(scope.viewer) : undefined
}
