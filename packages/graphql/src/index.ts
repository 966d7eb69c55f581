export { createWecomGraphQL, type OperationToCheck, type WecomGraphQL } from './create-wecom-graphql.ts'
export type { WecomGraphQLOptions } from './options.ts'
export { apolloWecom, type ApolloWecom } from './apollo/apollo-wecom.ts'
export type { ApolloWecomOptions, WecomRequest } from './apollo/options.ts'
export { wecomApolloPlugin, type WecomApolloPlugin } from './apollo/wecom-plugin.ts'
export {
  defaultFieldPolicy,
  type CanSee,
  type FieldPolicy,
  type PersonalField,
  type VisibilityTarget,
  type WecomViewer,
} from './policy.ts'
export { typeDefs } from './schema/type-defs.ts'
export { mergeWecomSchema, type HostSchema } from './embedding/merge-wecom-schema.ts'
export type { RootField, SchemaNames } from './schema/names.ts'
export type { FieldResolvers, Resolver, WecomResolvers } from './resolvers/tools.ts'
export type { WecomContext } from './request/context.ts'
export type { BatchSummary, DirectoryTrace } from './request/loader.ts'
export type { RequestScope } from './request/request-scope.ts'
export type { RequestFacts } from './request/settings.ts'
export type { WecomLimits } from './limits/limits.ts'
export type { FormatError } from './errors/mask.ts'
export type { WecomGraphQLErrorCode } from './errors/codes.ts'
