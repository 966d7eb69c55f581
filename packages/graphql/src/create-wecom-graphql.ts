import { makeExecutableSchema } from '@graphql-tools/schema'
import {
  getOperationAST,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql'
import { checkKnownOptions } from './check-known-options.ts'
import { checkGraphQLVersion } from './check-graphql-version.ts'
import { directoryOf, limitsOf, namesOf } from './check-options.ts'
import { createFormatError, type FormatError } from './errors/format-error.ts'
import { hostHook } from './errors/host-hook.ts'
import { quietLogger, type ErrorLogger } from './errors/quiet-logger.ts'
import { createOperationCheck } from './limits/check-operation.ts'
import type { WecomLimits } from './limits/limits.ts'
import { limitsRule } from './limits/limits-rule.ts'
import type { WecomGraphQLOptions } from './options.ts'
import { defaultFieldPolicy } from './policy/field-policy.ts'
import { createResolvers } from './resolvers/create-resolvers.ts'
import type { WecomResolvers } from './resolvers/resolver.ts'
import type { SchemaNames } from './schema/names.ts'
import { renameSchema } from './schema/rename-schema.ts'
import { typeDefs as plainTypeDefs } from './schema/type-defs.ts'
import type { DirectoryTrace } from './scope/batch-trace.ts'
import { bindContext, type WecomContext } from './scope/context-binding.ts'
import { createKeyBudget } from './scope/key-budget.ts'
import type { RequestScope } from './scope/request-scope.ts'
import type { RequestFacts } from './scope/scope-settings.ts'
import type { WecomViewer } from './viewer.ts'

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
  checkKnownOptions('createWecomGraphQL', options)
  return createLayer(options)
}

/** The same for servers, which have options of their own beside the layer's and check all of them. */
export function createLayer<Viewer extends WecomViewer = WecomViewer>(
  options: WecomGraphQLOptions<Viewer>,
): WecomGraphQL<Viewer> {
  checkGraphQLVersion('createWecomGraphQL')
  const limits = limitsOf(options.limits)
  const names = namesOf(options)
  const logger = quietLogger(options.logger ?? console)
  const viewerOf = options.viewerOf && hostHook('viewerOf', options.viewerOf.bind(options), logger)
  const binding = bindContext<Viewer>(scopeSettings(options, limits, logger), viewerOf)
  const check = createOperationCheck(limits, names)
  const typeDefs = isRenamed(options) ? renameSchema(plainTypeDefs, names) : plainTypeDefs
  const resolvers = createResolvers({ names, limits, scopeOf: binding.scopeOf })
  let built: GraphQLSchema | undefined
  const schema = (): GraphQLSchema => (built ??= makeExecutableSchema({ typeDefs, resolvers }))

  return {
    typeDefs,
    resolvers,
    limits,
    names,
    get schema() {
      return schema()
    },
    validationRules: [limitsRule(check)],
    context: binding.context,
    scopeOf: binding.scopeOf,
    traceOf: (contextValue) => binding.knownScopeOf(contextValue)?.report(),
    requestIdOf: (contextValue) => binding.knownScopeOf(contextValue)?.requestId,
    formatError: createFormatError({
      logger,
      extraCodes: new Set(options.errorCodes),
      suggestions: options.suggestions ?? false,
      exposeErrors: options.exposeErrors ?? false,
    }),
    checkOperation({ document, operationName, variables, schema: executed = schema() }) {
      const operation = getOperationAST(document, operationName)
      // Which operation is meant, or that none is, the server finds and reports itself.
      return operation ? check.beforeExecution({ schema: executed, document, operation, variables }) : []
    },
  }
}

function scopeSettings<Viewer extends WecomViewer>(
  options: WecomGraphQLOptions<Viewer>,
  limits: Readonly<WecomLimits>,
  logger: ErrorLogger,
): Parameters<typeof bindContext<Viewer>>[0] {
  const { canSee, fieldPolicy } = options
  return {
    directory: directoryOf(options),
    canSee: canSee && hostHook('canSee', canSee.bind(options), logger),
    fieldPolicy: fieldPolicy
      ? hostHook('fieldPolicy', fieldPolicy.bind(options), logger)
      : defaultFieldPolicy,
    allowAnonymous: options.allowAnonymous ?? false,
    loginUrl: options.loginUrl,
    limits,
    budget: createKeyBudget(limits.keysPerMinute, options.now ?? Date.now),
  }
}

function isRenamed({
  typePrefix,
  rootFields,
}: Pick<WecomGraphQLOptions, 'typePrefix' | 'rootFields'>): boolean {
  return Boolean(typePrefix) || Object.keys(rootFields ?? {}).length > 0
}
