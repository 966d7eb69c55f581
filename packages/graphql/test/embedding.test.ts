import { makeExecutableSchema } from '@graphql-tools/schema'
import {
  graphql,
  GraphQLEnumType,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  lexicographicSortSchema,
  parse,
  printSchema,
  specifiedRules,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { createWecomGraphQL, mergeWecomSchema } from '../src/index.ts'
import { ask } from './ask.ts'
import { memoryDirectory } from './memory-directory.ts'
import { codeOf, post } from './post.ts'
import { smallCorp } from './small-corp.ts'
import { startEndpoint } from './start-endpoint.ts'

const host = {
  typeDefs: `
    type Query { me: User! order(id: ID!): Order }
    type User { login: String! member: WecomUser }
    type Order { id: ID! owner: WecomUser }
    extend type WecomUser { orders: [Order!]! }
  `,
  resolvers: {
    Query: { me: () => ({ login: 'jack' }), order: (_: unknown, { id }: { id: string }) => ({ id }) },
    Order: { owner: () => ({ level: 'id', userId: 'lisi' }) },
    WecomUser: { orders: (user: unknown) => [{ id: `order of ${Reflect.get(Object(user), 'userId')}` }] },
  },
}

function prefixed() {
  const directory = memoryDirectory(smallCorp())
  const wecom = createWecomGraphQL({
    directory,
    typePrefix: 'Wecom',
    rootFields: { me: 'wecomMe', searchUsers: false },
    viewerOf: (context: { account?: string }) => (context.account ? { userId: context.account } : null),
  })
  return { directory, wecom, schema: mergeWecomSchema(wecom, host) }
}

test('every type but Query gets the prefix, root fields their new names, descriptions stay', () => {
  const { wecom } = prefixed()
  const printed = printSchema(wecom.schema)
  expect(printed).toMatch(/"""A member of the organisation."""\ntype WecomUser \{/)
  expect(printed).toMatch(/wecomMe: WecomUser\n/)
  const types = Object.keys(wecom.schema.getTypeMap()).filter(
    (name) => !/^(?:__|Query|String|ID|Boolean|Int|Float)/.test(name),
  )
  expect(types.filter((name) => !name.startsWith('Wecom'))).toEqual([])
  expect(types).toHaveLength(12)
  expect(Object.keys(wecom.schema.getQueryType()?.getFields() ?? {})).not.toContain('searchUsers')
  expect(Object.keys(wecom.resolvers)).toEqual(['Query', 'WecomUser', 'WecomDepartment'])
})

test("a host's schema with its own User and me takes ours beside it", async () => {
  const { directory, schema } = prefixed()
  const source = `{
    me { login } wecomMe { id name orders { id } } order(id: 7) { id owner { id name position } }
    departmentUsers(departmentId: 2, filter: { text: "王" }) { ... on WecomUser { id } memberships { department { id } } }
  }`
  const { data, errors } = await graphql({ schema, source, contextValue: { account: 'zhangsan' } })
  expect(errors).toBeUndefined()
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    me: { login: 'jack' },
    wecomMe: { id: 'zhangsan', name: '张三', orders: [{ id: 'order of zhangsan' }] },
    order: { id: '7', owner: { id: 'lisi', name: '李四', position: 'Engineer' } },
    departmentUsers: [{ id: 'WangWu', memberships: [{ department: { id: '2' } }] }],
  })
  expect(directory.batches.flat()).toContainEqual({ kind: 'user', userId: 'lisi', level: 'full' })
})

test('the viewer comes from the context of the host, anonymous ones are refused', async () => {
  const { schema } = prefixed()
  const answer = await graphql({
    schema,
    source: '{ wecomMe { id } user(id: "lisi") { id } }',
    contextValue: {},
  })
  expect(answer.data).toMatchObject({ wecomMe: null, user: null })
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' })
})

test('the layer spread into a context survives copies of it', async () => {
  const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
  const contextValue = { ...Object.assign({}, wecom.context({ userId: 'lisi' })), more: true }
  expect(await ask(wecom, '{ me { id } }', { contextValue })).toEqual({ data: { me: { id: 'lisi' } } })
})

