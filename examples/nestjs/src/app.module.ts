import { mergeSchemas } from '@graphql-tools/schema'
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { Module } from '@nestjs/common'
import { GraphQLModule } from '@nestjs/graphql'
import { mergeWecomSchema, wecomApolloPlugin } from '@wecom-kit/graphql'
import type { Request } from 'express'
import { type Order, OrdersResolver } from './orders.resolver.js'
import { PeopleController } from './people.controller.js'
import { wecom } from './wecom.js'

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      introspection: false,
      includeStacktraceInErrorResponses: false,
      // The schema that Nest makes from the classes, ours beside it, and a field that leads from one to the other.
      transformSchema: (schema) =>
        mergeSchemas({
          schemas: [mergeWecomSchema(wecom, schema)],
          typeDefs: 'extend type Order { owner: User }',
          resolvers: { Order: { owner: ({ ownerId }: Order) => ({ level: 'id', userId: ownerId }) } },
        }),
      plugins: [wecomApolloPlugin(wecom)],
      formatError: wecom.formatError,
      context: ({ req }: { req: Request }) => wecom.context(req.wecomUser ?? null),
    }),
  ],
  controllers: [PeopleController],
  providers: [OrdersResolver],
})
export class AppModule {}
