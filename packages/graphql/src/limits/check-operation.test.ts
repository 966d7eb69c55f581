import { buildSchema, getOperationAST, parse, type OperationDefinitionNode } from 'graphql'
import { expect, test } from 'vitest'
import { plainNames } from '../schema/names.ts'
import { typeDefs } from '../schema/type-defs.ts'
import { createOperationCheck } from './check-operation.ts'
import { testLimits as defaultLimits } from '../../test/test-limits.ts'
import type { WecomLimits } from './limits.ts'

const schema = buildSchema(typeDefs)

function refusalOf(
  source: string,
  variables: Record<string, unknown> = {},
  limits: Partial<WecomLimits> = {},
): Record<string, unknown> | undefined {
  const document = parse(source)
  const check = createOperationCheck({ ...defaultLimits, ...limits }, plainNames)
  return check.beforeExecution({ schema, document, operation: operationOf(document), variables })[0]
    ?.extensions
}

function operationOf(document: ReturnType<typeof parse>): OperationDefinitionNode {
  const operation = getOperationAST(document)
  if (!operation) throw new Error('The document has no operation.')
  return operation
}

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')

test.each([
  '{ me { id name mobile } }',
  '{ departments { children { children { members { nodes { memberships { department { name } } } } } } } }',
  '{ departmentUsers(departmentId: 1) { id name position memberships { department { name } isLeader } } }',
  '{ departments(recursive: true) { id name parentId order leaders { id name } } }',
  `{ users(ids: ${JSON.stringify(Array.from({ length: 200 }, (_, index) => `u${index}`))}) { id name } }`,
  `{ me { ${times(500, () => 'name')} } }`,
  '{ __schema { types { name fields { name type { name ofType { name ofType { name ofType { name } } } } } } } }',
])('a front end may ask %s', (source) => {
  expect(refusalOf(source)).toBeUndefined()
})

test.each([
  ['depth', `{ department(id: 1) { ${'parent { '.repeat(9)} id ${'} '.repeat(9)} } }`],
  [
    'fields',
    `{ me { ...A } } ${times(11, (index) => `fragment ${'ABCDEFGHIJKL'[index]} on User { ${times(2, () => `...${'ABCDEFGHIJKL'[index + 1]}`)} }`)} fragment L on User { name }`,
  ],
  ['aliases', `{ me { ${times(31, (index) => `a${index}: name`)} } }`],
  [
    'aliases',
    `{ me { ${times(4, () => '...A')} } } fragment A on User { ${times(8, (index) => `a${index}: name`)} }`,
  ],
  [
    'rootFields',
    `{ ...A ...B } fragment A on Query { ${times(15, (index) => `a${index}: me { id }`)} } fragment B on Query { ${times(15, (index) => `b${index}: me { id }`)} }`,
  ],
  [
    'nodes',
    '{ departmentUsers(departmentId: 1, first: 1000) { directLeaders { directLeaders { directLeaders { id } } } } }',
  ],
  [
    'nodes',
    '{ departments { members(first: 200) { nodes { mainDepartment { members(first: 200) { nodes { id } } } } } } }',
  ],
  ['ids', `{ users(ids: ${JSON.stringify(Array.from({ length: 201 }, (_, index) => `u${index}`))}) { id } }`],
])('too much: %s', (limit, source) => {
  const limits = limit === 'rootFields' ? { aliases: 100 } : {}
  expect(refusalOf(source, {}, limits)).toMatchObject({
    code: 'OPERATION_TOO_COMPLEX',
    limit,
    http: { status: 400 },
  })
})

test.each([
  [{ n: 60 }, undefined],
  [{ n: 200 }, 'OPERATION_TOO_COMPLEX'],
  [{ n: 201 }, 'BAD_USER_INPUT'],
  [{ n: -1 }, 'BAD_USER_INPUT'],
  [{ n: null }, undefined],
  [{}, undefined],
  [{ n: 'ten' }, undefined],
])('variables count: %o', (variables, code) => {
  const source =
    'query ($n: Int = 3) { department(id: 1) { members(first: $n) { nodes { mainDepartment { members(first: $n) { nodes { id } } } } } } }'
  expect(refusalOf(source, variables)?.['code']).toBe(code)
})

