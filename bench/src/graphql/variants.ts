import { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { apolloWecom, typeDefs } from '@wecom-kit/graphql'
import express, { type Express } from 'express'
import { graphql, type GraphQLSchema } from 'graphql'
import { createSchema, createYoga } from 'graphql-yoga'

/** Where the simulator is and as whom to read it. */
export interface Corp {
  baseUrl: string
  corpId: string
  agentId: number
  secret: string
}

/** A department of 120 members in the simulator's big-corp. */
const departmentId = 8

/** The operation every variant answers: 100 members, 8 fields. */
export const query: string = `{
  departmentUsers(departmentId: ${departmentId}, first: 100) {
    id name alias englishName position status departmentIds avatarUrl
  }
}`

/** The same schema and the same members: three servers with the data in memory, and ours with its warm cache. */
export const variants: Record<string, (corp: Corp) => Promise<Express>> = {
  'bare graphql-js + Express': async (corp) => {
    const schema = await plainSchema(corp)
    const app = express()
    app.post('/graphql', express.json(), async (request, response) => {
      response.json(await graphql({ schema, source: request.body.query }))
    })
    return app
  },
  'Apollo Server, defaults': async (corp) => {
    const server = new ApolloServer({ schema: await plainSchema(corp) })
    await server.start()
    const app = express()
    app.use('/graphql', express.json(), expressMiddleware(server))
    return app
  },
  'graphql-yoga': async (corp) => {
    const yoga = createYoga({
      schema: createSchema({ typeDefs, resolvers: await plainResolvers(corp) }),
      logging: false,
    })
    const app = express()
    app.use('/graphql', yoga)
    return app
  },
  'apolloWecom, warm directory': async (corp) => {
    const directory = createDirectory(createWecomClient(corp))
    await directory.departmentUsers(departmentId)
    const { middleware } = apolloWecom({ directory, viewer: () => ({ userId: 'zhangsan' }) })
    const app = express()
    app.use('/graphql', middleware)
    return app
  },
}

async function plainSchema(corp: Corp): Promise<GraphQLSchema> {
  return makeExecutableSchema({ typeDefs, resolvers: await plainResolvers(corp) })
}

async function plainResolvers(corp: Corp): Promise<{ Query: Record<string, () => object[]> }> {
  const wecom = createWecomClient(corp)
  const members = (await wecom.users.list(departmentId)).slice(0, 100).map((user) => ({
    id: user.userid,
    name: user.name,
    alias: user.alias,
    englishName: user.english_name,
    position: user.position,
    status: 'ACTIVE',
    departmentIds: user.department,
    avatarUrl: user.avatar,
  }))
  return { Query: { departmentUsers: () => members } }
}
