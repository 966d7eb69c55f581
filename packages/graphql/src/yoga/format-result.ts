import { GraphQLError, type ExecutionResult } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { shownError } from '../errors/shown-error.ts'
import type { WecomViewer } from '../viewer.ts'

/**
 * An execution's result as the client may see it: its errors masked, and the trace where one was asked for. Of errors
 * about variables, a client can send thousands; of fields each has its own, so that a null is never taken for an absence.
 */
export function formatResult<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  contextValue: unknown,
  result: ExecutionResult,
): ExecutionResult {
  const requestId = wecom.requestIdOf(contextValue)
  const trace = wecom.traceOf(contextValue)
  const most = result.data === undefined ? wecom.limits.errors : Infinity
  const errors = result.errors
    ?.slice(0, most)
    .map((error) => formatYogaError(wecom, isAboutVariables(error) ? asBadInput(error) : error, requestId))
  return {
    ...result,
    ...(errors && { errors }),
    ...(trace && { extensions: { ...result.extensions, wecom: trace } }),
  }
}

/**
 * An error as the client may see it: a GraphQLError without an original, the only kind that yoga does not replace by its
 * own "Unexpected error."
 */
export function formatYogaError<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  error: GraphQLError,
  requestId: string | undefined,
): GraphQLError {
  const { extensions, nodes, path, positions, source } = error
  const shown = shownError(wecom.formatError, error, requestId)
  return new GraphQLError(shown.message, {
    ...(nodes && { nodes }),
    ...(path && { path }),
    ...(positions && { positions }),
    ...(source && { source }),
    extensions: { ...shown.extensions, ...('http' in extensions && { http: extensions['http'] }) },
  })
}

// Yoga's executor gives no code to variables that do not fit their types; they are the only errors without a path.
function isAboutVariables({ path, extensions, originalError }: GraphQLError): boolean {
  return (
    path === undefined &&
    extensions['code'] === undefined &&
    (!originalError || originalError instanceof GraphQLError)
  )
}

function asBadInput({ message, nodes }: GraphQLError): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } }
  return new GraphQLError(message, { ...(nodes && { nodes }), extensions })
}
