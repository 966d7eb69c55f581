import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { isClientCode } from '../errors/codes.ts'
import type { WecomViewer } from '../policy.ts'

/** What {@link wecomApolloPlugin} reads and writes of a request. */
interface OperationContext {
  document: DocumentNode
  schema: GraphQLSchema
  request: { operationName?: string; variables?: Record<string, unknown> }
}

/**
 * A plugin as Apollo Server takes it, in types of this package's own: those of `@apollo/server` are two sets, for
 * `import` and for `require`, and a plugin typed by one does not fit a server typed by the other.
 */
export interface WecomApolloPlugin {
  requestDidStart(): Promise<{
    didResolveOperation(context: OperationContext): Promise<void>
    didEncounterErrors(context: { errors: readonly GraphQLError[]; contextValue: unknown }): Promise<void>
    willSendResponse(context: {
      contextValue: unknown
      response: { body: { kind: string; singleResult?: { extensions?: Record<string, unknown> } } }
    }): Promise<void>
  }>
}

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
): WecomApolloPlugin {
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
          for (const { extensions, message } of errors) {
            // Apollo gives a code to each error about a variable, and none to the one that ends the list.
            if (message.startsWith(tooManyVariableErrors)) extensions['code'] ??= 'BAD_USER_INPUT'
            if (!isClientCode(extensions['code'])) extensions['requestId'] ??= requestId
          }
        },
        async willSendResponse({ response, contextValue }) {
          const trace = wecom.traceOf(contextValue)
          const { singleResult } = response.body
          if (trace && singleResult) singleResult.extensions = { ...singleResult.extensions, wecom: trace }
        },
      }
    },
  }
}

/** How graphql-js says that it has stopped looking. */
const tooManyVariableErrors = 'Too many errors processing variables'
