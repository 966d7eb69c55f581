import { isRootField } from '../schema/names.ts'
import { departmentRoots } from './department-roots.ts'
import { departmentUsersRoot } from './department-users-root.ts'
import { memberRoots } from './member-roots.ts'
import type { FieldResolvers } from './resolver.ts'
import type { ResolverTools } from './resolver-tools.ts'
import { searchRoot } from './search-root.ts'

/** Resolvers of Query, under the names the root fields have in the host's schema. */
export function queryResolvers(tools: ResolverTools): FieldResolvers {
  const resolvers = {
    ...memberRoots(tools),
    ...departmentRoots(tools),
    ...departmentUsersRoot(tools),
    ...searchRoot(tools),
  }
  return Object.fromEntries(
    Object.entries(resolvers).flatMap(([field, resolver]) => {
      const name = isRootField(field) ? tools.names.rootField(field) : undefined
      return name === undefined ? [] : [[name, resolver]]
    }),
  )
}
