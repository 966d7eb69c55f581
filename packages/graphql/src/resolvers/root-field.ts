import type { GraphQLResolveInfo } from 'graphql'
import { checkArguments } from '../limits/check-arguments.ts'
import type { RootField } from '../schema/names.ts'
import type { Resolver } from './resolver.ts'
import type { ResolverTools, Scope } from './resolver-tools.ts'

/** What a root field does once its caller and its arguments are fine. */
export type ResolveRoot<Arguments> = (scope: Scope, args: Arguments, info: GraphQLResolveInfo) => unknown

/** Makes the resolver of a root field that needs a viewer. */
export function rootField<Arguments extends object>(
  { scopeOf, limits }: ResolverTools,
  field: Exclude<RootField, 'me'>,
  resolve: ResolveRoot<Arguments>,
): Resolver<unknown, Arguments> {
  return (_source, args, contextValue, info) => {
    const scope = scopeOf(contextValue)
    scope.requireViewer()
    checkArguments(`Query.${field}`, args, limits)
    return resolve(scope, args, info)
  }
}
