import type { DirectoryUser } from '@wecom-kit/core'
import type { GraphQLResolveInfo } from 'graphql'
import { codedError } from '../errors/coded-error.ts'
import { sameUser } from '../ids/same-user.ts'
import { checkArguments } from '../limits/check-arguments.ts'
import { readCursor } from '../paging/cursor.ts'
import { pageOf } from '../paging/page-of.ts'
import { isRootField, type RootField } from '../schema/names.ts'
import { perOccurrence } from '../selection/per-occurrence.ts'
import { connectionLevel, isEnough, userLevel } from '../selection/user-level.ts'
import { listLevel } from './list-level.ts'
import { present } from './present.ts'
import type { FieldResolvers, Resolver } from './resolver.ts'
import type { ResolverTools, Scope } from './resolver-tools.ts'
import { userConnection } from './user-connection.ts'
import { filterUsers, type UserFilter } from './user-filter.ts'
import { viewerRecord } from './viewer-record.ts'

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

type RootResolver<Arguments> = (scope: Scope, args: Arguments, info: GraphQLResolveInfo) => unknown

const defaultSearchPage = 20
// What a person looks through; a search for more is an export.
const mostSearchResults = 1000

/** Resolvers of Query, under the names the root fields have in the host's schema. */
export function queryResolvers({ names, limits, scopeOf }: ResolverTools): FieldResolvers {
  const levelOfUser = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const levelOfConnection = perOccurrence((nodes, info) => connectionLevel(nodes, names, info))

  const root = <Arguments extends object>(
    field: RootField,
    resolve: RootResolver<Arguments>,
  ): Resolver<unknown, Arguments> => {
    return (_source, args, contextValue, info) => {
      const scope = scopeOf(contextValue)
      scope.requireViewer()
      checkArguments(`Query.${field}`, args, limits)
      return resolve(scope, args, info)
    }
  }

  const me: Resolver = async (_source, _args, contextValue, info) => {
    const scope = scopeOf(contextValue)
    if (!scope.viewer) return null
    const level = levelOfUser(info)
    if (level === 'id') return { level, userId: scope.viewer.userId }
    return (await scope.user(scope.viewer.userId, level)) ?? viewerRecord(scope.viewer)
  }
  const user = root<{ id: string }>('user', (scope, { id }, info) => scope.user(id, levelOfUser(info)))
  const users = root<{ ids: readonly string[] }>('users', (scope, { ids }, info) => {
    scope.count(ids.length)
    return ids.map((id) => scope.user(id, levelOfUser(info)))
  })
  const department = root<{ id: string }>('department', (scope, { id }) => scope.department(Number(id)))
  const departments = root<{ parentId?: string | null; recursive: boolean | null }>(
    'departments',
    async (scope, { parentId, recursive }) => {
      const parent = parentId == null ? undefined : Number(parentId)
      if (parent !== undefined && !(await scope.department(parent))) return null
      const found = await scope.departments(parent, recursive ?? false)
      scope.count(found.length)
      return found
    },
  )
  const departmentUsers = root<DepartmentUsersArguments>('departmentUsers', async (scope, args, info) => {
    const id = Number(args.departmentId)
    const level = listLevel(levelOfUser(info), args.filter)
    const list = await scope.list(id, args.fetchChild ?? false, level)
    if (!list) return null
    const matching = filterUsers(followers(list, args.after), args.filter, id)
    const page = args.first == null ? allOf(matching, limits.departmentUsers) : matching.slice(0, args.first)
    scope.count(page.length)
    return page
  })
  const searchUsers = root<SearchArguments>('searchUsers', async (scope, args, info) => {
    const after = args.after == null ? undefined : readCursor(args.after)
    const found = await scope.search(args.query.trim(), mostSearchResults)
    const page = pageOf(found, args.first ?? defaultSearchPage, after)
    scope.count(page.items.length)
    const level = levelOfConnection(info)
    const complete = page.items.map(async (item) =>
      isEnough(item.level, level) ? item : scope.user(item.userId, level),
    )
    return userConnection({ ...page, items: await present(complete) })
  })

  const resolvers = { me, user, users, department, departments, departmentUsers, searchUsers }
  return Object.fromEntries(
    Object.entries(resolvers).flatMap(([field, resolver]) => {
      const name = isRootField(field) ? names.rootField(field) : undefined
      return name === undefined ? [] : [[name, resolver]]
    }),
  )
}

/**
 * What follows a member in a list. The place is looked for before filtering, so that a page continues even where the
 * last member does not meet the filter any more; and only among visible members, so that `after` tells nothing about others.
 */
function followers(
  list: readonly DirectoryUser[],
  after: string | null | undefined,
): readonly DirectoryUser[] {
  if (after == null) return list
  const place = list.findIndex((user) => sameUser(user.userId, after))
  if (place !== -1) return list.slice(place + 1)
  throw codedError(
    'BAD_USER_INPUT',
    '`after` is not in this list (any more): start at the first page again.',
    {
      argument: 'after',
    },
  )
}

function allOf(users: readonly DirectoryUser[], max: number): readonly DirectoryUser[] {
  if (users.length <= max) return users
  throw codedError(
    'RESULT_TOO_LARGE',
    `More than ${max} members: page through them with \`first\` and \`after\`.`,
    {
      max,
    },
  )
}
