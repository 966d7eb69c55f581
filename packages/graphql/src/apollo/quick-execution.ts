import type {
  ApolloServerPlugin,
  GraphQLRequestContext,
  GraphQLRequestListener,
  HTTPGraphQLHead,
} from '@apollo/server'
import type { GraphQLError } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import { shownError } from '../errors/mask.ts'
import { createExecutor } from '../execution/execute.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'
import type { ApolloModules } from './load-apollo.ts'

type Plugins<Viewer extends WecomViewer> = readonly ApolloServerPlugin<WecomContext<Viewer>>[]

/**
 * The host's plugins and, behind them, one that executes in Apollo's place. It does what Apollo skips then: errors are
 * told to the plugins and formatted. A request that a plugin watches field by field (`executionDidStart`) is left to
 * Apollo.
 */
export function withQuickExecution<Viewer extends WecomViewer>(
  apollo: Pick<ApolloModules, 'HeaderMap'>,
  wecom: WecomGraphQL<Viewer>,
  plugins: Plugins<Viewer>,
): Plugins<Viewer> {
  const execute = createExecutor()
  const watched = watch(plugins)
  const quick: ApolloServerPlugin<WecomContext<Viewer>> = {
    async requestDidStart(requestContext) {
      const listeners = watched.listenersOf(requestContext)
      return {
        async responseForOperation(context) {
          const { document, request, schema, contextValue } = context
          if (listeners.some((listener) => 'executionDidStart' in listener)) return null
          const { operationName, variables = {} } = request
          const result = await execute({ schema, document, operationName, variables, contextValue })
          // Nothing ran. Apollo runs into the same and answers by the texts of graphql-js, which it knows.
          if (!result) return null
          const { data = null, errors = [] } = result
          if (errors.length > 0) {
            const encountered = Object.assign(context, { errors })
            await Promise.all(listeners.map(async (listener) => listener.didEncounterErrors?.(encountered)))
          }
          const requestId = wecom.requestIdOf(contextValue)
          const shown = errors.map((error) => shownError(wecom.formatError, error, requestId))
          const singleResult = { data, ...(shown.length > 0 && { errors: shown }) }
          return { http: headOfErrors(apollo, errors), body: { kind: 'single', singleResult } }
        },
      }
    },
  }
  return [...watched.plugins, quick]
}

interface Watched<Viewer extends WecomViewer> {
  readonly plugins: Plugins<Viewer>
  /** What the plugins listen to a request with; complete once all of them were asked. */
  readonly listenersOf: (
    requestContext: GraphQLRequestContext<WecomContext<Viewer>>,
  ) => GraphQLRequestListener<WecomContext<Viewer>>[]
}

// Plugins may be instances of classes with private fields, so everything else is asked of the plugin itself.
function watch<Viewer extends WecomViewer>(plugins: Plugins<Viewer>): Watched<Viewer> {
  const heard = new WeakMap<object, GraphQLRequestListener<WecomContext<Viewer>>[]>()
  const listenersOf: Watched<Viewer>['listenersOf'] = (requestContext) => {
    const listeners = heard.get(requestContext) ?? []
    heard.set(requestContext, listeners)
    return listeners
  }
  return {
    listenersOf,
    plugins: plugins.map((plugin) => {
      const requestDidStart: typeof plugin.requestDidStart = async (requestContext) => {
        const listener = await plugin.requestDidStart?.(requestContext)
        if (listener) listenersOf(requestContext).push(listener)
        return listener
      }
      return new Proxy(plugin, {
        get(target, key) {
          if (key === 'requestDidStart') return requestDidStart
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    }),
  }
}

// The HTTP status and headers that errors ask for in `extensions.http`, merged as Apollo merges them: the last wins.
function headOfErrors(
  { HeaderMap }: Pick<ApolloModules, 'HeaderMap'>,
  errors: readonly GraphQLError[],
): HTTPGraphQLHead {
  const head: HTTPGraphQLHead = { headers: new HeaderMap() }
  for (const { extensions } of errors) {
    const { http } = extensions
    if (typeof http !== 'object' || http === null) continue
    if ('status' in http && typeof http.status === 'number') head.status = http.status
    if (!('headers' in http) || !(http.headers instanceof Map)) continue
    for (const [name, value] of http.headers) head.headers.set(String(name), String(value))
  }
  return head
}
