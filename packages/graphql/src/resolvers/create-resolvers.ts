import { departmentResolvers } from './department-resolvers.ts'
import { queryResolvers } from './query-resolvers.ts'
import type { WecomResolvers } from './resolver.ts'
import type { ResolverTools } from './resolver-tools.ts'
import { userResolvers } from './user-resolvers.ts'

/** All resolvers, by the names of the host's schema; types not named here resolve by property. */
export function createResolvers(tools: ResolverTools): WecomResolvers {
  const { type } = tools.names
  return {
    Query: queryResolvers(tools),
    [type('User')]: userResolvers(tools),
    [type('Department')]: departmentResolvers(tools),
  }
}
