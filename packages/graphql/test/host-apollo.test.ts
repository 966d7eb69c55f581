import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { createWecomGraphQL, mergeWecomSchema, wecomApolloPlugin, type WecomContext } from '../src/index.ts'
import { memoryDirectory } from './memory-directory.ts'
import { smallCorp } from './small-corp.ts'

const secret = 'https://qyapi.weixin.qq.com/cgi-bin/user/get?access_token=SECRET'

/** An Apollo Server as somebody had it before: plugins, a `formatError` of its own, errors of its own. */
function hostServer() {
  const directory = memoryDirectory(smallCorp())
  directory.failures.set('lisi', new Error(secret))
  const wecom = createWecomGraphQL({
    directory,
    logger: { error: () => undefined },
    errorCodes: ['NOT_FOUND'],
  })
  const heard: string[] = []
  const tracing: ApolloServerPlugin<WecomContext> = {
    async requestDidStart() {
      heard.push('start')
      return {
        async didResolveOperation({ operationName }) {
          heard.push(`operation ${operationName}`)
        },
        async didEncounterErrors({ errors }) {
          heard.push(`errors ${errors.length}`)
        },
        async willSendResponse({ response }) {
          heard.push('send')
          if (response.body.kind === 'single') response.body.singleResult.extensions = { trace: 7 }
        },
      }
    },
  }
  const server = new ApolloServer<WecomContext>({
    schema: mergeWecomSchema(wecom, {
      typeDefs: 'type Query { order(id: ID!): Order broken: Int } type Order { id: ID! owner: User }',
      resolvers: {
        Query: {
          order: (_source: unknown, { id }: { id: string }) => {
            if (id === '404') throw new GraphQLError('no such order', { extensions: { code: 'NOT_FOUND' } })
            return { id }
          },
          broken: () => {
            throw new Error('password of the database')
          },
        },
        Order: { owner: ({ id }: { id: string }) => ({ level: 'id', userId: id }) },
      },
    }),
    plugins: [tracing, wecomApolloPlugin(wecom)],
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => {
      const shown = wecom.formatError(formatted, error)
      return { ...shown, extensions: { ...shown.extensions, service: 'orders' } }
    },
  })
  return {
    heard,
    ask: async (query: string) => {
      const { body } = await server.executeOperation(
        { query },
        { contextValue: wecom.context({ userId: 'zhangsan' }) },
      )
      if (body.kind !== 'single') throw new Error('not one answer')
      return JSON.parse(JSON.stringify(body.singleResult))
    },
  }
}

test("a host's plugins hear every operation once, and its formatError has the last word", async () => {
  const { ask, heard } = hostServer()
  expect(await ask('query Mine { me { id name } order(id: "zhaoliu") { owner { name } } }')).toEqual({
    data: { me: { id: 'zhangsan', name: '张三' }, order: { owner: { name: '赵六' } } },
    extensions: { trace: 7 },
  })
  expect(heard).toEqual(['start', 'operation Mine', 'send'])
})

test.each([
  ['its own error with a code it allows', '{ order(id: "404") { id } }', 'no such order', 'NOT_FOUND'],
  ['its own failure', '{ broken }', 'Internal server error', 'INTERNAL_SERVER_ERROR'],
  ['ours of a client', '{ department(id: "x") { id } }', 'department id', 'BAD_USER_INPUT'],
  ['ours of WeCom', '{ user(id: "lisi") { name } }', '', 'INTERNAL_SERVER_ERROR'],
  [
    'our limits',
    `{ ${Array.from({ length: 400 }, (_, at) => `a${at}: me { id }`).join(' ')} }`,
    '',
    'OPERATION_TOO_COMPLEX',
  ],
])('%s', async (_what, query, text, code) => {
  const { ask, heard } = hostServer()
  const { errors } = await ask(query)
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining(text),
    extensions: { code, service: 'orders' },
  })
  expect(JSON.stringify(errors)).not.toMatch(/SECRET|password/)
  expect(heard).toContain('errors 1')
})
