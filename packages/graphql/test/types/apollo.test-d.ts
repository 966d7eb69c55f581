/** What users write with `@wecom-kit/graphql/apollo`, read by `tsc`. */
import { ApolloServer } from '@apollo/server'
import type { Directory } from '@wecom-kit/core'
import { createWecomGraphQL, type WecomContext } from '@wecom-kit/graphql'
import { apolloWecom, wecomApolloPlugin, type ApolloWecom } from '@wecom-kit/graphql/apollo'
import { expectTypeOf } from 'vitest'

declare const directory: Directory

expectTypeOf(apolloWecom({ directory })).toEqualTypeOf<ApolloWecom>()
const wecom = createWecomGraphQL({ directory })
// A server of the host takes the plugin as it is.
const server = new ApolloServer<WecomContext>({ schema: wecom.schema, plugins: [wecomApolloPlugin(wecom)] })
expectTypeOf(server).toEqualTypeOf<ApolloServer<WecomContext>>()
