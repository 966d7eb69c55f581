import { GraphQLError } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { codedError } from '../errors/coded-error.ts'
import type { WecomContext } from '../scope/context-binding.ts'
import type { RequestFacts } from '../scope/scope-settings.ts'
import type { WecomViewer } from '../viewer.ts'
import type { ApolloWecomOptions, WecomRequest } from './options.ts'

/** Makes the context value of a request: the host's part, then this layer's. */
export async function requestContext<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  options: ApolloWecomOptions<Viewer>,
  request: WecomRequest<Viewer>,
  facts: RequestFacts,
): Promise<WecomContext<Viewer>> {
  try {
    const viewer = options.viewer ? await options.viewer(request) : request.wecomUser
    if (!viewer && options.requireViewer) throw unauthenticated(options.loginUrl)
    return { ...(await options.context?.(request)), ...wecom.context(viewer ?? null, facts) }
  } catch (error) {
    if (error instanceof GraphQLError) throw error
    // Apollo would put the text of any other error into its answer.
    throw new GraphQLError('The context could not be made', {
      ...(error instanceof Error && { originalError: error }),
      extensions: { requestId: facts.requestId },
    })
  }
}

function unauthenticated(loginUrl: string | undefined): GraphQLError {
  return codedError('UNAUTHENTICATED', 'Sign in first.', {
    ...(loginUrl !== undefined && { loginUrl }),
    http: { status: 401 },
  })
}
