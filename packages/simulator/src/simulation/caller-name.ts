import type { World } from '../world/world.ts'

/** The app a request belongs to, by its token, secret or agentid, for the journal. Dead tokens count too. */
export function callerName(world: World, query: URLSearchParams): string | null {
  const token = query.get('access_token')
  if (token !== null) return world.tokens.find(token)?.appName ?? null
  const secret = query.get('corpsecret')
  if (secret !== null) return world.apps().find((app) => app.secret === secret)?.name ?? null
  const agentid = query.get('agentid')
  return agentid === null ? null : (world.appByAgentId(Number(agentid))?.name ?? null)
}
