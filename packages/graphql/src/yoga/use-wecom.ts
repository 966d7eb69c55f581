import {
  NoSchemaIntrospectionCustomRule,
  parse,
  Source,
  syntaxError,
  validate,
  type ExecutionArgs,
  type GraphQLError,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { isNestedTooDeeply, nestedTooDeeply } from '../http/nesting.ts'
import { privateCacheControl, requestIdOf, varyByViewer } from '../http/answers.ts'
import type { WecomContext } from '../request/context.ts'
import type { ServedSettings } from '../options.ts'
import type { WecomViewer } from '../policy.ts'
import { formatResult, formatYogaError, yogaContext } from './answers.ts'
import { readPluginOptions, type UseWecomOptions, type WecomYogaContext } from './options.ts'
import { parseCleanly, refuseCrossSite } from './requests.ts'

/**
 * The layer's limits, viewers, masking and headers for a yoga of your own. Yoga executes forms and GET without asking
 * who sent them and leaves introspection on; this refuses both. What a plugin cannot reach must be set beside it:
 * `cors: false` (yoga's default lets every site read answers with your cookies), `graphiql: false`, `multipart: false`
 * and `maxRequestBodySize`; `wecomYoga` has all of it.
 *
 * @throws TypeError for wrong options, naming the option, what came and the fix
 * @example
 * ```ts
 * import { createYoga } from 'graphql-yoga'
 * import { createDirectory, createWecomClient } from '@wecom-kit/core'
 * import { createWecomGraphQL } from '@wecom-kit/graphql'
 * import { useWecom } from '@wecom-kit/graphql/yoga'
 *
 * const client = createWecomClient({ corpId: 'ww1', secret: 'app-secret', agentId: 1000002 })
 * const wecom = createWecomGraphQL({ directory: createDirectory(client) })
 * const yoga = createYoga({ schema: wecom.schema, cors: false, plugins: [useWecom(wecom)] })
 * ```
 */
export function useWecom<Viewer extends WecomViewer = WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  options: UseWecomOptions<Viewer> = {},
): Plugin<WecomYogaContext<Viewer> & WecomContext<Viewer>> {
  return wecomPlugin(wecom, { ...readPluginOptions(options), viewer: options.viewer })
}

/** The same with options that were read before. */
export function wecomPlugin<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  options: ServedSettings & Pick<UseWecomOptions<Viewer>, 'viewer'> & { loginUrl?: string | undefined },
): Plugin<WecomYogaContext<Viewer> & WecomContext<Viewer>> {
  const { introspection, trace } = options
  const { tokens: maxTokens, errors: maxErrors } = wecom.limits
  const requestIds = new WeakMap<Request, string>()
  const idOf = (request: Request): string => {
    const id = requestIds.get(request) ?? requestIdOf(request.headers.get('x-request-id'))
    requestIds.set(request, id)
    return id
  }

  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      refuseCrossSite(request)
      if (requestParser) setRequestParser(parseCleanly(requestParser))
    },
    onParse: ({ setParseFn }) =>
      setParseFn((source, settings) => {
        const text = typeof source === 'string' ? new Source(source) : source
        if (isNestedTooDeeply(text.body)) throw syntaxError(text, 0, nestedTooDeeply)
        return parse(text, { ...settings, maxTokens })
      }),
    onValidate({ addValidationRule, setValidationFn }) {
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule)
      setValidationFn((schema, document, rules) => validate(schema, document, rules, { maxErrors }))
    },
    async onContextBuilding({ context, extendContext }) {
      const facts = { requestId: idOf(context.request), signal: context.request.signal, trace }
      extendContext(await yogaContext(wecom, options, context, facts))
    },
    onExecute({ args, setResultAndStopExecution }) {
      const errors = refusals(wecom, args)
      if (errors.length > 0) return setResultAndStopExecution({ errors })
      return {
        onExecuteDone({ result, setResult }) {
          if ('errors' in result || 'data' in result)
            setResult(formatResult(wecom, args.contextValue, result))
        },
      }
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const errors = refusals(wecom, args)
      if (errors.length > 0) setResultAndStopExecution({ errors })
    },
    onExecutionResult(payload) {
      const { result } = payload
      if (!result || !('errors' in result) || !result.errors) return
      payload.setResult({ ...result, errors: result.errors.map((error) => withoutSuggestion(wecom, error)) })
    },
    // Yoga quotes the body it could not parse in `extensions.originalError`; that there is one makes it answer 400.
    onResultProcess({ result }) {
      if (!('errors' in result)) return
      for (const { extensions } of result.errors ?? []) {
        if ('originalError' in extensions) extensions['originalError'] = {}
      }
    },
    onResponse({ request, response }) {
      response.headers.set('x-request-id', idOf(request))
      response.headers.set('cache-control', privateCacheControl)
      response.headers.set('vary', varyByViewer(response.headers.get('vary') ?? undefined))
    },
  }
}

function refusals<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  { document, operationName, variableValues: variables, schema }: ExecutionArgs,
): readonly GraphQLError[] {
  return wecom.checkOperation({ document, operationName, variables, schema })
}

// Parsing and validation never reach the executor, where errors are formatted otherwise.
function withoutSuggestion<Viewer extends WecomViewer>(
  wecom: WecomGraphQL<Viewer>,
  error: GraphQLError,
): GraphQLError {
  const { code } = error.extensions
  const isAboutText = code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED'
  return isAboutText ? formatYogaError(wecom, error, undefined) : error
}
