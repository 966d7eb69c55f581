import type { DirectoryDepartment } from '@wecom-kit/core'
import { checkArguments } from '../limits/check-arguments.ts'
import { readCursor } from '../paging/cursor.ts'
import { pageOf } from '../paging/page-of.ts'
import { perOccurrence } from '../selection/per-occurrence.ts'
import { connectionLevel, userLevel } from '../selection/user-level.ts'
import { isKnownDepartment, type DepartmentSource } from './department-source.ts'
import { listLevel } from './list-level.ts'
import { present } from './present.ts'
import type { FieldResolvers, Resolver } from './resolver.ts'
import type { ResolverTools, Scope } from './resolver-tools.ts'
import { userConnection } from './user-connection.ts'
import { filterUsers, type UserFilter } from './user-filter.ts'

interface MembersArguments {
  fetchChild: boolean | null
  first: number | null
  after?: string | null
  filter?: UserFilter | null
}

const defaultPage = 50
// WeCom allows 15 levels. A tree that claims more has a circle in it.
const deepestTree = 50

/** Resolvers of Department. */
export function departmentResolvers({ names, limits, scopeOf }: ResolverTools): FieldResolvers {
  const leaderLevel = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const memberLevel = perOccurrence((nodes, info) => connectionLevel(nodes, names, info))

  const known = (
    read: (department: DirectoryDepartment, scope: Scope) => unknown,
  ): Resolver<DepartmentSource> => {
    return (source, _args, contextValue) => whenKnown(source, scopeOf(contextValue), read)
  }
  const members: Resolver<DepartmentSource, MembersArguments> = async ({ id }, args, contextValue, info) => {
    checkArguments('Department.members', args, limits)
    const scope = scopeOf(contextValue)
    const after = args.after == null ? undefined : readCursor(args.after)
    const list = await scope.list(id, args.fetchChild ?? false, listLevel(memberLevel(info), args.filter))
    const page = pageOf(filterUsers(list ?? [], args.filter, id), args.first ?? defaultPage, after)
    scope.count(page.items.length)
    return userConnection(page)
  }
  const children: Resolver<DepartmentSource> = async ({ id }, _args, contextValue) => {
    const scope = scopeOf(contextValue)
    const found = await scope.departments(id, false)
    scope.count(found.length)
    return found
  }
  const leaders: Resolver<DepartmentSource> = (source, _args, contextValue, info) =>
    whenKnown(source, scopeOf(contextValue), ({ leaderIds }, scope) =>
      present(leaderIds.map((userId) => scope.reference(userId, leaderLevel(info)))),
    )

  return {
    id: ({ id }: DepartmentSource) => String(id),
    name: known((department) => department.name),
    englishName: known((department) => department.englishName),
    order: known((department) => department.order),
    parentId: known(async ({ parentId }, scope) =>
      parentId === undefined ? undefined : (await scope.visibleDepartmentIds([parentId]))[0],
    ),
    parent: known(({ parentId }, scope) => (parentId === undefined ? undefined : scope.department(parentId))),
    path: known(pathTo),
    children,
    leaders,
    members,
  }
}

function whenKnown(
  source: DepartmentSource,
  scope: Scope,
  read: (department: DirectoryDepartment, scope: Scope) => unknown,
): unknown {
  if (isKnownDepartment(source)) return read(source, scope)
  return scope.department(source.id).then((department) => department && read(department, scope))
}

async function pathTo(department: DirectoryDepartment, scope: Scope): Promise<DirectoryDepartment[]> {
  const path = [department]
  for (let top = department; top.parentId !== undefined && path.length < deepestTree;) {
    const parent = await scope.department(top.parentId)
    if (!parent) break
    path.unshift(parent)
    top = parent
  }
  return path
}
