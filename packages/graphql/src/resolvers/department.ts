import type { DirectoryDepartment } from '@wecom-kit/core'
import { checkArguments } from '../limits/field-rules.ts'
import { filterKey, keepOf, listLevel, pageOf, placeAfter, userConnection, type UserFilter } from './lists.ts'
import { connectionLevel, perOccurrence, userLevel } from './selection.ts'
import {
  allShown,
  shown,
  type FieldResolvers,
  type Resolver,
  type ResolverTools,
  type Scope,
} from './tools.ts'

/** The source of Department: the directory's record, or only an id that WeCom named and nothing else was asked about. */
type DepartmentSource = DirectoryDepartment | { readonly id: number }

type ReadDepartment = (department: DirectoryDepartment, scope: Scope) => unknown

interface MembersArguments {
  fetchChild: boolean | null
  first: number | null
  after?: string | null
  filter?: UserFilter | null
}

const defaultPage = 50
// WeCom allows 15 levels. A tree that claims more has a circle in it.
const deepestTree = 50

export function departmentResolvers(tools: ResolverTools): FieldResolvers {
  const { names, scopeOf } = tools
  const leaderLevel = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const known = (read: ReadDepartment): Resolver<DepartmentSource> => {
    return (source, _args, contextValue) => whenKnown(source, scopeOf(contextValue), read)
  }
  const children: Resolver<DepartmentSource> = async ({ id }, _args, contextValue) => {
    const scope = scopeOf(contextValue)
    const found = await scope.departments(id, false)
    scope.count(found.length)
    return found
  }
  const leaders: Resolver<DepartmentSource> = (source, _args, contextValue, info) =>
    whenKnown(source, scopeOf(contextValue), ({ leaderIds }, scope) =>
      allShown(scope, leaderIds, (userId) => scope.reference(userId, leaderLevel(info))),
    )
  return {
    id: ({ id }: DepartmentSource) => String(id),
    name: known((department) => department.name),
    englishName: known((department) => department.englishName),
    order: known((department) => department.order),
    parentId: known(async ({ parentId }, scope) =>
      parentId === undefined ? undefined : (await scope.visibleDepartmentIds([parentId]))[0],
    ),
    parent: known(({ parentId }, scope) =>
      parentId === undefined ? undefined : shown(scope, scope.department(parentId)),
    ),
    path: known(pathTo),
    children,
    leaders,
    members: membersResolver(tools),
  }
}

function membersResolver({
  names,
  limits,
  scopeOf,
}: ResolverTools): Resolver<DepartmentSource, MembersArguments> {
  const level = perOccurrence((nodes, info) => connectionLevel(nodes, names, info))
  return async ({ id }, args, contextValue, info) => {
    checkArguments('Department.members', args, limits)
    const scope = scopeOf(contextValue)
    const { after, filter, fetchChild } = args
    const list = (await scope.list(id, fetchChild ?? false, listLevel(level(info), filter))) ?? []
    const start = placeAfter(list, after)
    const page = pageOf(list, { start, first: args.first ?? defaultPage, keep: keepOf(filter, id) })
    scope.countPage(page.items, `m:${id}:${String(fetchChild)}:${start}:${filterKey(filter)}`)
    await scope.meetDepartments(page.items)
    return userConnection(page, page.items)
  }
}

function whenKnown(source: DepartmentSource, scope: Scope, read: ReadDepartment): unknown {
  if ('leaderIds' in source) return read(source, scope)
  return scope.department(source.id).then((department) => department && read(department, scope))
}

async function pathTo(department: DirectoryDepartment, scope: Scope): Promise<DirectoryDepartment[]> {
  scope.count(0)
  const path = [department]
  for (let top = department; top.parentId !== undefined && path.length < deepestTree;) {
    const parent = await scope.department(top.parentId)
    if (!parent) break
    path.unshift(parent)
    top = parent
  }
  scope.count(path.length)
  return path
}