test.each([[undefined], [null], ['text'], [{}]])(
  'with the context %o the resolvers say what is missing',
  async (contextValue) => {
    const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
    const { data, errors } = await graphql({ schema: wecom.schema, source: '{ me { id } }', contextValue })
    expect(data).toMatchObject({ me: null })
    expect(errors?.[0]?.originalError).toBeInstanceOf(TypeError)
    expect(errors?.[0]?.message).toContain('...wecom.context(viewer)')
  },
)

test('two layers live in one schema without knowing of each other', async () => {
  const first = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
  const second = createWecomGraphQL({
    directory: memoryDirectory(smallCorp()),
    typePrefix: 'Other',
    rootFields: {
      me: 'otherMe',
      user: false,
      users: false,
      department: false,
      departments: false,
      departmentUsers: false,
      searchUsers: false,
    },
  })
  const schema = makeExecutableSchema({
    typeDefs: [first.typeDefs, second.typeDefs],
    resolvers: [first.resolvers, second.resolvers],
  })
  const contextValue = { ...first.context({ userId: 'lisi' }), ...second.context({ userId: 'wangwu' }) }
  const { data } = await graphql({ schema, source: '{ me { id } otherMe { id name } }', contextValue })
  expect(data).toMatchObject({ me: { id: 'lisi' }, otherMe: { id: 'WangWu' } })
})

test.each([
  ['type Query { a: Int } type User { id: ID }', /the type User; rename ours with the option `typePrefix`/],
  ['type Query { me: String }', /the root field me; rename ours with the option `rootFields`/],
  ['type Other { id: ID } extend type Query { users: Int }', /the root field users/],
  ['schema { query: Root } type Root { a: Int }', /the query type of your schema is Root/],
])('a clash is refused: %s', (typeDefs, message) => {
  const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
  expect(() => mergeWecomSchema(wecom, { typeDefs })).toThrow(message)
})

describe('a schema that another tool has made', () => {
  const money = new GraphQLScalarType({ name: 'Money', serialize: (value) => `${String(value)} CNY` })
  const color = new GraphQLEnumType({ name: 'Color', values: { RED: { value: 7 } } })
  const fields = {
    price: { type: money, resolve: () => 5 },
    color: { type: color, resolve: () => 7 },
    login: {
      type: GraphQLString,
      resolve: (_source: unknown, _args: object, context: { account?: string }) => context.account,
    },
  }
  const made = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) })

  test('keeps its resolvers, scalars and values of enums, and takes ours beside them', async () => {
    const { wecom } = prefixed()
    const schema = mergeWecomSchema(wecom, made)
    const source = '{ price color login wecomMe { id name } }'
    const { data, errors } = await graphql({ schema, source, contextValue: { account: 'lisi' } })
    expect(errors).toBeUndefined()
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      price: '5 CNY',
      color: 'RED',
      login: 'lisi',
      wecomMe: { id: 'lisi', name: '李四' },
    })
    expect(Object.keys(made.getQueryType()?.getFields() ?? {})).toEqual(['price', 'color', 'login'])
  })

  test('clashes as SDL does', () => {
    const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
    const text = { type: GraphQLString }
    const user = new GraphQLObjectType({ name: 'User', fields: { id: text } })
    const withQuery = (name: string, more: object): GraphQLSchema =>
      new GraphQLSchema({ query: new GraphQLObjectType({ name, fields: { a: text, ...more } }) })
    expect(() => mergeWecomSchema(wecom, withQuery('Query', { b: { type: user } }))).toThrow(/the type User/)
    expect(() => mergeWecomSchema(wecom, withQuery('Query', { me: text }))).toThrow(/the root field me/)
    expect(() => mergeWecomSchema(wecom, withQuery('Root', {}))).toThrow(
      /the query type of your schema is Root/,
    )
  })
})

