import type { ApolloServer, ApolloServerOptions } from '@apollo/server'
import { redactSecrets } from '@wecom-kit/core/foundation'
import type { DocumentNode } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { quietLogger } from '../errors/host-code.ts'
import { SourceCache, sourceLength } from '../limits/document-cache.ts'
import type { LayerSettings } from '../options.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'
import type { ApolloModules } from './load-apollo.ts'
import type { ApolloWecomOptions, EndpointSettings } from './options.ts'
import { withQuickExecution } from './quick-execution.ts'
import { wecomApolloPlugin } from './wecom-plugin.ts'

/**
 * An Apollo Server with everything set that Apollo would otherwise take from NODE_ENV, APOLLO_KEY and the like: a
 * forgotten variable must not open introspection, print stacks or report the schema to a cloud.
 */
export function createServer<Viewer extends WecomViewer>(
  apollo: ApolloModules,
  wecom: WecomGraphQL<Viewer>,
  { introspection, stackTraces, maxBatch, logger: hostLogger }: LayerSettings & EndpointSettings,
  options: Pick<ApolloWecomOptions<Viewer>, 'schema' | 'plugins'>,
): ApolloServer<WecomContext<Viewer>> {
  const { plugins = [] } = options
  const logger = quietLogger(hostLogger)
  const report = (message: string): void => logger.error({}, redactSecrets(message))
  return new apollo.ApolloServer<WecomContext<Viewer>>({
    schema: options.schema?.(wecom) ?? wecom.schema,
    introspection,
    // Apollo's own removal of suggestions takes the square of what a client quotes; formatError removes them.
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: stackTraces,
    formatError: wecom.formatError,
    allowBatchedHttpRequests: maxBatch > 1,
    csrfPrevention: true,
    persistedQueries: false,
    documentStore: documentStore(),
    stopOnTerminationSignals: false,
    // Apollo's own adds a line break, for which the whole text is copied once more.
    stringifyResult: (result) => JSON.stringify(result),
    parseOptions: { maxTokens: wecom.limits.tokens },
    validationOptions: { maxErrors: wecom.limits.errors },
    executionOptions: { maxCoercionErrors: wecom.limits.errors },
    logger: { debug: () => {}, info: () => {}, warn: report, error: report },
    plugins: [
      // Wraps every resolver and costs a third of the CPU of a list of members; its hints would be `private` anyway.
      apollo.ApolloServerPluginCacheControlDisabled(),
      // Loads its page from Apollo's CDN.
      apollo.ApolloServerPluginLandingPageDisabled(),
      apollo.ApolloServerPluginUsageReportingDisabled(),
      apollo.ApolloServerPluginSchemaReportingDisabled(),
      apollo.ApolloServerPluginInlineTraceDisabled(),
      wecomApolloPlugin(wecom),
      // A host's resolvers may count on what Apollo's execution does differently; stack traces are Apollo's.
      ...(options.schema || stackTraces ? plugins : withQuickExecution(apollo, wecom, plugins)),
    ],
  })
}

// Apollo's own counts a fifth of what it holds, and holds 30 MB of that.
function documentStore(): NonNullable<ApolloServerOptions<WecomContext>['documentStore']> {
  const documents = new SourceCache<DocumentNode>((_digest, document) => sourceLength(document))
  return {
    get: async (digest) => documents.get(digest),
    set: async (digest, document) => documents.set(digest, document),
    delete: async (digest) => documents.delete(digest),
  }
}
