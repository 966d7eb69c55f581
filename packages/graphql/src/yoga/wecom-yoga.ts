import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { createLayer, type WecomGraphQL } from '../create-wecom-graphql.ts'
import { SourceCache } from '../limits/document-cache.ts'
import type { WecomContext } from '../request/context.ts'
import type { WecomViewer } from '../policy.ts'
import { readYogaOptions, type WecomYogaContext, type WecomYogaOptions } from './options.ts'
import { wecomPlugin } from './use-wecom.ts'

/** Options for `createYoga`, and the layer they serve. */
export interface WecomYoga<Viewer extends WecomViewer = WecomViewer> {
  readonly wecom: WecomGraphQL<Viewer>
  readonly schema: GraphQLSchema
  readonly plugins: Plugin<WecomYogaContext<Viewer> & WecomContext<Viewer>>[]
  readonly maxRequestBodySize: number
  readonly batching: false
  readonly cors: false
  readonly graphiql: false
  readonly landingPage: false
  readonly multipart: false
  /** Caches of yoga's, bounded by what they hold instead of by number. */
  readonly parserAndValidationCache: {
    readonly documentCache: SourceCache<DocumentNode>
    readonly errorCache: SourceCache<unknown>
  }
}

/**
 * The directory on graphql-yoga with the same safe defaults as `apolloWecom`: spread the result into `createYoga`, and
 * what you want otherwise after it.
 *
 * @throws TypeError for wrong options, naming the option, what came and the fix
 * @example
 * ```ts
 * import { createYoga } from 'graphql-yoga'
 * import { createDirectory, createWecomClient } from '@wecom-kit/core'
 * import { wecomYoga } from '@wecom-kit/graphql/yoga'
 *
 * const client = createWecomClient({ corpId: 'ww1', secret: 'app-secret', agentId: 1000002 })
 * const yoga = createYoga(wecomYoga({ directory: createDirectory(client) }))
 * ```
 */
export function wecomYoga<Viewer extends WecomViewer = WecomViewer>(
  options: WecomYogaOptions<Viewer>,
): WecomYoga<Viewer> {
  const settings = readYogaOptions(options)
  const wecom = createLayer<Viewer>(settings, options)
  return {
    wecom,
    schema: options.schema?.(wecom) ?? wecom.schema,
    plugins: [wecomPlugin(wecom, { ...settings, viewer: options.viewer })],
    maxRequestBodySize: settings.bodyLimit,
    batching: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    parserAndValidationCache: { documentCache: new SourceCache(), errorCache: new SourceCache() },
  }
}
