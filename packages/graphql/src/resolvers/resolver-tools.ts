import type { WecomLimits } from '../limits/limits.ts'
import type { SchemaNames } from '../schema/names.ts'
import type { RequestScope } from '../scope/request-scope.ts'

/** What all resolvers are made with. */
export interface ResolverTools {
  readonly names: SchemaNames
  readonly limits: Readonly<WecomLimits>
  /** The scope of the request a resolver runs in. */
  readonly scopeOf: (contextValue: unknown) => Scope
}

/** A scope as resolvers use it: its viewer is anybody's. */
export type Scope = Pick<RequestScope, keyof RequestScope>
