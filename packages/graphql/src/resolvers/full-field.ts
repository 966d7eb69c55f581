import type { DirectoryUser, DirectoryUserFull } from '@wecom-kit/core'
import type { GraphQLResolveInfo } from 'graphql'
import type { Resolver } from './resolver.ts'
import type { ResolverTools, Scope } from './resolver-tools.ts'

/** A field that is read from the full record alone. */
export type ReadField = (user: DirectoryUserFull) => unknown

/** A field that also needs to know for whom, or what is selected below it. */
export type ReadScopedField = (user: DirectoryUserFull, scope: Scope, info: GraphQLResolveInfo) => unknown

/** Makes the resolver of a field of the full record. Finding the scope costs more than the field, so it is not done. */
export function fullField({ scopeOf }: ResolverTools, read: ReadField): Resolver<DirectoryUser> {
  return (user, _args, contextValue) =>
    user.level === 'full' ? read(user) : upgraded(user, scopeOf(contextValue), read)
}

/** The same for a field that needs the scope. */
export function scopedField({ scopeOf }: ResolverTools, read: ReadScopedField): Resolver<DirectoryUser> {
  return (user, _args, contextValue, info) => {
    const scope = scopeOf(contextValue)
    if (user.level === 'full') return read(user, scope, info)
    return upgraded(user, scope, (known) => read(known, scope, info))
  }
}

// The level is worked out before loading, so this looks up a second time only what an executor of another kind, or a
// host's own resolver, handed over with less.
async function upgraded(user: DirectoryUser, scope: Scope, read: ReadField): Promise<unknown> {
  const found = await scope.user(user.userId, 'full')
  return found?.level === 'full' ? read(found) : undefined
}
