import { perOccurrence } from '../selection/per-occurrence.ts'
import { userLevel } from '../selection/user-level.ts'
import type { FieldResolvers, Resolver } from './resolver.ts'
import type { ResolverTools } from './resolver-tools.ts'
import { rootField } from './root-field.ts'
import { viewerRecord } from './viewer-record.ts'

/** The root fields that answer members by their ids. */
export function memberRoots(tools: ResolverTools): FieldResolvers {
  const { names, scopeOf } = tools
  const level = perOccurrence((nodes, info) => userLevel(nodes, names, info))
  const me: Resolver = async (_source, _args, contextValue, info) => {
    const scope = scopeOf(contextValue)
    if (!scope.viewer) return null
    const wanted = level(info)
    if (wanted === 'id') return { level: wanted, userId: scope.viewer.userId }
    return (await scope.user(scope.viewer.userId, wanted)) ?? viewerRecord(scope.viewer)
  }
  const user = rootField<{ id: string }>(tools, 'user', (scope, { id }, info) => scope.user(id, level(info)))
  const users = rootField<{ ids: readonly string[] }>(tools, 'users', (scope, { ids }, info) => {
    scope.count(ids.length)
    return ids.map((id) => scope.user(id, level(info)))
  })
  return { me, user, users }
}
