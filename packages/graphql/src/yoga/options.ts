import type { IncomingMessage } from 'node:http'
import {
  callable,
  flag,
  integer,
  readOptions,
  withDefault,
  type OptionRows,
} from '@wecom-kit/core/foundation'
import type { GraphQLSchema } from 'graphql'
import type { YogaInitialContext } from 'graphql-yoga'
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
  viewer?:
    | ((context: WecomYogaContext<Viewer>) => Viewer | null | undefined | Promise<Viewer | null | undefined>)
    | undefined
  /** Answers 401 to requests without a viewer. @default false: `me` is null then */
  requireViewer?: boolean | undefined
  /** Lets clients read the schema. For development. @default false */
  introspection?: boolean | undefined
  /** Adds `extensions.wecom` with the batches, upstream calls and cache hits of each operation. @default false */
  trace?: boolean | undefined
}

export interface WecomYogaOptions<Viewer extends WecomViewer = WecomViewer>
  extends Omit<WecomGraphQLOptions<Viewer>, 'viewerOf' | 'suggestions'>, UseWecomOptions<Viewer> {
  /** Bytes of the largest body that is read. @default 102_400 (100 KiB) */
  bodyLimit?: number | undefined
  /**
   * Another schema to serve: yours with this layer's `typeDefs` and `resolvers` in it.
   * @default this layer's own
   */
  schema?: ((wecom: WecomGraphQL<Viewer>) => GraphQLSchema) | undefined
}

const pluginRows = {
  viewer: callable<NonNullable<UseWecomOptions['viewer']>>('({ req }) => req.wecomUser'),
  ...servedRows,
} satisfies OptionRows<UseWecomOptions>

const rows = {
  ...sharedRows,
  ...pluginRows,
  exposeErrors: withDefault(false, flag()),
  bodyLimit: withDefault(102_400, integer(1)),
  schema: callable<NonNullable<WecomYogaOptions['schema']>>('(wecom) => wecom.schema'),
} satisfies OptionRows<WecomYogaOptions>

/**
 * Reads the options of `useWecom`.
 *
 * @throws TypeError for wrong ones, naming the option, what came and the fix
 */
export function readPluginOptions<Viewer extends WecomViewer>(
  options: UseWecomOptions<Viewer>,
): ServedSettings {
  return readOptions<Omit<UseWecomOptions, 'viewer'>, typeof pluginRows>(
    ownerOf('useWecom'),
    pluginRows,
    options,
  )
}

// Without those that have a type parameter in them: they are taken from the options themselves.
type PlainOptions = Omit<WecomYogaOptions, 'canSee' | 'fieldPolicy' | 'viewer' | 'schema'>

/**
 * Reads the options of `wecomYoga`.
 *
 * @throws TypeError for wrong ones, naming the option, what came and the fix
 */
export function readYogaOptions<Viewer extends WecomViewer>(
  options: WecomYogaOptions<Viewer>,
): LayerSettings & ServedSettings & { readonly bodyLimit: number } {
  const read = readOptions<PlainOptions, typeof rows>(ownerOf('wecomYoga'), rows, options)
  const { introspection: suggestions, exposeErrors } = read
  return { ...read, ...servedSettings('wecomYoga', read, { suggestions, exposeErrors }) }
}
