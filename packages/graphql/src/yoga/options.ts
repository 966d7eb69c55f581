import type { IncomingMessage } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import type { YogaInitialContext } from 'graphql-yoga'
import type { WecomGraphQL } from '../create-wecom-graphql.ts'
import type { WecomGraphQLOptions } from '../options.ts'
import type { WecomViewer } from '../viewer.ts'

/** What a viewer is found in: yoga's context, with Node's request where yoga runs on Node. */
export type WecomYogaContext<Viewer extends WecomViewer = WecomViewer> = YogaInitialContext & {
  req?: IncomingMessage & { wecomUser?: Viewer | undefined }
}

/** Options of the yoga plugin. */
export interface UseWecomOptions<Viewer extends WecomViewer = WecomViewer> {
  /**
   * Who asks. What it throws is masked and answered with 500.
   * @default ({ req }) => req.wecomUser, which `wecomSSO` sets
   */
  viewer?(context: WecomYogaContext<Viewer>): Viewer | null | undefined | Promise<Viewer | null | undefined>
  /** Answers 401 to requests without a viewer. @default false: `me` is null then */
  requireViewer?: boolean
  /** Lets clients read the schema. For development. @default false */
  introspection?: boolean
  /** Adds `extensions.wecom` with the batches, upstream calls and cache hits of each operation. @default false */
  trace?: boolean
}

/** Options of `wecomYoga`. */
export interface WecomYogaOptions<Viewer extends WecomViewer = WecomViewer>
  extends Omit<WecomGraphQLOptions<Viewer>, 'viewerOf' | 'suggestions'>, UseWecomOptions<Viewer> {
  /** Bytes of the largest body that is read. @default 102_400 (100 KiB) */
  bodyLimit?: number
  /**
   * Another schema to serve: yours with this layer's `typeDefs` and `resolvers` in it.
   * @default this layer's own
   */
  schema?: (wecom: WecomGraphQL<Viewer>) => GraphQLSchema
}
