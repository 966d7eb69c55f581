import { composeServices } from '@apollo/composition'
import { ApolloGateway, IntrospectAndCompose, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { expect, test } from 'vitest'
import { createWecomGraphQL, type ApolloWecomOptions } from '../src/index.ts'
import { wecomSubgraph } from '../src/federation/index.ts'
import { memoryDirectory } from './memory-directory.ts'
import { post } from './post.ts'
import { serve } from './serve.ts'
import { smallCorp } from './small-corp.ts'
import { startEndpoint } from './start-endpoint.ts'

const badgeTypeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { owners: [User!]! rooms: [Department!]! }
  type User @key(fields: "id") { id: ID! badges: [String!]! }
  type Department @key(fields: "id") { id: ID! room: String }
`

function badgeSubgraph() {
  const owners = ['lisi', 'WangWu', 'zhangsan', 'nobody', '../bad']
  return buildSubgraphSchema({
    typeDefs: parse(badgeTypeDefs),
    resolvers: {
      Query: { owners: () => owners.map((id) => ({ id })), rooms: () => [{ id: '2' }, { id: '99' }] },
      User: { badges: (user: { id: string }) => [`badge of ${user.id}`] },
      Department: { room: (department: { id: string }) => `room ${department.id}` },
    },
  })
}

const asSubgraph: ApolloWecomOptions['schema'] = (wecom) => {
  const { typeDefs, resolvers } = wecomSubgraph(wecom)
  return buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers })
}

class ForwardingSource extends RemoteGraphQLDataSource<{ user?: string }> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource['willSendRequest']>>[0]) {
    const user: unknown = Reflect.get(context, 'user')
    if (typeof user === 'string') request.http?.headers.set('x-test-user', user)
  }
}

test("composes with another subgraph by Apollo's composition", () => {
  const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
  const { errors, supergraphSdl } = composeServices([
    { name: 'wecom', typeDefs: parse(wecomSubgraph(wecom).typeDefs) },
    { name: 'badges', typeDefs: parse(badgeTypeDefs) },
  ])
  expect(errors).toBeUndefined()
  expect(supergraphSdl).toContain('@join__type(graph: WECOM, key: "id")')
})

test('a gateway joins members and departments of two subgraphs, references in one batch', async () => {
  await using endpoint = await startEndpoint({
    schema: asSubgraph,
    viewer: ({ headers }) => (headers['x-test-user'] ? { userId: String(headers['x-test-user']) } : null),
  })
  const yoga = createYoga({ schema: badgeSubgraph(), logging: false })
  await using badges = await serve(yoga)
  const gateway = new ApolloGateway({
    supergraphSdl: new IntrospectAndCompose({
      subgraphs: [
        { name: 'wecom', url: endpoint.url },
        { name: 'badges', url: `${badges.url}/graphql` },
      ],
    }),
    buildService: ({ url }) => new ForwardingSource(url === undefined ? {} : { url }),
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  })
  const server = new ApolloServer<{ user?: string }>({ gateway })
  await server.start()
  const ask = async (query: string, user?: string) => {
    const { body } = await server.executeOperation(
      { query },
      { contextValue: user === undefined ? {} : { user } },
    )
    return body.kind === 'single' ? JSON.parse(JSON.stringify(body.singleResult)) : undefined
  }

  const { data } = await ask(
    '{ owners { id badges } rooms { id room name } me { name badges } departmentUsers(departmentId: 2) { id badges } }',
    'zhangsan',
  )
  expect(data).toMatchObject({
    me: { name: '张三', badges: ['badge of zhangsan'] },
    rooms: [
      { id: '2', room: 'room 2', name: 'Department 2' },
      { id: '99', room: 'room 99', name: null },
    ],
  })
  expect(data.departmentUsers).toHaveLength(3)

  endpoint.directory.batches.length = 0
  const joined = await ask('{ owners { id alias badges } }', 'zhangsan')
  expect(joined.data.owners).toEqual([
    { id: 'lisi', alias: null, badges: ['badge of lisi'] },
    { id: 'WangWu', alias: null, badges: ['badge of WangWu'] },
    { id: 'zhangsan', alias: 'Jack', badges: ['badge of zhangsan'] },
    { id: 'nobody', alias: null, badges: ['badge of nobody'] },
    { id: '../bad', alias: null, badges: ['badge of ../bad'] },
  ])
  expect(endpoint.directory.batches).toEqual([
    ['lisi', 'WangWu', 'zhangsan', 'nobody'].map((userId) => ({ kind: 'user', userId, level: 'full' })),
  ])

  const anonymous = await ask('{ owners { id alias } me { id } }')
  expect(anonymous.data).toMatchObject({ me: null, owners: [{ id: 'lisi', alias: null }, {}, {}, {}, {}] })
  expect(anonymous.errors[0].extensions.code).toBe('UNAUTHENTICATED')

  await server.stop()
  await yoga.dispose()
})

test('a reference whose id is no id is nobody, without an error', async () => {
  await using endpoint = await startEndpoint({ schema: asSubgraph })
  const ids: unknown[] = [['lisi'], { a: 1 }, null, true, 7, undefined, 'lisi']
  const representations = [
    ...ids.map((id) => ({ __typename: 'User', id })),
    { __typename: 'Department', id: 2 },
    { __typename: 'Department', id: [2] },
  ]
  const query =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { id } ... on Department { id } } }'
  const answer = await post(endpoint.url, { query, variables: { representations } })
  const nobody = ids.slice(1).map(() => null)
  expect(answer.json).toEqual({ data: { _entities: [...nobody, { id: 'lisi' }, { id: '2' }, null] } })
  expect(endpoint.log).toEqual([])
})
