import { codegen } from '@graphql-codegen/core'
import * as documentPlugin from '@graphql-codegen/typed-document-node'
import * as typescriptPlugin from '@graphql-codegen/typescript'
import * as operationsPlugin from '@graphql-codegen/typescript-operations'
import {
  buildSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  printSchema,
  visit,
} from 'graphql'
import { expect, test } from 'vitest'
import { createWecomGraphQL, typeDefs } from '../src/index.ts'
import { memoryDirectory } from './memory-directory.ts'
import { smallCorp } from './small-corp.ts'

const schema = buildSchema(typeDefs)
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
interface Described {
  kind: string
  name: string
  description: string
}

/** Everything in the SDL that has a name and can have a description. */
function described(): Described[] {
  const found: Described[] = []
  visit(parse(typeDefs), {
    enter(node) {
      if (!('description' in node) || !('name' in node) || !node.name) return
      found.push({ kind: node.kind, name: node.name.value, description: node.description?.value ?? '' })
    },
  })
  return found
}

const patterns: readonly [kind: RegExp, name: RegExp][] = [
  [/TypeDefinition$/, /^(?:[A-Z][a-z]+)+$/],
  [/^(?:Field|InputValue)Definition$/, /^[a-z]+(?:[A-Z][a-z]+)*$/],
  [/^EnumValueDefinition$/, /^[A-Z]+(?:_[A-Z]+)*$/],
]

test('every type, field, argument and value has a description that is a sentence', () => {
  const all = described()
  expect(all.length).toBeGreaterThan(90)
  expect(all.filter(({ description }) => !/^[A-Z`].*\.$/s.test(description))).toEqual([])
})

test('names: types in PascalCase, fields and arguments in camelCase, values in CAPITALS', () => {
  const odd = described().filter(({ kind, name }) =>
    patterns.every(([kinds, names]) => !kinds.test(kind) || !names.test(name)),
  )
  expect(odd).toEqual([])
})

test('every root field is nullable, so that one failure leaves the others alone', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  expect(fields).toHaveLength(7)
  expect(fields.filter(({ type }) => isNonNullType(type))).toEqual([])
})

test('lists hold no nulls but users, which has a place for each id', () => {
  const lists = types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const list = isNonNullType(field.type) ? field.type.ofType : field.type
      return isListType(list) && !isNonNullType(list.ofType) ? [`${type.name}.${field.name}`] : []
    }),
  )
  expect(lists).toEqual(['Query.users'])
})

test('connections are what Relay expects', () => {
  const connection = schema.getType('UserConnection')
  const edge = schema.getType('UserEdge')
  const pageInfo = schema.getType('PageInfo')
  const fieldsOf = (type: typeof edge): Record<string, string> =>
    isObjectType(type)
      ? Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]))
      : {}
  expect(fieldsOf(connection)).toMatchObject({ edges: '[UserEdge!]!', pageInfo: 'PageInfo!' })
  expect(fieldsOf(edge)).toEqual({ cursor: 'String!', node: 'User!' })
  expect(fieldsOf(pageInfo)).toEqual({
    hasNextPage: 'Boolean!',
    hasPreviousPage: 'Boolean!',
    startCursor: 'String',
    endCursor: 'String',
  })
})

test('only built-in scalars: a front end needs no configuration for codegen', () => {
  const scalars = new Set(
    types
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => getNamedType(field.type).name)),
  )
  expect([...scalars].filter((name) => ['DateTime', 'JSON', 'Date'].includes(name))).toEqual([])
  expect(typeDefs).not.toMatch(/^scalar /m)
})

test('the executable schema is the SDL', () => {
  const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
  expect(printSchema(wecom.schema)).toBe(printSchema(schema))
})

test('codegen makes typed operations out of the SDL file', async () => {
  const document = parse(
    'query Team($id: ID!) { me { id name } departmentUsers(departmentId: $id) { id status order: mainDepartmentId } }',
  )
  const code = await codegen({
    schema: parse(typeDefs),
    documents: [{ document }],
    config: {},
    filename: 'operations.ts',
    plugins: [{ typescript: {} }, { operations: {} }, { document: {} }],
    pluginMap: { typescript: typescriptPlugin, operations: operationsPlugin, document: documentPlugin },
  })
  expect(code).toContain('export type TeamQuery = ')
  expect(code).toContain('export const TeamDocument = ')
  expect(code).toMatch(/enum UserStatus|UserStatus =/)
})
