/** What users write with `@wecom-kit/graphql/federation`, read by `tsc`. */
import { buildSubgraphSchema } from '@apollo/subgraph'
import type { WecomGraphQL } from '@wecom-kit/graphql'
import { wecomSubgraph, type WecomSubgraph } from '@wecom-kit/graphql/federation'
import { parse } from 'graphql'
import { expectTypeOf } from 'vitest'

declare const wecom: WecomGraphQL

const { typeDefs, resolvers } = wecomSubgraph(wecom)
expectTypeOf(wecomSubgraph).returns.toEqualTypeOf<WecomSubgraph>()
buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers })
