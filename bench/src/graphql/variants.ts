import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { apolloWecom, type ApolloWecomOptions, typeDefs } from '@wecom-kit/graphql'
import { wecomYoga } from '@wecom-kit/graphql/yoga'
import express, { type Express } from 'express'
import { graphql, type GraphQLSchema, parse } from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { createSchema, createYoga } from 'graphql-yoga'
import { departmentId } from './documents.ts'

/** Where the simulator is and as whom to read it. */
export interface Corp {
  baseUrl: string
  corpId: string
  agentId: number
  secret: string
}

/** The same schema and the same members: the others with the data in memory, ours with its warm cache. */
export const variants: Record<string, (corp: Corp) => Promise<Express>> = {
  'bare graphql-js + Express': async (corp) => {
    const schema = await plainSchema(corp)
    return serving(({ query, variables }) =>
      graphql({ schema, source: query, ...(variables === undefined ? {} : { variableValues: variables }) }),
    )
  },
  'plain JSON, no GraphQL': async (corp) => {
    const { some, everybody } = await readMembers(corp)
    const three = everybody.map(({ id, name, position }) => ({ id, name, position }))
    const eight = some.map(
      ({ id, name, alias, englishName, position, status, departmentIds, avatarUrl }) => ({
        id,
        name,
        alias,
        englishName,
        position,
        status,
        departmentIds,
        avatarUrl,
      }),
    )
    return serving(({ query }) => ({
      data: { departmentUsers: query.includes('fetchChild') ? three : eight },
    }))
  },
  'graphql-jit': async (corp) => {
    const schema = await plainSchema(corp)
    const compiled = new Map<string, Compiled>()
    return serving(({ query, variables }) => {
      const known = compiled.get(query) ?? compileQuery(schema, parse(query))
      if (!isCompiledQuery(known)) throw new Error('graphql-jit refused the document')
      // A compiled document takes megabytes: with literals in the text a cache of them is soon all there is.
      if (compiled.size < 100) compiled.set(query, known)
      return known.query({}, {}, variables ?? {})
    })
  },
  'Apollo Server': (corp) => apollo(corp, []),
  'Apollo Server without cacheControl': (corp) => apollo(corp, [ApolloServerPluginCacheControlDisabled()]),
  'graphql-yoga': async (corp) => {
    const { some, everybody } = await readMembers(corp)
    const yoga = createYoga({
      schema: createSchema({ typeDefs, resolvers: resolversOf(some, everybody) }),
      logging: false,
    })
    const app = express()
    app.use('/graphql', yoga)
    return app
  },
  apolloWecom: (corp) => ours(corp, {}),
  'apolloWecom with a plugin': (corp) =>
    ours(corp, {
      plugins: [{ requestDidStart: async () => ({ didResolveOperation: async () => undefined }) }],
    }),
  'apolloWecom with canSee': (corp) => ours(corp, { canSee: () => true }),
  wecomYoga: async (corp) => {
    const yoga = createYoga({
      ...wecomYoga({ directory: await warmDirectory(corp), viewer, limits }),
      logging: false,
    })
    const app = express()
    app.use('/graphql', yoga)
    return app
  },
}

type Compiled = CompiledQuery

interface Body {
  readonly query: string
  readonly variables?: Record<string, unknown>
}

function serving(answer: (body: Body) => unknown): Express {
  const app = express()
  app.post('/graphql', express.json(), async (request, response) => {
    response.json(await answer(request.body))
  })
  return app
}

const viewer = () => ({ userId: 'zhangsan' })
const many = Number.POSITIVE_INFINITY
const limits = { keysPerMinute: many, results: many, departmentUsers: many, nodes: many }

async function ours(corp: Corp, options: Partial<ApolloWecomOptions>): Promise<Express> {
  const { middleware } = apolloWecom({ directory: await warmDirectory(corp), viewer, limits, ...options })
  const app = express()
  app.use('/graphql', middleware)
  return app
}

async function warmDirectory(corp: Corp) {
  const directory = createDirectory(createWecomClient(corp))
  await directory.warm()
  return directory
}

async function apollo(corp: Corp, plugins: ApolloServerPlugin[]): Promise<Express> {
  const server = new ApolloServer({ schema: await plainSchema(corp), plugins })
  await server.start()
  const app = express()
  app.use('/graphql', express.json(), expressMiddleware(server))
  return app
}

type Members = Awaited<ReturnType<typeof readMembers>>['everybody']

async function plainSchema(corp: Corp): Promise<GraphQLSchema> {
  const { some, everybody } = await readMembers(corp)
  return makeExecutableSchema({ typeDefs, resolvers: resolversOf(some, everybody) })
}

function resolversOf(some: Members, everybody: Members) {
  return {
    Query: {
      departmentUsers: (_root: unknown, { fetchChild }: { fetchChild?: boolean }): Members =>
        fetchChild === true ? everybody : some,
    },
  }
}

async function readMembers(corp: Corp) {
  const directory = await warmDirectory(corp)
  const read = async (recursive: boolean) =>
    ((await directory.departmentUsers(recursive ? 1 : departmentId, { recursive })) ?? []).flatMap((user) =>
      user.level === 'full' ? [{ ...user, id: user.userId, status: 'ACTIVE' }] : [],
    )
  return { some: (await read(false)).slice(0, 100), everybody: await read(true) }
}
