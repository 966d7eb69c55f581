import type { DirectoryMembership, DirectoryUser } from '@wecom-kit/core'
import type { GraphQLResolveInfo } from 'graphql'
import { perOccurrence } from '../selection/per-occurrence.ts'
import { selectedFields } from '../selection/selected-fields.ts'
import { isEnough, membershipLevel, needsDepartment } from '../selection/user-level.ts'
import type { DepartmentSource } from './department-source.ts'
import { present } from './present.ts'
import type { Resolver } from './resolver.ts'
import type { ResolverTools, Scope } from './resolver-tools.ts'

/** The source of DepartmentMembership. */
export interface MembershipSource {
  department: DepartmentSource
  isLeader: boolean | undefined
  order: number | undefined
}

/**
 * The resolver of User.memberships. With no more than the departments' ids wanted it needs neither the member's full
 * record nor the department tree.
 */
export function membershipsResolver({ names, scopeOf }: ResolverTools): Resolver<DirectoryUser> {
  const wanted = perOccurrence((nodes, info: GraphQLResolveInfo) => ({
    level: membershipLevel(nodes, names, info),
    departments: needsDepartment(
      selectedFields(nodes, names.type('DepartmentMembership'), info).get('department') ?? [],
      names,
      info,
    ),
  }))
  const presented = (user: DirectoryUser | undefined, scope: Scope, departments: boolean): unknown => {
    const places = user ? placesOf(user) : []
    if (departments || scope.hidesAnything) return present(places.map((place) => placed(place, scope)))
    return places.map(({ departmentId, isLeader, order }) => ({
      department: { id: departmentId },
      isLeader,
      order,
    }))
  }
  return (user, _args, contextValue, info) => {
    const scope = scopeOf(contextValue)
    const { level, departments } = wanted(info)
    if (isEnough(user.level, level)) return presented(user, scope, departments)
    return scope.user(user.userId, level).then((known) => presented(known, scope, departments))
  }
}

function placesOf(user: DirectoryUser): readonly DirectoryMembership[] {
  if (user.level === 'full') return user.memberships
  if (user.level === 'id') return []
  return user.departmentIds.map((departmentId) => ({ departmentId, isLeader: undefined, order: undefined }))
}

async function placed(
  { departmentId, isLeader, order }: DirectoryMembership,
  scope: Scope,
): Promise<MembershipSource | undefined> {
  const department = await scope.department(departmentId)
  return department && { department, isLeader, order }
}
