import { GraphQLError, type ExecutionResult } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { shownError } from '../errors/mask.ts'
import { contextFor } from '../http/context-for.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'
import type { RequestFacts } from '../request/settings.ts'
import type { UseWecomOptions, WecomYogaContext } from './options.ts'

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

type YogaContextOptions<Viewer extends WecomViewer> = Pick<
  UseWecomOptions<Viewer>,
  'viewer' | 'requireViewer'
> & {
  loginUrl?: string | undefined
}

/**
 * This layer's part of yoga's context.
 *
 * @throws GraphQLError fit for the client: yoga masks what is thrown here under a text of its own
 */
export async function yogaContext<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  options: YogaContextOptions<Viewer>,
  context: WecomYogaContext<Viewer>,
  facts: RequestFacts,
): Promise<WecomContext<Viewer>> {
  const sources = {
    findViewer: () => (options.viewer ? options.viewer(context) : context.req?.wecomUser),
    requireViewer: options.requireViewer ?? false,
    loginUrl: options.loginUrl,
  }
  try {
    return await contextFor(wecom, sources, facts)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const shown = formatYogaError(wecom, error, facts.requestId)
    shown.extensions['http'] ??= { status: 500 }
    throw shown
  }
}
