import { buildSchema, graphqlSync, type GraphQLResolveInfo } from 'graphql'
import { expect, test } from 'vitest'
import { plainNames } from '../schema/names.ts'
import { typeDefs } from '../schema/type-defs.ts'
import { connectionLevel, needsDepartment, userLevel } from './selection.ts'

const schema = buildSchema(typeDefs)

/** The info that the resolver of the first root field gets. */
function infoOf(source: string, variableValues: Record<string, unknown> = {}): GraphQLResolveInfo {
  const seen: GraphQLResolveInfo[] = []
  const fieldResolver = (
    _source: unknown,
    _args: unknown,
    _context: unknown,
    info: GraphQLResolveInfo,
  ): null => {
    seen.push(info)
    return null
  }
  const { errors } = graphqlSync({ schema, source, variableValues, fieldResolver })
  const [info] = seen
  if (!info) throw new Error(String(errors))
  return info
}

test.each([
  ['{ me { __typename } }', 'id'],
  ['{ me { id isMe } }', 'id'],
  ['{ me { id name departmentIds } }', 'simple'],
  ['{ me { memberships { department { id name } } } }', 'simple'],
  ['{ me { memberships { isLeader } } }', 'full'],
  ['{ me { mobile } }', 'full'],
  ['{ me { id } me { position } }', 'full'],
  ['{ me { id ...A } } fragment A on User { ...B } fragment B on User { name }', 'simple'],
  ['{ me { ... on User { alias } } }', 'full'],
  ['{ me { ... { id ... { name } } } }', 'simple'],
  ['{ me { id mobile @skip(if: true) } }', 'id'],
  ['{ me { id ... @include(if: false) { mobile } name @include(if: true) } }', 'simple'],
  ['{ me { id ...A @skip(if: true) } } fragment A on User { mobile }', 'id'],
])('%s needs %s', (source, level) => {
  const info = infoOf(source)
  expect(userLevel(info.fieldNodes, plainNames, info)).toBe(level)
})

test.each([
  [true, 'full'],
  [false, 'id'],
])('variables decide: $all = %s needs %s', (all, level) => {
  const info = infoOf(
    'query ($all: Boolean!) { me { id mobile @include(if: $all) email @skip(if: true) } }',
    { all },
  )
  expect(userLevel(info.fieldNodes, plainNames, info)).toBe(level)
})

test('a field of a host that extended our type needs everything', () => {
  const info = infoOf('{ me { id } }')
  const extended = buildSchema(`${typeDefs} extend type User { badge: String }`)
  const nodes = infoOf('{ me { id badge: alias } }').fieldNodes
  expect(userLevel(nodes, plainNames, { ...info, schema: extended })).toBe('full')
})

test.each([
  ['{ searchUsers(query: "ab") { totalCount pageInfo { hasNextPage } } }', 'id'],
  ['{ searchUsers(query: "ab") { nodes { id } edges { cursor node { name } } } }', 'simple'],
  ['{ searchUsers(query: "ab") { edges { node { ...A } } } } fragment A on User { status }', 'full'],
])('%s needs %s of its members', (source, level) => {
  const info = infoOf(source)
  expect(connectionLevel(info.fieldNodes, plainNames, info)).toBe(level)
})

test.each([
  ['{ department(id: 1) { id __typename } }', false],
  ['{ department(id: 1) { id ... on Department { name } } }', true],
])('%s needs the department: %s', (source, needed) => {
  const info = infoOf(source)
  expect(needsDepartment(info.fieldNodes, plainNames, info)).toBe(needed)
})
