import { GraphQLError } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { codedError } from '../errors/codes.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'
import type { RequestFacts } from '../request/settings.ts'

/** How a server makes the context value of a request. */
export interface ContextSources<Viewer extends WecomViewer> {
  findViewer: () => Viewer | null | undefined | Promise<Viewer | null | undefined>
  /** The host's part of the context value. */
  hostContext?: () => object | undefined | Promise<object | undefined>
  requireViewer: boolean
  loginUrl: string | undefined
}

/**
 * Makes the context value of a request: the host's part, then this layer's.
 *
 * @throws GraphQLError UNAUTHENTICATED with HTTP 401, or one to be masked that keeps the host's error inside: Apollo
 * would put the text of any other error into its answer
 */
export async function contextFor<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  { findViewer, hostContext, requireViewer, loginUrl }: ContextSources<Viewer>,
  facts: RequestFacts,
): Promise<WecomContext<Viewer>> {
  try {
    const viewer = await findViewer()
    if (!viewer && requireViewer) throw unauthenticated(loginUrl)
    return { ...(await hostContext?.()), ...wecom.context(viewer ?? null, facts) }
  } catch (error) {
    if (error instanceof GraphQLError) throw error
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