test('a page size in a variable is judged with it, and left alone without', () => {
  const document = parse('query ($n: Int!) { departmentUsers(departmentId: 1, first: $n) { id } }')
  const check = createOperationCheck(defaultLimits, plainNames)
  const operation = operationOf(document)
  expect(check.byText({ schema, document })).toEqual([])
  expect(check.beforeExecution({ schema, document, operation, variables: { n: 5000 } })).toHaveLength(1)
})

test('the verdict on an operation without variables is kept with its document', () => {
  const document = parse('{ me { id } }')
  const check = createOperationCheck(defaultLimits, plainNames)
  const request = { schema, document, operation: operationOf(document) }
  expect(check.beforeExecution(request)).toBe(check.beforeExecution(request))
})

test('an operation with variables is judged by those of each request', () => {
  const document = parse('query ($n: Int!) { departmentUsers(departmentId: 1, first: $n) { id } }')
  const check = createOperationCheck(defaultLimits, plainNames)
  const operation = operationOf(document)
  const judged = [1, 5000, undefined].map((n) => {
    const variables = n === undefined ? undefined : { n }
    return check.beforeExecution({ schema, document, operation, variables }).length
  })
  expect(judged).toEqual([0, 1, 0])
})

test('a document of another parser, without what is empty, is judged', () => {
  const document = parse('{ me { name { first } } }')
  const { variableDefinitions: _none, ...operation } = operationOf(document)
  const check = createOperationCheck({ ...defaultLimits, depth: 1 }, plainNames)
  expect(check.beforeExecution({ schema, document, operation })).toHaveLength(1)
})

test('fragments in a circle are endless, not a stack overflow', () => {
  const source = '{ me { ...A } } fragment A on User { name ...B } fragment B on User { ...A }'
  expect(refusalOf(source)).toMatchObject({ code: 'OPERATION_TOO_COMPLEX' })
})

test('an operation the schema has no root for is a bad request', () => {
  expect(refusalOf('subscription { me { id } }')).toMatchObject({
    code: 'BAD_REQUEST',
    http: { status: 400 },
  })
})

test.each([
  ['query ($id: ID = "x") { user(id: $id) { id } }', { id: null }, 'id'],
  ['query ($id: ID = "x") { users(ids: ["a", $id]) { id } }', { id: null }, 'ids'],
  [
    'query ($s: UserStatus = LEFT) { departmentUsers(departmentId: 1, filter: { status: [$s] }) { id } }',
    { s: null },
    'filter',
  ],
  ['query ($yes: Boolean = true) { me { id name @include(if: $yes) } }', { yes: null }, 'if'],
  [
    'query ($no: Boolean = false) { ...F @skip(if: $no) } fragment F on Query { __typename }',
    { no: null },
    'if',
  ],
])('a null where none may be is the client’s mistake: %s', (source, variables, argument) => {
  expect(refusalOf(source, variables)).toMatchObject({ code: 'BAD_USER_INPUT', argument })
  expect(refusalOf(source)).toBeUndefined()
})

test.each([
  ['query ($first: Int) { departmentUsers(departmentId: 1, first: $first) { id } }', { first: null }],
  ['query ($first: Int) { departmentUsers(departmentId: 1, first: $first) { id } }', {}],
  ['query ($text: String) { departmentUsers(departmentId: 1, filter: { text: $text }) { id } }', {}],
  [
    'query ($filter: UserFilter) { departmentUsers(departmentId: 1, filter: $filter) { id } }',
    { filter: null },
  ],
])('a null or nothing where it may be is fine: %s %o', (source, variables) => {
  expect(refusalOf(source, variables)).toBeUndefined()
})

test('abuse 28: a variable that an executor would lose is refused, with its value and by the text', () => {
  const source = 'query ($__proto__: Int) { departmentUsers(departmentId: 1, first: $__proto__) { id } }'
  const variables: Record<string, unknown> = JSON.parse('{"__proto__":1}')
  const lost = { code: 'BAD_USER_INPUT', argument: '__proto__', http: { status: 400 } }
  expect(refusalOf(source, variables)).toEqual(lost)
  const document = parse(source)
  const check = createOperationCheck(defaultLimits, plainNames)
  const [error] = check.byText({ schema, document })
  expect(error?.extensions).toEqual(lost)
})
