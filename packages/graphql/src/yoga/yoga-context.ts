import { GraphQLError } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { contextFor } from '../http/context-for.ts'
import type { WecomContext } from '../scope/context-binding.ts'
import type { RequestFacts } from '../scope/scope-settings.ts'
import type { WecomViewer } from '../viewer.ts'
import { formatYogaError } from './format-result.ts'
import type { UseWecomOptions, WecomYogaContext } from './options.ts'

/**
 * This layer's part of yoga's context.
 *
 * @throws GraphQLError fit for the client: yoga masks what is thrown here under a text of its own
 */
export async function yogaContext<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  options: UseWecomOptions<Viewer> & { loginUrl?: string },
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
