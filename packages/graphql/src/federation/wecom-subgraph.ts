import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { isDepartmentId, isUserId } from '@wecom-kit/core/foundation'
import { shown, type Resolver, type WecomResolvers } from '../resolvers/tools.ts'
import { perOccurrence, userLevel } from '../resolvers/selection.ts'
import type { WecomViewer } from '../policy.ts'

/** What `buildSubgraphSchema` of `@apollo/subgraph` needs; parse the SDL for it. */
export interface WecomSubgraph {
  readonly typeDefs: string
  readonly resolvers: WecomResolvers
}

/**
 * A layer as a federated subgraph: User and Department become entities with the key `id`. References are loaded through
 * the same batches as everything else, so a gateway's list of fifty costs what `users(ids:)` of fifty costs; who may see
 * them is asked as everywhere, so pass the viewer's cookie or token on from the gateway.
 *
 * @example
 * ```ts
 * import { buildSubgraphSchema } from '@apollo/subgraph'
 * import { parse } from 'graphql'
 * import { createDirectory, createWecomClient } from '@wecom-kit/core'
 * import { apolloWecom } from '@wecom-kit/graphql'
 * import { wecomSubgraph } from '@wecom-kit/graphql/federation'
 *
 * const client = createWecomClient({ corpId: 'ww1', secret: 'app-secret', agentId: 1000002 })
 * const apollo = apolloWecom({
 *   directory: createDirectory(client),
 *   schema(wecom) {
 *     const { typeDefs, resolvers } = wecomSubgraph(wecom)
 *     return buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers })
 *   },
 * })
 * ```
 * @see https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/entities/intro
 */
export function wecomSubgraph<Viewer extends WecomViewer>(wecom: WecomGraphQL<Viewer>): WecomSubgraph {
  const user = wecom.names.type('User')
  const department = wecom.names.type('Department')
  return {
    typeDefs: entityTypeDefs(wecom),
    resolvers: {
      ...wecom.resolvers,
      [user]: { ...wecom.resolvers[user], __resolveReference: userReference(wecom) },
      [department]: { ...wecom.resolvers[department], __resolveReference: departmentReference(wecom) },
    },
  }
}

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])'

// The directives go on the types themselves: on `extend type` composition would take them for extensions of a type that
// some other subgraph owns.
function entityTypeDefs<Viewer extends WecomViewer>({ typeDefs, names }: WecomGraphQL<Viewer>): string {
  const directives: Readonly<Record<string, string>> = {
    [names.type('User')]: '@key(fields: "id")',
    [names.type('Department')]: '@key(fields: "id")',
    [names.type('PageInfo')]: '@shareable',
  }
  const marked = typeDefs.replace(/^type (\w+) \{$/gm, (line, name: string) => {
    const directive = directives[name]
    return directive === undefined ? line : `type ${name} ${directive} {`
  })
  return `${link}\n\n${marked}`
}

// Reference resolvers have no arguments: (reference, contextValue, info).
function userReference<Viewer extends WecomViewer>({ names, scopeOf }: WecomGraphQL<Viewer>): Resolver {
  const level = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  return ({ id }: { id: unknown }, contextValue: unknown, info: Parameters<typeof level>[0]) => {
    const scope = scopeOf(contextValue)
    scope.requireViewer()
    const userId = idText(id)
    return isUserId(userId) ? shown(scope, scope.user(userId, level(info))).then(markable) : undefined
  }
}

function departmentReference<Viewer extends WecomViewer>({ scopeOf }: WecomGraphQL<Viewer>): Resolver {
  return ({ id }: { id: unknown }, contextValue: unknown) => {
    const scope = scopeOf(contextValue)
    scope.requireViewer()
    const departmentId = idText(id)
    return isDepartmentId(departmentId)
      ? shown(scope, scope.department(Number(departmentId))).then(markable)
      : undefined
  }
}

// Nothing has coerced a representation: what is in it is what the gateway, or whoever poses as one, sent as JSON.
function idText(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : ''
}

// @apollo/subgraph writes __typename onto what it gets, and the directory's records are frozen: all requests share them.
function markable<T extends object>(record: T | undefined): T | undefined {
  return record && { ...record }
}
