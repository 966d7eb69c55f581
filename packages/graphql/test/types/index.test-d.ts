/** What users write with the main entry, read by `tsc`. */
import type { Directory } from '@wecom-kit/core'
import {
  apolloWecom,
  createWecomGraphQL,
  mergeWecomSchema,
  typeDefs,
  type ApolloWecom,
  type WecomContext,
  type WecomGraphQL,
} from '@wecom-kit/graphql'
import express from 'express'
import type { GraphQLSchema } from 'graphql'
import { expectTypeOf } from 'vitest'

declare const directory: Directory

interface Clerk {
  readonly userId: string
  readonly desk: number
}

const apollo = apolloWecom({ directory })
expectTypeOf(apollo).toEqualTypeOf<ApolloWecom>()
express().use('/graphql', apollo.middleware)
// @ts-expect-error a directory has to be one
apolloWecom({ directory: {} })
// @ts-expect-error an option that does not exist
apolloWecom({ directory, viewers: () => null })

// A viewer of one's own is the one that policies and resolvers get.
const wecom = createWecomGraphQL<Clerk>({
  directory,
  canSee: (viewer) => {
    expectTypeOf(viewer).toEqualTypeOf<Clerk | null>()
    return true
  },
})
expectTypeOf(wecom).toEqualTypeOf<WecomGraphQL<Clerk>>()
expectTypeOf(wecom.context).returns.toEqualTypeOf<WecomContext<Clerk>>()
expectTypeOf(wecom.schema).toEqualTypeOf<GraphQLSchema>()
expectTypeOf(mergeWecomSchema(wecom, { typeDefs, resolvers: {} })).toEqualTypeOf<GraphQLSchema>()
