import type { DirectoryUser } from '@wecom-kit/core'
import { codedError } from '../errors/coded-error.ts'
import { sameUser } from '../ids/same-user.ts'
import { perOccurrence } from '../selection/per-occurrence.ts'
import { userLevel } from '../selection/user-level.ts'
import { listLevel } from './list-level.ts'
import type { FieldResolvers } from './resolver.ts'
import type { ResolverTools } from './resolver-tools.ts'
import { rootField } from './root-field.ts'
import { filterUsers, type UserFilter } from './user-filter.ts'

interface DepartmentUsersArguments {
  departmentId: string
  fetchChild: boolean | null
  first?: number | null
  after?: string | null
  filter?: UserFilter | null
}

/** The root field that lists a department's members. */
export function departmentUsersRoot(tools: ResolverTools): FieldResolvers {
  const { names, limits } = tools
  const level = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const departmentUsers = rootField<DepartmentUsersArguments>(
    tools,
    'departmentUsers',
    async (scope, args, info) => {
      const id = Number(args.departmentId)
      const list = await scope.list(id, args.fetchChild ?? false, listLevel(level(info), args.filter))
      if (!list) return null
      const matching = filterUsers(followers(list, args.after), args.filter, id)
      const page =
        args.first == null ? allOf(matching, limits.departmentUsers) : matching.slice(0, args.first)
      scope.count(page.length)
      return page
    },
  )
  return { departmentUsers }
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
