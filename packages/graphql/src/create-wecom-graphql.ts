import {
  buildSchema,
  getOperationAST,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql'
import { checkGraphQLVersion } from './check-graphql-version.ts'
import { hostHook, quietLogger } from './errors/host-code.ts'
import { createFormatError, type FormatError } from './errors/mask.ts'
import { createOperationCheck } from './limits/check-operation.ts'
import type { WecomLimits } from './limits/limits.ts'
import { readLayerOptions, type LayerSettings, type WecomGraphQLOptions } from './options.ts'
import { defaultFieldPolicy, type WecomViewer } from './policy.ts'
import { bindContext, type WecomContext } from './request/context.ts'
import { createKeyBudget } from './request/key-budget.ts'
import type { DirectoryTrace } from './request/loader.ts'
import type { RequestScope } from './request/request-scope.ts'
import type { RequestFacts } from './request/settings.ts'
import { departmentResolvers } from './resolvers/department.ts'
import { queryResolvers } from './resolvers/query.ts'
import type { ResolverTools, WecomResolvers } from './resolvers/tools.ts'
import { userResolvers } from './resolvers/user.ts'
import { attachResolvers } from './schema/attach-resolvers.ts'
import { renameSchema, type SchemaNames } from './schema/names.ts'
import { typeDefs as plainTypeDefs } from './schema/type-defs.ts'

/** What {@link WecomGraphQL.checkOperation} judges. */
export interface OperationToCheck {
  document: DocumentNode
  operationName?: string | null | undefined
  /** Variables as the client sent them. */
  variables?: Readonly<Record<string, unknown>> | null | undefined
  /** The schema it will run on. @default this layer's own */
  schema?: GraphQLSchema | undefined
}

/** The parts of a GraphQL layer over a directory: to be served as they are, or built into a schema of your own. */
export interface WecomGraphQL<Viewer extends WecomViewer = WecomViewer> {
  /** The SDL, under the names of `typePrefix` and `rootFields`. */
  readonly typeDefs: string
  /** Resolvers by type and field: plain functions, to be spread beside those of a host. */
  readonly resolvers: WecomResolvers
  /** An executable schema of the two; built when it is first read. */
  readonly schema: GraphQLSchema
  /** Limits that can be judged by an operation's text. */
  readonly validationRules: ValidationRule[]
  /** The limits in force. */
  readonly limits: Readonly<WecomLimits>
  /** The names of the schema's types and root fields. */
  readonly names: SchemaNames
  /**
   * A fresh context value with its own loaders for one request; spread it into yours, or use it as it is.
   *
   * @throws TypeError for a viewer without a userId
   */
  readonly context: (viewer: Viewer | null | undefined, facts?: RequestFacts) => WecomContext<Viewer>
  /** Masks what clients must not see; fits Apollo's `formatError`. */
  readonly formatError: FormatError
  /** All limits with the variables in sight, before execution: an empty list means the operation may run. */
  readonly checkOperation: (operation: OperationToCheck) => readonly GraphQLError[]
  /** The scope of a request: for resolvers of your own that load through the same batches. */
  readonly scopeOf: (contextValue: unknown) => RequestScope<Viewer>
  /** What a request traced with `context(viewer, { trace: true })` made the directory do so far. */
  readonly traceOf: (contextValue: unknown) => DirectoryTrace | undefined
  /** The id a request was given with `context(viewer, { requestId })`. */
  readonly requestIdOf: (contextValue: unknown) => string | undefined
}

/**
 * Makes the GraphQL layer over a directory. It starts nothing, listens to nothing and reads no environment: strings,
 * functions and, only when asked for, a schema.
 *
 * @throws TypeError for wrong options, naming the option, what came and the fix
 * @example
 * ```ts
 * import { createDirectory, createWecomClient } from '@wecom-kit/core'
 * import { createWecomGraphQL } from '@wecom-kit/graphql'
 * import { graphql } from 'graphql'
 *
 * const client = createWecomClient({ corpId: 'ww1', secret: 'app-secret', agentId: 1000002 })
 * const wecom = createWecomGraphQL({ directory: createDirectory(client) })
 * const answer = await graphql({
 *   schema: wecom.schema,
 *   source: '{ me { id } }',
 *   contextValue: wecom.context({ userId: 'zhangsan' }),
 * })
 * ```
 */
export function createWecomGraphQL<Viewer extends WecomViewer = WecomViewer>(
  options: WecomGraphQLOptions<Viewer>,
): WecomGraphQL<Viewer> {
  return createLayer(readLayerOptions('createWecomGraphQL', options), options)
}

/** The same for servers, which have options of their own beside the layer's and check all of them. */
export function createLayer<Viewer extends WecomViewer = WecomViewer>(
  settings: LayerSettings,
  hooks: Pick<WecomGraphQLOptions<Viewer>, 'viewerOf' | 'canSee' | 'fieldPolicy'>,
): WecomGraphQL<Viewer> {
  checkGraphQLVersion('createWecomGraphQL')
  const { names, limits } = settings
  const logger = quietLogger(settings.logger)
  const { viewerOf, canSee, fieldPolicy } = hooks
  const binding = bindContext<Viewer>(
    {
      ...settings,
      canSee: canSee && hostHook('canSee', canSee.bind(hooks), logger),
      fieldPolicy: fieldPolicy
        ? hostHook('fieldPolicy', fieldPolicy.bind(hooks), logger)
        : defaultFieldPolicy,
      budget: createKeyBudget(limits.keysPerMinute, settings.now),
    },
    viewerOf && hostHook('viewerOf', viewerOf.bind(hooks), logger),
  )
  const check = createOperationCheck(limits, names)
  const typeDefs = settings.isRenamed ? renameSchema(plainTypeDefs, names) : plainTypeDefs
  const resolvers = allResolvers({ names, limits, scopeOf: binding.scopeOf })
  let built: GraphQLSchema | undefined
  const schema = (): GraphQLSchema => (built ??= attachResolvers(buildSchema(typeDefs), resolvers))

  return {
    typeDefs,
    resolvers,
    limits,
    names,
    get schema() {
      return schema()
    },
    validationRules: [check.rule],
    context: binding.context,
    scopeOf: binding.scopeOf,
    traceOf: (contextValue) => binding.knownScopeOf(contextValue)?.report(),
    requestIdOf: (contextValue) => binding.knownScopeOf(contextValue)?.requestId,
    formatError: createFormatError({
      logger,
      extraCodes: new Set(settings.errorCodes),
      publicErrors: settings.publicErrors && hostHook('publicErrors', settings.publicErrors, logger),
      suggestions: settings.suggestions,
      exposeErrors: settings.exposeErrors,
    }),
    checkOperation({ document, operationName, variables, schema: executed = schema() }) {
      const operation = getOperationAST(document, operationName)
      // Which operation is meant, or that none is, the server finds and reports itself.
      return operation ? check.beforeExecution({ schema: executed, document, operation, variables }) : []
    },
  }
}

/** All resolvers, by the names of the host's schema; types not named here resolve by property. */
function allResolvers(tools: ResolverTools): WecomResolvers {
  const { type } = tools.names
  return {
    Query: queryResolvers(tools),
    [type('User')]: userResolvers(tools),
    [type('Department')]: departmentResolvers(tools),
  }
}
