import type { ApolloServerPlugin, HTTPGraphQLHead } from '@apollo/server'
import { execute } from '@graphql-tools/executor'
import type { ExecutionResult, GraphQLError } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { shownError } from '../errors/mask.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'
import type { ApolloModules } from './load-apollo.ts'

/**
 * Runs operations by the executor of graphql-tools, graphql-yoga's, which needs half the CPU of graphql-js for a list
 * of members. What Apollo skips with the execution, the formatting of errors, is done here.
 */
export function quickExecution<Viewer extends WecomViewer>(
  apollo: Pick<ApolloModules, 'HeaderMap'>,
  wecom: WecomGraphQL<Viewer>,
): ApolloServerPlugin<WecomContext<Viewer>> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, request, schema, contextValue }) {
          const { operationName, variables: variableValues = {} } = request
          const result = await execute({ schema, document, operationName, variableValues, contextValue })
          // Nothing ran. Apollo runs into the same and answers by the texts of graphql-js, which it knows.
          if (!isAnswer(result)) return null
          const { data = null, errors } = result
          const requestId = wecom.requestIdOf(contextValue)
          const shown = errors?.map((error) => shownError(wecom.formatError, error, requestId))
          const singleResult = { data, ...(shown && { errors: shown }) }
          return { http: headOfErrors(apollo, errors ?? []), body: { kind: 'single', singleResult } }
        },
      }
    },
  }
}

function isAnswer(result: object): result is ExecutionResult {
  return 'data' in result
}

// The HTTP status and headers that errors ask for in `extensions.http`, merged as Apollo merges them: the last wins.
function headOfErrors(
  { HeaderMap }: Pick<ApolloModules, 'HeaderMap'>,
  errors: readonly GraphQLError[],
): HTTPGraphQLHead {
  const head: HTTPGraphQLHead = { headers: new HeaderMap() }
  for (const { extensions } of errors) {
    const { http } = extensions
    if (typeof http !== 'object' || http === null) continue
    if ('status' in http && typeof http.status === 'number') head.status = http.status
    if (!('headers' in http) || !(http.headers instanceof Map)) continue
    for (const [name, value] of http.headers) head.headers.set(String(name), String(value))
  }
  return head
}
