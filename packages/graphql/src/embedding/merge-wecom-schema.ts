import {
  buildASTSchema,
  concatAST,
  extendSchema,
  isIntrospectionType,
  isSchema,
  isSpecifiedScalarType,
  Kind,
  parse,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import type { WecomViewer } from '../policy.ts'
import { attachResolvers, type ResolversByType } from '../schema/attach-resolvers.ts'

/** A schema of your own, as SDL and resolvers by type and field. */
export interface HostSchema {
  typeDefs: string | DocumentNode
  resolvers?: ResolversByType | undefined
}

/**
 * One schema out of yours and a layer's. Yours is SDL with resolvers, and then your types may refer to the layer's and
 * extend them; or a schema that some other tool has made, as NestJS, Pothos and TypeGraphQL do from code.
 *
 * @throws TypeError where both define a type or a root field of the same name: merging tools join such types without a
 * word, and then a member of the organisation and a user of yours are the same thing. And where your query type has
 * another name than Query, because our root fields would be lost without a word too
 * @example
 * ```ts
 * import { createDirectory, createWecomClient } from '@wecom-kit/core'
 * import { createWecomGraphQL, mergeWecomSchema } from '@wecom-kit/graphql'
 *
 * const client = createWecomClient({ corpId: 'ww1', secret: 'app-secret', agentId: 1000002 })
 * const wecom = createWecomGraphQL({ directory: createDirectory(client), typePrefix: 'Wecom' })
 * const schema = mergeWecomSchema(wecom, {
 *   typeDefs: 'type Query { user: User } type User { login: String! colleague: WecomUser }',
 *   resolvers: { Query: { user: () => ({ login: 'jack' }) } },
 * })
 * ```
 */
export function mergeWecomSchema<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  host: HostSchema | GraphQLSchema,
): GraphQLSchema {
  const ours = parse(wecom.typeDefs)
  const merged = isSchema(host) ? intoSchema(host, ours) : intoDocument(host, ours)
  const root = merged.getQueryType()?.name
  if (root === 'Query') return attachResolvers(merged, wecom.resolvers)
  throw new TypeError(
    `mergeWecomSchema: the query type of your schema is ${root}, and nothing would lead to our root fields; call it Query.`,
  )
}

function intoSchema(host: GraphQLSchema, ours: DocumentNode): GraphQLSchema {
  const types = Object.values(host.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && type !== host.getQueryType(),
  )
  refuseCommon(
    types.map(({ name }) => name),
    typeNames(ours),
    'the type',
    'typePrefix',
  )
  refuseCommon(
    Object.keys(host.getQueryType()?.getFields() ?? {}),
    rootFields(ours),
    'the root field',
    'rootFields',
  )
  // Under another name of the query type this would fail with less of an explanation.
  return host.getQueryType()?.name === 'Query' ? extendSchema(host, asExtension(ours)) : host
}

function intoDocument({ typeDefs, resolvers = {} }: HostSchema, ours: DocumentNode): GraphQLSchema {
  const theirs = typeof typeDefs === 'string' ? parse(typeDefs) : typeDefs
  refuseCommon(typeNames(theirs), typeNames(ours), 'the type', 'typePrefix')
  refuseCommon(rootFields(theirs), rootFields(ours), 'the root field', 'rootFields')
  const hasQuery = theirs.definitions.some(isQueryDefinition)
  return attachResolvers(buildASTSchema(concatAST([theirs, hasQuery ? asExtension(ours) : ours])), resolvers)
}

function asExtension({ definitions, ...document }: DocumentNode): DocumentNode {
  return {
    ...document,
    definitions: definitions.map((node) => {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || !isQueryDefinition(node)) return node
      const { description: _description, ...rest } = node
      return { ...rest, kind: Kind.OBJECT_TYPE_EXTENSION }
    }),
  }
}

function isQueryDefinition(node: DefinitionNode): boolean {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query'
}

function refuseCommon(
  theirs: readonly string[],
  ours: readonly string[],
  what: string,
  option: string,
): void {
  const common = theirs.find((name) => ours.includes(name))
  if (common === undefined) return
  throw new TypeError(
    `mergeWecomSchema: both schemas define ${what} ${common}; rename ours with the option \`${option}\` of createWecomGraphQL.`,
  )
}

function typeNames({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((node) =>
    'name' in node && node.name && node.kind.endsWith('TypeDefinition') && node.name.value !== 'Query'
      ? [node.name.value]
      : [],
  )
}

function rootFields({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((node) => {
    const isObject = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION
    return isObject && node.name.value === 'Query' ? (node.fields ?? []).map((field) => field.name.value) : []
  })
}