test('SDL may bring scalars, unions and resolvers with a subscription', async () => {
  const { wecom } = prefixed()
  const schema = mergeWecomSchema(wecom, {
    typeDefs: `
      scalar Money
      union Thing = Car | WecomUser
      type Car { price: Money }
      type Query { things: [Thing] }
      type Subscription { tick: Int }
    `,
    resolvers: {
      Money: new GraphQLScalarType({ name: 'Money', serialize: (value) => `${String(value)} CNY` }),
      Thing: { __resolveType: (thing: unknown) => ('price' in Object(thing) ? 'Car' : 'WecomUser') },
      Query: { things: () => [{ price: 3 }, { level: 'id', userId: 'lisi' }] },
    },
  })
  const source = '{ things { ... on Car { price } ... on WecomUser { name } } }'
  const { data } = await graphql({ schema, source, contextValue: { account: 'lisi' } })
  expect(JSON.parse(JSON.stringify(data))).toEqual({ things: [{ price: '3 CNY' }, { name: '李四' }] })
  const wrong = { typeDefs: 'type Query { a: Int }', resolvers: { Query: { b: () => 1 } } }
  expect(() => mergeWecomSchema(wecom, wrong)).toThrow('resolvers has Query.b, which')
})

test('limits know the renamed fields, in the rules and on the endpoint', async () => {
  const { wecom, schema } = prefixed()
  const tooMany = `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: wecomMe { id }`).join(' ')} }`
  const rules = [...specifiedRules, ...wecom.validationRules]
  expect(validate(schema, parse(tooMany), rules)[0]?.extensions).toMatchObject({ limit: 'aliases' })
  expect(validate(schema, parse('{ user(id: "a b") { id } }'), rules)[0]?.extensions).toMatchObject({
    argument: 'id',
  })
  expect(validate(schema, parse('query ($id: ID!) { user(id: $id) { id } }'), rules)).toEqual([])

  await using endpoint = await startEndpoint({
    typePrefix: 'Wecom',
    rootFields: { me: 'wecomMe', searchUsers: false },
    schema: (layer) => mergeWecomSchema(layer, host),
  })
  const answer = await post(endpoint.url, {
    query: 'query ($n: Int) { departmentUsers(departmentId: 2, first: $n) { id } }',
    variables: { n: 5000 },
  })
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 400, code: 'BAD_USER_INPUT' })
  const fine = await post(endpoint.url, { query: '{ me { login } wecomMe { id } }' })
  expect(fine.json?.data).toEqual({ me: { login: 'jack' }, wecomMe: { id: 'zhangsan' } })
})

test('without a prefix the schema is the SDL file', () => {
  const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
  const renamed = createWecomGraphQL({ directory: memoryDirectory(smallCorp()), rootFields: { me: 'me' } })
  const sorted = (schema: typeof wecom.schema): string => printSchema(lexicographicSortSchema(schema))
  expect(sorted(renamed.schema)).toBe(sorted(wecom.schema))
})

test('resolvers may be typed as codegen does: sources of the host, fields and types that are optional', async () => {
  interface Order {
    id: string
  }
  type OrderResolvers = {
    owner?: (source: Order, args: { full?: boolean }, context: { account: string }) => object
    total?: { resolve: (source: Order) => number } | undefined
  }
  type Resolvers = {
    Query?: { order: () => Order }
    Order?: OrderResolvers
    Cart?: OrderResolvers | undefined
  }
  const resolvers: Resolvers = {
    Query: { order: () => ({ id: 'lisi' }) },
    Order: { owner: ({ id }) => ({ level: 'id', userId: id }), total: { resolve: ({ id }) => id.length } },
    Cart: undefined,
  }
  const { wecom } = prefixed()
  const typeDefs =
    'type Query { order: Order } type Order { owner(full: Boolean): WecomUser total: Int } type Cart { owner: WecomUser }'
  const schema = mergeWecomSchema(wecom, { typeDefs, resolvers })
  const source = '{ order { owner { name } total } }'
  const { data } = await graphql({ schema, source, contextValue: { account: 'lisi' } })
  expect(JSON.parse(JSON.stringify(data))).toEqual({ order: { owner: { name: '李四' }, total: 4 } })
})
