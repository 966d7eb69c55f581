import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql'
import { expect, test } from 'vitest'
import { testLimits } from '../../test/test-limits.ts'
import { plainNames, type SchemaNames } from '../schema/names.ts'
import { typeDefs } from '../schema/type-defs.ts'
import { createOperationCheck } from './check-operation.ts'
import type { WecomLimits } from './limits.ts'

const ours = buildSchema(typeDefs)

/** What a document is refused for by its text alone: the limit, else the code. */
function refusals(
  source: string,
  limits: Partial<WecomLimits> = {},
  schema: GraphQLSchema = ours,
  names: SchemaNames = plainNames,
): unknown[] {
  const check = createOperationCheck({ ...testLimits, ...limits }, names)
  const errors = check.byText({ schema, document: parse(source) })
  return errors.map(({ extensions }) => extensions['limit'] ?? extensions['code'])
}

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** Fragments that each spread the next one twice: 2^25 fields in 200 tokens. */
function doubling(type: string, last: string): string {
  const chain = letters
    .slice(0, -1)
    .map((name, index) => `fragment ${name} on ${type} { ...${letters[index + 1]} ...${letters[index + 1]} }`)
  return `${chain.join(' ')} fragment Z on ${type} { ${last} }`
}

test.each([
  ['aliases', '{ me { ... on User { a: name b: name } } }', { aliases: 1 }],
  ['aliases', '{ me { ... { a: name b: name } } }', { aliases: 1 }],
  ['rootFields', '{ ... { a: me { id } ... on Query { b: me { id } } } }', { rootFields: 1 }],
])('inline fragments count what is in them: %s in %s', (limit, source, limits) => {
  expect(refusals(source, limits)).toEqual([limit])
  expect(refusals(source)).toEqual([])
})

test('as many as a limit says may be asked for', () => {
  const source = '{ a: me { id } b: me { name } ...C } fragment C on Query { c: me { id } }'
  expect(refusals(source, { rootFields: 3, aliases: 3, fields: 6, depth: 2, nodes: 3 })).toEqual([])
  expect(refusals(source, { rootFields: 2, aliases: 2, fields: 5, depth: 1, nodes: 2 })).toEqual([
    'depth',
    'nodes',
    'fields',
    'aliases',
    'rootFields',
  ])
})

test('no more mistakes are told than the limit of errors says', () => {
  expect(
    refusals('{ user(id: "?") { id } department(id: "?") { id } me { id } }', { depth: 1, errors: 2 }),
  ).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT'])
})

test.each([
  ['Query', '{ ...A }', '__typename'],
  ['User', '{ me { ...A } }', 'name'],
])('fragments on %s that double at each step are measured in as many steps', (type, root, last) => {
  expect(refusals(`${root} ${doubling(type, last)}`)).toEqual(['fields'])
})

test('fragments of root fields in a circle end', () => {
  expect(refusals('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A me { id } }')).toEqual([
    'depth',
    'nodes',
    'fields',
    'aliases',
  ])
})

test('a list of nobody selects a circle for nobody', () => {
  const circle = 'fragment A on User { directLeaders { ...A } }'
  expect(refusals(`{ users(ids: []) { ...A } } ${circle}`)).toContain('depth')
})

test('operations that share a fragment are each charged for it, and for their own mistakes alone', () => {
  const many = 'fragment F on Query { a: me { id } b: me { id } }'
  expect(refusals(`query A { ...F } query B { ...F } ${many}`, { rootFields: 1 })).toEqual([
    'rootFields',
    'rootFields',
  ])
  expect(refusals('query A { user(id: "?") { id } } query B { me { id } }')).toEqual(['BAD_USER_INPUT'])
})

// The rule runs beside those of graphql-js, which refuse these.
test.each([
  '{ me }',
  '{ me { name { first } } }',
  '{ me { nothing { at { all } } } }',
  '{ ...Nobody }',
  '{ me { ...Nobody } }',
  '{ me { ...A } } fragment A on UserStatus { a }',
  '{ me { ... on UserStatus { a } } }',
  'query ($yes: Boolean!) { me { id @include(if: $yes) } }',
])('an operation that is not valid, or waits for its variables, is left to others: %s', (source) => {
  expect(refusals(source)).toEqual([])
})

test('as a validation rule it tells the same', () => {
  const { rule } = createOperationCheck({ ...testLimits, depth: 1 }, plainNames)
  expect(validate(ours, parse('{ me { id } }'), [rule]).map(({ extensions }) => extensions['limit'])).toEqual(
    ['depth'],
  )
  expect(validate(ours, parse('{ __typename }'), [rule])).toEqual([])
})

const hosts = buildSchema(`
  type Query { orders: [Order!]! tags: [String] anything: Anything me: Order user(id: ID!): Order }
  type Order { id: ID items: [Order!] next: Order }
  union Anything = Order
`)

test('a list of the host counts as ten, its other fields as nothing of ours', () => {
  const asked = '{ orders { items { id } } }'
  expect(refusals(asked, { nodes: 110 }, hosts)).toEqual([])
  expect(refusals(asked, { nodes: 109 }, hosts)).toEqual(['nodes'])
  expect(refusals('{ orders { next { id } } tags }', { nodes: 11 }, hosts)).toEqual([])
  expect(refusals('{ orders { next { id } } tags }', { nodes: 10 }, hosts)).toEqual(['nodes'])
})

test('a union of the host is measured by what is selected on its members', () => {
  const asked = '{ anything { __typename ... on Order { items { id } } } }'
  expect(refusals(asked, { nodes: 11, fields: 4 }, hosts)).toEqual([])
  expect(refusals(asked, { nodes: 10, fields: 3 }, hosts)).toEqual(['nodes', 'fields'])
})

test('arguments are judged under the names of the host’s schema', () => {
  const names: SchemaNames = {
    type: (name) => `Wecom${name}`,
    rootField: (name) => (name === 'user' ? undefined : `wecom_${name}`),
  }
  const renamed = buildSchema(`
    type Query { wecom_users(ids: [ID!]!): [WecomUser!]! user(id: ID!): WecomUser }
    type WecomUser { id: ID directLeaders: [WecomUser!]! }
  `)
  const judged = (source: string, limits = {}) => refusals(source, limits, renamed, names)
  expect(judged('{ wecom_users(ids: ["a", "b"]) { id } }', { ids: 1 })).toEqual(['ids'])
  const leaders = '{ wecom_users(ids: ["a"]) { directLeaders { id } } }'
  expect(judged(leaders, { nodes: 5 })).toEqual([])
  expect(judged(leaders, { nodes: 4 })).toEqual(['nodes'])
  // Ours is left out: this one is the host's own, with ids of its own.
  expect(judged('{ user(id: "no userid of WeCom?") { id } }')).toEqual([])
})

test('references of a subgraph count', () => {
  const subgraph = buildSchema(
    'type Query { _entities(representations: [ID!]!): [User]! } type User { id: ID }',
  )
  const asked = '{ _entities(representations: ["a", "b", "c"]) { id } }'
  expect(refusals(asked, { nodes: 3 }, subgraph)).toEqual([])
  expect(refusals(asked, { nodes: 2 }, subgraph)).toEqual(['nodes'])
})
