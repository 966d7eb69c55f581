import type { DirectoryUser } from '@wecom-kit/core'
import { perOccurrence } from '../selection/per-occurrence.ts'
import { needsDepartment, userLevel } from '../selection/user-level.ts'
import { attributeType, genderName, userStatus } from './enums.ts'
import { fullField, scopedField } from './full-field.ts'
import { membershipsResolver } from './memberships.ts'
import { personalField } from './personal-field.ts'
import { present } from './present.ts'
import type { FieldResolvers, Resolver } from './resolver.ts'
import type { ResolverTools } from './resolver-tools.ts'

/** Resolvers of User. Their source is the directory's own record, shared between requests and never changed. */
export function userResolvers(tools: ResolverTools): FieldResolvers {
  return {
    ...identityResolvers(tools),
    ...placeResolvers(tools),
    ...personalResolvers(tools),
    alias: fullField(tools, (user) => user.alias),
    englishName: fullField(tools, (user) => user.englishName),
    status: fullField(tools, (user) => userStatus[user.status]),
    position: fullField(tools, (user) => user.position),
    externalPosition: fullField(tools, (user) => user.externalPosition),
    attributes: fullField(tools, ({ attributes }) =>
      attributes.map(({ name, type, value, url }) => ({ name, type: attributeType[type], value, url })),
    ),
  }
}

function identityResolvers(tools: ResolverTools): FieldResolvers {
  const { scopeOf } = tools
  const id: Resolver<DirectoryUser> = (user) => user.userId
  const upgradedName = fullField(tools, (user) => user.name)
  const name: Resolver<DirectoryUser> = (user, args, contextValue, info) =>
    user.level === 'id' ? upgradedName(user, args, contextValue, info) : user.name
  const isMe: Resolver<DirectoryUser> = (user, _args, contextValue) => scopeOf(contextValue).isMe(user.userId)
  return { id, name, isMe }
}

function placeResolvers(tools: ResolverTools): FieldResolvers {
  const { names, scopeOf } = tools
  const leaderLevel = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const asksForDepartment = perOccurrence((nodes, info) => needsDepartment(nodes, names, info))
  const upgradedIds = scopedField(tools, (user, scope) => scope.visibleDepartmentIds(user.departmentIds))
  const departmentIds: Resolver<DirectoryUser> = (user, args, contextValue, info) =>
    user.level === 'id'
      ? upgradedIds(user, args, contextValue, info)
      : scopeOf(contextValue).visibleDepartmentIds(user.departmentIds)
  return {
    departmentIds,
    memberships: membershipsResolver(tools),
    mainDepartmentId: scopedField(tools, ({ mainDepartmentId }, scope) => {
      if (mainDepartmentId === undefined || !scope.hidesAnything) return mainDepartmentId
      return scope.department(mainDepartmentId).then((department) => department?.id)
    }),
    mainDepartment: scopedField(tools, ({ mainDepartmentId }, scope, info) => {
      if (mainDepartmentId === undefined) return undefined
      const onlyId = !asksForDepartment(info) && !scope.hidesAnything
      return onlyId ? { id: mainDepartmentId } : scope.department(mainDepartmentId)
    }),
    directLeaders: scopedField(tools, ({ directLeaderIds }, scope, info) =>
      present(directLeaderIds.map((userId) => scope.reference(userId, leaderLevel(info)))),
    ),
  }
}

function personalResolvers(tools: ResolverTools): FieldResolvers {
  const field = personalField.bind(undefined, tools)
  return {
    mobile: field(
      'mobile',
      (user) => user.mobile,
      (viewer) => viewer.mobile,
    ),
    telephone: field('telephone', (user) => user.telephone),
    email: field(
      'email',
      (user) => user.email,
      (viewer) => viewer.email,
    ),
    businessEmail: field(
      'businessEmail',
      (user) => user.businessEmail,
      (viewer) => viewer.businessEmail,
    ),
    address: field('address', (user) => user.address),
    gender: field(
      'gender',
      (user) => genderName(user.gender),
      (viewer) => genderName(viewer.gender),
    ),
    avatarUrl: field(
      'avatarUrl',
      (user) => user.avatarUrl,
      (viewer) => viewer.avatarUrl,
    ),
    // The same picture, smaller: who may not see the one may not see the other.
    thumbnailUrl: field('avatarUrl', (user) => user.thumbnailUrl),
  }
}
