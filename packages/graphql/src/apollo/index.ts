import * as server from '@apollo/server'
import * as disabled from '@apollo/server/plugin/disabled'
import type { WecomViewer } from '../policy.ts'
import { createEndpoint, type ApolloWecom } from './apollo-wecom.ts'
import type { ApolloWecomOptions } from './options.ts'

export type { ApolloWecom, ApolloWecomOptions }
export type { WecomRequest } from './options.ts'
export { wecomApolloPlugin, type WecomApolloPlugin } from './wecom-plugin.ts'

/**
 * `apolloWecom` as the main entry has it, with `@apollo/server` imported where bundlers see it and where your own
 * import of it is the same copy.
 *
 * @throws TypeError for wrong options, naming the option, what came and the fix
 */
export function apolloWecom<Viewer extends WecomViewer = WecomViewer>(
  options: ApolloWecomOptions<Viewer>,
): ApolloWecom<Viewer> {
  return createEndpoint(() => ({ ...server, ...disabled }), options)
}
