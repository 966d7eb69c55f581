import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { quietLogger } from '../errors/quiet-logger.ts'
import { redact } from '../errors/redact.ts'
import type { WecomContext } from '../scope/context-binding.ts'
import type { WecomViewer } from '../viewer.ts'
import type { ApolloWecomOptions } from './options.ts'
import { quickExecution } from './quick-execution.ts'
import { wecomApolloPlugin } from './wecom-plugin.ts'

/**
 * An Apollo Server with everything set that Apollo would otherwise take from NODE_ENV, APOLLO_KEY and the like: a
 * forgotten variable must not open introspection, print stacks or report the schema to a cloud.
 */
export function createServer<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  options: ApolloWecomOptions<Viewer>,
): ApolloServer<WecomContext<Viewer>> {
  const { introspection = false, stackTraces = false, maxBatch = 1, plugins = [] } = options
  const logger = quietLogger(options.logger ?? console)
  const report = (message: string): void => logger.error({}, redact(message))
  return new ApolloServer<WecomContext<Viewer>>({
    schema: options.schema?.(wecom) ?? wecom.schema,
    introspection,
    // Apollo's own removal of suggestions takes the square of what a client quotes; formatError removes them.
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: stackTraces,
    formatError: wecom.formatError,
    allowBatchedHttpRequests: maxBatch > 1,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    // Apollo's own adds a line break, for which the whole text is copied once more.
    stringifyResult: (result) => JSON.stringify(result),
    parseOptions: { maxTokens: wecom.limits.tokens },
    validationOptions: { maxErrors: wecom.limits.errors },
    executionOptions: { maxCoercionErrors: wecom.limits.errors },
    logger: { debug: () => {}, info: () => {}, warn: report, error: report },
    plugins: [
      // Wraps every resolver and costs a third of the CPU of a list of members; its hints would be `private` anyway.
      ApolloServerPluginCacheControlDisabled(),
      // Loads its page from Apollo's CDN.
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      wecomApolloPlugin(wecom),
      ...(executesQuickly(options) ? [quickExecution(wecom)] : []),
      ...plugins,
    ],
  })
}

// Left to Apollo: plugins that look into the execution, a host's resolvers, which may count on what the two executors do
// differently (mutations under `@defer`, an AggregateError), and stack traces.
function executesQuickly<Viewer extends WecomViewer>(options: ApolloWecomOptions<Viewer>): boolean {
  return !options.plugins?.length && !options.schema && !options.stackTraces
}
