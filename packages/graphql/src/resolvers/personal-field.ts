import type { DirectoryUser } from '@wecom-kit/core'
import type { PersonalField } from '../policy/field-policy.ts'
import type { WecomViewer } from '../viewer.ts'
import { scopedField, type ReadField } from './full-field.ts'
import type { Resolver } from './resolver.ts'
import type { ResolverTools, Scope } from './resolver-tools.ts'

/** What the session knows of its own member. */
export type ReadViewer = (viewer: WecomViewer) => unknown

/**
 * Makes the resolver of a personal field: the field policy first, then the directory's value, then, in the viewer's own
 * record, what the session knows.
 */
export function personalField(
  tools: ResolverTools,
  field: PersonalField,
  read: ReadField,
  own: ReadViewer = () => undefined,
): Resolver<DirectoryUser> {
  const readAllowed = scopedField(tools, (user, scope) => read(user) ?? ownValue(user, scope, own))
  return (user, args, contextValue, info) =>
    tools.scopeOf(contextValue).allows(user, field) ? readAllowed(user, args, contextValue, info) : undefined
}

// New apps get these fields from nowhere but the sign-in the member consented to, and that covers only themselves.
function ownValue(user: DirectoryUser, scope: Scope, own: ReadViewer): unknown {
  return scope.viewer && scope.isMe(user.userId) ? own(scope.viewer) : undefined
}
