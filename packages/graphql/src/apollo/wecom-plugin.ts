import type { ApolloServerPlugin } from '@apollo/server'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { isClientCode } from '../errors/codes.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'

/**
 * The limits with variables in sight and `extensions.wecom`, as a plugin for an Apollo Server of your own; `apolloWecom`
 * has it already. Set `formatError: wecom.formatError` beside it.
 *
 * @example
 * ```ts
 * import { ApolloServer } from '@apollo/server'
 * import { createWecomGraphQL, wecomApolloPlugin, type WecomContext } from '@wecom-kit/graphql'
 * import { createDirectory, createWecomClient } from '@wecom-kit/core'
 *
 * const client = createWecomClient({ corpId: 'ww1', secret: 'app-secret', agentId: 1000002 })
 * const wecom = createWecomGraphQL({ directory: createDirectory(client) })
 * const server = new ApolloServer<WecomContext>({
 *   schema: wecom.schema,
 *   formatError: wecom.formatError,
 *   plugins: [wecomApolloPlugin(wecom)],
 * })
 * ```
 */
export function wecomApolloPlugin<Viewer extends WecomViewer = WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
): ApolloServerPlugin<WecomContext<Viewer>> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request, schema }) {
          const { operationName, variables } = request
          const [refused] = wecom.checkOperation({ document, operationName, variables, schema })
          if (refused) throw refused
        },
        // formatError knows no request: what it is going to mask gets the id here.
        async didEncounterErrors({ errors, contextValue }) {
          const requestId = wecom.requestIdOf(contextValue)
          for (const { extensions } of errors) {
            if (!isClientCode(extensions['code'])) extensions['requestId'] ??= requestId
          }
        },
        async willSendResponse({ response, contextValue }) {
          const trace = wecom.traceOf(contextValue)
          if (!trace || response.body.kind !== 'single') return
          const { singleResult } = response.body
          singleResult.extensions = { ...singleResult.extensions, wecom: trace }
        },
      }
    },
  }
}
