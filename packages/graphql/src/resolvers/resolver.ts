import type { GraphQLResolveInfo } from 'graphql'

/**
 * A field's resolver. Declared as a method so that a map can hold resolvers of different sources and arguments: which
 * ones they get is the schema's promise, not something the type checker could see.
 */
export type Resolver<Source = unknown, Arguments = unknown> = {
  resolve(source: Source, args: Arguments, contextValue: unknown, info: GraphQLResolveInfo): unknown
}['resolve']

/** Resolvers of one type, by field. */
export type FieldResolvers = Record<string, Resolver>

/** Resolvers by type and field, as `makeExecutableSchema` and every server on top of it takes them. */
export type WecomResolvers = Record<string, FieldResolvers>
