import type { IncomingMessage } from 'node:http'
import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import type { WecomGraphQLOptions } from '../options.ts'
import type { WecomContext } from '../scope/context-binding.ts'
import type { WecomViewer } from '../viewer.ts'

/** A request as the SSO middleware and a body parser leave it; Express 4, Express 5 and node:http fit. */
export type WecomRequest<Viewer extends WecomViewer = WecomViewer> = IncomingMessage & {
  body?: unknown
  wecomUser?: Viewer | undefined
}

/** Options of `apolloWecom`. */
export interface ApolloWecomOptions<Viewer extends WecomViewer = WecomViewer> extends Omit<
  WecomGraphQLOptions<Viewer>,
  'viewerOf' | 'suggestions' | 'exposeErrors'
> {
  /**
   * Who asks. What it throws is masked and answered with 500.
   * @default (request) => request.wecomUser, which `wecomSSO` sets
   */
  viewer?(request: WecomRequest<Viewer>): Viewer | null | undefined | Promise<Viewer | null | undefined>
  /** Answers 401 to requests without a viewer, before GraphQL sees them. @default false: `me` is null then */
  requireViewer?: boolean
  /** Lets clients read the schema, and helps them with "Did you mean". For development. @default false */
  introspection?: boolean
  /** Sends masked errors' messages and stacks to the client. For development only. @default false */
  stackTraces?: boolean
  /** Adds `extensions.wecom` with the batches, upstream calls and cache hits of each operation. @default false */
  trace?: boolean
  /** Bytes of the largest body that is read. @default 102_400 (100 KiB) */
  bodyLimit?: number
  /** Operations in one array; 1 refuses arrays. All of an array share their loads and the `results` limit. @default 1 */
  maxBatch?: number
  /** Milliseconds that `stop()` waits for requests under way. @default 10_000 */
  drainTimeout?: number
  /**
   * Another schema to serve: yours with this layer's `typeDefs` and `resolvers` in it, or a federated subgraph.
   * Apollo executes it by graphql-js, which is slower than what this layer's own is executed by.
   * @default this layer's own
   */
  schema?: (wecom: WecomGraphQL<Viewer>) => GraphQLSchema
  /** What your own resolvers want in the context value; this layer's part is added to it. */
  context?(request: WecomRequest<Viewer>): object | Promise<object>
  /** More Apollo plugins. With any, Apollo executes by graphql-js, slower, so that they are told of every field. */
  plugins?: readonly ApolloServerPlugin<WecomContext<Viewer>>[]
}
