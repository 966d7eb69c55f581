import { makeExecutableSchema } from '@graphql-tools/schema'
import { Kind, parse, type DocumentNode, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import type { WecomViewer } from '../policy.ts'

/** A schema of your own, as SDL and resolvers by type and field. */
export interface HostSchema {
  typeDefs: string | DocumentNode
  resolvers?: Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>>
}

/**
 * One schema out of yours and a layer's. Your types may refer to the layer's and extend them.
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
  host: HostSchema,
): GraphQLSchema {
  const hostDocument = typeof host.typeDefs === 'string' ? parse(host.typeDefs) : host.typeDefs
  const ours = parse(wecom.typeDefs)
  refuseCommon(typeNames(hostDocument), typeNames(ours), 'the type', 'typePrefix')
  refuseCommon(rootFields(hostDocument), rootFields(ours), 'the root field', 'rootFields')
  const schema = makeExecutableSchema({
    typeDefs: [hostDocument, ours],
    resolvers: [host.resolvers ?? {}, wecom.resolvers],
  })
  const root = schema.getQueryType()?.name
  if (root === 'Query') return schema
  throw new TypeError(
    `mergeWecomSchema: the query type of your schema is ${root}, and nothing would lead to our root fields; call it Query.`,
  )
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
