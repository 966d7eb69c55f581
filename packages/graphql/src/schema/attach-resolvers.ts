import {
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql'

/** A method, whose parameters TypeScript compares in both directions: sources and contexts of a host's own types fit. */
interface Resolving {
  resolve(...call: Parameters<GraphQLFieldResolver<unknown, unknown>>): unknown
}

type Resolver = Resolving['resolve'] | { resolve?: Resolving['resolve']; subscribe?: Resolving['resolve'] }

/**
 * Resolvers by type and field, as codegen types them too; of a type also `__resolveType` and `__isTypeOf`, and whole
 * scalars. What is undefined counts as absent.
 */
export type ResolversByType = Readonly<
  Record<string, Readonly<Record<string, Resolver | undefined>> | GraphQLScalarType | undefined>
>

/**
 * Gives a schema made from SDL its resolvers.
 *
 * @throws TypeError where a resolver belongs to nothing in the schema, or is of a kind that SDL takes elsewhere
 */
export function attachResolvers(schema: GraphQLSchema, resolvers: ResolversByType): GraphQLSchema {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    if (isScalarType(fields)) attachScalar(schema, typeName, fields)
    else attachFields(schema, typeName, fields ?? {})
  }
  return schema
}

function attachFields(schema: GraphQLSchema, typeName: string, fields: object): void {
  for (const [name, resolver] of Object.entries(fields)) {
    if (resolver !== undefined) attachOne(schema, typeName, name, resolver)
  }
}

function attachOne(schema: GraphQLSchema, typeName: string, name: string, resolver: unknown): void {
  const type = schema.getType(typeName)
  const coordinates = `${typeName}.${name}`
  if (name.startsWith('__')) {
    if (typeof resolver === 'function' && type) return void Object.assign(type, { [name.slice(2)]: resolver })
    throw unknown(coordinates)
  }
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
  if (!field) throw isUnionType(type) || !type ? unknown(coordinates) : unsupported(coordinates)
  if (typeof resolver === 'function') Object.assign(field, { resolve: resolver })
  // { resolve, subscribe }
  else if (typeof resolver === 'object' && resolver !== null) Object.assign(field, resolver)
  else throw unsupported(coordinates)
}

function attachScalar(schema: GraphQLSchema, typeName: string, scalar: GraphQLScalarType): void {
  const type = schema.getType(typeName)
  if (!isScalarType(type)) throw unknown(typeName)
  const { serialize, parseValue, parseLiteral } = scalar
  Object.assign(type, { serialize, parseValue, parseLiteral })
}

function unknown(coordinates: string): TypeError {
  return new TypeError(`mergeWecomSchema: resolvers has ${coordinates}, which the schema does not have.`)
}

function unsupported(coordinates: string): TypeError {
  return new TypeError(
    `mergeWecomSchema: resolvers has ${coordinates}, which is no field with a resolver. Make the schema by your own tool (values of enums need makeExecutableSchema) and pass that instead of SDL.`,
  )
}
