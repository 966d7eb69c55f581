import type { GraphQLResolveInfo } from 'graphql'
import { checkArguments } from '../limits/field-rules.ts'
import type { WecomLimits } from '../limits/limits.ts'
import type { RequestScope } from '../request/request-scope.ts'
import type { RootField, SchemaNames } from '../schema/names.ts'

/**
 * A field's resolver. Declared as a method so that a map can hold resolvers of different sources and arguments: which
 * ones they get is the schema's promise, not something the type checker could see.
 */
export type Resolver<Source = unknown, Arguments = unknown> = {
  resolve(source: Source, args: Arguments, contextValue: unknown, info: GraphQLResolveInfo): unknown
}['resolve']

export type FieldResolvers = Record<string, Resolver>

/** Resolvers by type and field, as `makeExecutableSchema` and every server on top of it takes them. */
export type WecomResolvers = Record<string, FieldResolvers>

/** What all resolvers are made with. */
export interface ResolverTools {
  readonly names: SchemaNames
  readonly limits: Readonly<WecomLimits>
  /** The scope of the request a resolver runs in. */
  readonly scopeOf: (contextValue: unknown) => Scope
}

/** A scope as resolvers use it: its viewer is anybody's. */
export type Scope = Pick<RequestScope, keyof RequestScope>

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

/** A member or department that goes into the answer, if there is one: every one is counted. */
export async function shown<Item>(
  scope: Scope,
  looked: Promise<Item | undefined>,
): Promise<Item | undefined> {
  const item = await looked
  if (item !== undefined) scope.count(1)
  return item
}

/**
 * Several of them: waits for all, leaves out what is hidden or missing, and counts the rest. All are counted before they
 * are looked up, so that an answer that becomes too large looks nothing more up; what is left out is given back.
 */
export async function allShown<Key, Item>(
  scope: Scope,
  keys: readonly Key[],
  look: (key: Key) => Promise<Item | undefined>,
): Promise<Item[]> {
  scope.count(keys.length)
  const found = await Promise.all(keys.map(look))
  const items = found.filter((item) => item !== undefined)
  scope.count(items.length - keys.length)
  return items
}
