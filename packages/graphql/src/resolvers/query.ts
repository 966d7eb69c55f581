import type { DirectoryUser } from '@wecom-kit/core'
import { codedError } from '../errors/codes.ts'
import { isEnough } from '../request/level.ts'
import { isRootField } from '../schema/names.ts'
import {
  filterKey,
  keepOf,
  listLevel,
  pageOf,
  placeAfter,
  placeOfUser,
  userConnection,
  type UserFilter,
} from './lists.ts'
import { connectionLevel, perOccurrence, userLevel } from './selection.ts'
import { rootField, shown, type FieldResolvers, type Resolver, type ResolverTools } from './tools.ts'
import { viewerRecord } from './user.ts'

interface DepartmentsArguments {
  parentId?: string | null
  recursive: boolean | null
}

interface DepartmentUsersArguments {
  departmentId: string
  fetchChild: boolean | null
  first?: number | null
  after?: string | null
  filter?: UserFilter | null
}

interface SearchArguments {
  query: string
  first: number | null
  after?: string | null
}

const defaultSearchPage = 20
// What a person looks through; a search for more is an export.
const mostResults = 1000

/** Resolvers of Query, under the names the root fields have in the host's schema. */
export function queryResolvers(tools: ResolverTools): FieldResolvers {
  const resolvers = {
    ...memberRoots(tools),
    ...departmentRoots(tools),
    departmentUsers: departmentUsersRoot(tools),
    searchUsers: searchRoot(tools),
  }
  return Object.fromEntries(
    Object.entries(resolvers).flatMap(([field, resolver]) => {
      const name = isRootField(field) ? tools.names.rootField(field) : undefined
      return name === undefined ? [] : [[name, resolver]]
    }),
  )
}

function memberRoots(tools: ResolverTools): FieldResolvers {
  const { names, scopeOf } = tools
  const level = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const me: Resolver = async (_source, _args, contextValue, info) => {
    const scope = scopeOf(contextValue)
    if (!scope.viewer) return null
    scope.count(1)
    const wanted = level(info)
    if (wanted === 'id') return { level: wanted, userId: scope.viewer.userId }
    return (await scope.user(scope.viewer.userId, wanted)) ?? viewerRecord(scope.viewer)
  }
  const user = rootField<{ id: string }>(tools, 'user', (scope, { id }, info) =>
    shown(scope, scope.user(id, level(info))),
  )
  const users = rootField<{ ids: readonly string[] }>(tools, 'users', (scope, { ids }, info) => {
    scope.count(ids.length)
    return ids.map((id) => scope.user(id, level(info)))
  })
  return { me, user, users }
}

function departmentRoots(tools: ResolverTools): FieldResolvers {
  const department = rootField<{ id: string }>(tools, 'department', (scope, { id }) =>
    shown(scope, scope.department(Number(id))),
  )
  const departments = rootField<DepartmentsArguments>(tools, 'departments', async (scope, args) => {
    const parent = args.parentId == null ? undefined : Number(args.parentId)
    if (parent !== undefined && !(await scope.department(parent))) return null
    const found = await scope.departments(parent, args.recursive ?? false)
    scope.count(found.length)
    return found
  })
  return { department, departments }
}

function departmentUsersRoot(tools: ResolverTools): Resolver {
  const { names, limits } = tools
  const level = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  return rootField<DepartmentUsersArguments>(tools, 'departmentUsers', async (scope, args, info) => {
    const id = Number(args.departmentId)
    const { after, filter, fetchChild } = args
    const list = await scope.list(id, fetchChild ?? false, listLevel(level(info), filter))
    if (!list) return null
    const start = startAfter(list, after)
    const first = args.first ?? limits.departmentUsers
    const { items, hasNext } = pageOf(list, { start, first, keep: keepOf(filter, id) })
    if (hasNext && args.first == null) throw tooLarge(first)
    scope.countPage(items, `l:${id}:${String(fetchChild)}:${start}:${filterKey(filter)}`)
    await scope.meetDepartments(items)
    return items
  })
}

/**
 * The place after a member in a list. It is looked for before filtering, so that a page continues even where the last
 * member does not meet the filter any more; and only among visible members, so that `after` tells nothing about others.
 */
function startAfter(list: readonly DirectoryUser[], after: string | null | undefined): number {
  if (after == null) return 0
  const place = placeOfUser(list, after)
  if (place !== -1) return place + 1
  const message = '`after` is not in this list (any more): start at the first page again.'
  throw codedError('BAD_USER_INPUT', message, { argument: 'after' })
}

function tooLarge(max: number): Error {
  const message = `More than ${max} members: page through them with \`first\` and \`after\`.`
  return codedError('RESULT_TOO_LARGE', message, { max })
}

function searchRoot(tools: ResolverTools): Resolver {
  const level = perOccurrence((nodes, info) => connectionLevel(nodes, tools.names, info))
  return rootField<SearchArguments>(tools, 'searchUsers', async (scope, args, info) => {
    const text = args.query.trim()
    const found = await scope.search(text, mostResults)
    const start = placeAfter(found, args.after)
    const page = pageOf(found, { start, first: args.first ?? defaultSearchPage })
    scope.countPage(page.items, `s:${start}:${text}`)
    await scope.meetDepartments(page.items)
    const wanted = level(info)
    const complete = page.items.map(async (item) =>
      isEnough(item.level, wanted) ? item : scope.user(item.userId, wanted),
    )
    return userConnection(page, await Promise.all(complete))
  })
}
