import type { IncomingMessage } from 'node:http'
import type { ApolloServerPlugin } from '@apollo/server'
import {
  callable,
  flag,
  integer,
  isRecord,
  listOf,
  milliseconds,
  readOptions,
  withDefault,
  type OptionRows,
} from '@wecom-kit/core/foundation'
import type { GraphQLSchema } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import {
  ownerOf,
  servedRows,
  servedSettings,
  sharedRows,
  type LayerSettings,
  type ServedSettings,
  type WecomGraphQLOptions,
} from '../options.ts'
import type { WecomViewer } from '../policy.ts'
import type { WecomContext } from '../request/context.ts'

/** A request as the SSO middleware and a body parser leave it; Express 4, Express 5 and node:http fit. */
export type WecomRequest<Viewer extends WecomViewer = WecomViewer> = IncomingMessage & {
  body?: unknown
  wecomUser?: Viewer | undefined
}

export interface ApolloWecomOptions<Viewer extends WecomViewer = WecomViewer> extends Omit<
  WecomGraphQLOptions<Viewer>,
  'viewerOf' | 'suggestions' | 'exposeErrors'
> {
  /**
   * Who asks. What it throws is masked and answered with 500.
   * @default (request) => request.wecomUser, which `wecomSSO` sets
   */
  viewer?:
    | ((request: WecomRequest<Viewer>) => Viewer | null | undefined | Promise<Viewer | null | undefined>)
    | undefined
  /** Answers 401 to requests without a viewer, before GraphQL sees them. @default false: `me` is null then */
  requireViewer?: boolean | undefined
  /** Lets clients read the schema, and helps them with "Did you mean". For development. @default false */
  introspection?: boolean | undefined
  /** Sends masked errors' messages and stacks to the client. For development only. @default false */
  stackTraces?: boolean | undefined
  /** Adds `extensions.wecom` with the batches, upstream calls and cache hits of each operation. @default false */
  trace?: boolean | undefined
  /** Bytes of the largest body that is read. @default 102_400 (100 KiB) */
  bodyLimit?: number | undefined
  /** Operations in one array; 1 refuses arrays. All of an array share their loads and the `results` limit. @default 1 */
  maxBatch?: number | undefined
  /** Milliseconds that `stop()` waits for requests under way. @default 10_000 */
  drainTimeout?: number | undefined
  /**
   * Another schema to serve: yours with this layer's `typeDefs` and `resolvers` in it, or a federated subgraph.
   * Apollo executes it by graphql-js, which is slower than what this layer's own is executed by.
   * @default this layer's own
   */
  schema?: ((wecom: WecomGraphQL<Viewer>) => GraphQLSchema) | undefined
  /** What your own resolvers want in the context value; this layer's part is added to it. */
  context?: ((request: WecomRequest<Viewer>) => object | Promise<object>) | undefined
  /**
   * More Apollo plugins. With one that watches every field (`willResolveField`), Apollo executes by graphql-js, which is
   * slower.
   */
  plugins?: readonly ApolloServerPlugin<WecomContext<Viewer>>[] | undefined
}

const rows = {
  ...sharedRows,
  viewer: callable<NonNullable<ApolloWecomOptions['viewer']>>('(request) => request.wecomUser'),
  ...servedRows,
  stackTraces: withDefault(false, flag()),
  bodyLimit: withDefault(102_400, integer(1)),
  maxBatch: withDefault(1, integer(1)),
  drainTimeout: withDefault(10_000, milliseconds()),
  schema: callable<NonNullable<ApolloWecomOptions['schema']>>('(wecom) => wecom.schema'),
  context: callable<NonNullable<ApolloWecomOptions['context']>>('(request) => ({})'),
  plugins: listOf('a list of Apollo plugins', isPlugin),
} satisfies OptionRows<ApolloWecomOptions>

// Without those that have a type parameter in them: they are taken from the options themselves.
type PlainOptions = Omit<
  ApolloWecomOptions,
  'canSee' | 'fieldPolicy' | 'viewer' | 'schema' | 'context' | 'plugins'
>

/** The options of an endpoint besides its layer's, with their defaults. */
export interface EndpointSettings extends ServedSettings {
  readonly stackTraces: boolean
  readonly bodyLimit: number
  readonly maxBatch: number
  readonly drainTimeout: number
}

/**
 * Reads the options of `apolloWecom`.
 *
 * @throws TypeError for wrong ones, naming the option, what came and the fix
 */
export function readApolloOptions<Viewer extends WecomViewer>(
  options: ApolloWecomOptions<Viewer>,
): LayerSettings & EndpointSettings {
  const read = readOptions<PlainOptions, typeof rows>(ownerOf('apolloWecom'), rows, options)
  const { introspection, stackTraces } = read
  return {
    ...read,
    ...servedSettings('apolloWecom', read, { suggestions: introspection, exposeErrors: stackTraces }),
  }
}

function isPlugin(value: unknown): value is ApolloServerPlugin<WecomContext> {
  return isRecord(value)
}
