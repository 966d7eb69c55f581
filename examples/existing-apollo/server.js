import { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { createWecomGraphQL, mergeWecomSchema } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'
import express from 'express'

const port = Number(process.env.PORT ?? 3000)
const baseUrl = process.env.BASE_URL ?? `http://localhost:${port}`
const sessionSecret = process.env.SESSION_SECRET ?? 'for localhost only, refused anywhere else'

const client = createWecomClient((await startSimulator()).clientOptions())
const wecom = createWecomGraphQL({ directory: createDirectory(client) })

// Your schema as it was; it may name our types and extend them.
const typeDefs = `
  type Query { orders: [Order!]! }
  type Order { id: ID! title: String! owner: User }
  extend type User { orders: [Order!]! }
`
const orders = [
  { id: '1', title: '办公椅', ownerId: 'zhangsan' },
  { id: '2', title: '显示器', ownerId: 'lisi' },
]
const resolvers = {
  Query: { orders: () => orders },
  // The id is enough: the rest is loaded, together with what else the request asks for.
  Order: { owner: ({ ownerId }) => ({ level: 'id', userId: ownerId }) },
  User: { orders: ({ userId }) => orders.filter(({ ownerId }) => ownerId === userId) },
}

const server = new ApolloServer({
  schema: mergeWecomSchema(wecom, { typeDefs, resolvers }),
  validationRules: wecom.validationRules,
  formatError: wecom.formatError,
})
await server.start()

const app = express()
app.use(wecomSSO({ client, sessionSecret, baseUrl }))
app.get('/', requireWecomUser(), (request, response) => response.json(request.wecomUser))
app.use(
  '/graphql',
  requireWecomUser(),
  express.json(),
  expressMiddleware(server, { context: async ({ req }) => wecom.context(req.wecomUser) }),
)
app.use(wecomErrorHandler())
app.listen(port, (error) => console.log(error ?? baseUrl))
