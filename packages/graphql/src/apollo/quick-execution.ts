import type { ApolloServerPlugin } from '@apollo/server'
import { execute } from '@graphql-tools/executor'
import type { ExecutionResult } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { shownError } from '../errors/shown-error.ts'
import type { WecomContext } from '../scope/context-binding.ts'
import type { WecomViewer } from '../viewer.ts'
import { headOfErrors } from './head-of-errors.ts'

/**
 * Runs operations by the executor of graphql-tools, graphql-yoga's, which needs half the CPU of graphql-js for a list
 * of members. What Apollo skips with the execution, the formatting of errors, is done here.
 */
export function quickExecution<Viewer extends WecomViewer>(
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
          return { http: headOfErrors(errors ?? []), body: { kind: 'single', singleResult } }
        },
      }
    },
  }
}

function isAnswer(result: object): result is ExecutionResult {
  return 'data' in result
}
