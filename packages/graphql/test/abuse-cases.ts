/** An abusive request and what must come of it. */
export interface AbuseCase {
  number: number
  name: string
  body: unknown
  method?: 'GET' | 'POST'
  /** Appended to the URL. */
  search?: string
  headers?: Record<string, string>
  status: number
  code?: string
  /** Demands that may reach the directory. */
  upstream: number
  /** Bytes of the largest answer that is all right. */
  maxBytes?: number
}

const times = (count: number, text: (index: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(separator)

const nest = (count: number, open: string, inner: string, close: string): string =>
  `${open.repeat(count)}${inner}${close.repeat(count)}`

const introspection = '{ __schema { types { name fields { name type { name } } } } }'
const ids = times(5000, (index) => `user${index}`).split(' ')
const json = { query: '{ me { name } }' }

/** Cases 1 to 32 of the list; the others need more than one request. */
export const abuseCases: readonly AbuseCase[] = [
  {
    number: 1,
    name: 'full introspection',
    body: { query: introspection },
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    upstream: 0,
  },
  {
    number: 2,
    name: 'a __type probe',
    body: { query: '{ __type(name: "User") { fields { name } } }' },
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    upstream: 0,
  },
  {
    number: 3,
    name: 'a misspelt field',
    body: { query: '{ me { nam } }' },
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    upstream: 0,
  },
  {
    number: 4,
    name: '100 aliases of user(id)',
    body: { query: `{ ${times(100, (index) => `u${index}: user(id: "u${index}") { name }`)} }` },
    status: 400,
    code: 'OPERATION_TOO_COMPLEX',
    upstream: 0,
  },
  {
    number: 5,
    name: '5000 ids in a variable',
    body: { query: 'query ($ids: [ID!]!) { users(ids: $ids) { id } }', variables: { ids } },
    status: 400,
    code: 'OPERATION_TOO_COMPLEX',
    upstream: 0,
  },
  {
    number: 6,
    name: 'a cycle 12 deep',
    body: { query: `{ department(id: 1) { ${nest(12, 'parent { ', 'id', ' }')} } }` },
    status: 400,
    code: 'OPERATION_TOO_COMPLEX',
    upstream: 0,
  },
  {
    number: 7,
    name: 'departments and members, six times',
    body: {
      query: `{ departments { ${nest(6, 'members(first: 100) { nodes { mainDepartment { ', 'id', ' } } }')} } }`,
    },
    status: 400,
    code: 'OPERATION_TOO_COMPLEX',
    upstream: 0,
  },
  {
    number: 8,
    name: 'first: 100000',
    body: { query: '{ departmentUsers(departmentId: 1, first: 100000) { id } }' },
    status: 400,
    code: 'BAD_USER_INPUT',
    upstream: 0,
  },
  {
    number: 9,
    name: 'the same through a variable',
    body: {
      query: 'query ($n: Int) { departmentUsers(departmentId: 1, first: $n) { id } }',
      variables: { n: 100000 },
    },
    status: 400,
    code: 'BAD_USER_INPUT',
    upstream: 0,
  },
  {
    number: 10,
    name: 'first: -1',
    body: { query: '{ departmentUsers(departmentId: 1, first: -1) { id } }' },
    status: 400,
    code: 'BAD_USER_INPUT',
    upstream: 0,
  },
  {
    number: 11,
    name: '20 operations in an array',
    body: Array.from({ length: 20 }, () => json),
    status: 400,
    code: 'BAD_REQUEST',
    upstream: 0,
  },
  {
    number: 12,
    name: '500 repetitions of a field are one',
    body: { query: `{ me { ${times(500, () => 'name')} } }` },
    status: 200,
    upstream: 1,
  },
  {
    number: 13,
    name: '500 times @include on one field',
    body: { query: `{ me { name ${times(500, () => '@include(if: true)')} } }` },
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
    upstream: 0,
    maxBytes: 1000,
  },
  {
    number: 14,
    name: '500 unknown directives',
    body: { query: `{ me { name ${times(500, (index) => `@d${index}`)} } }` },
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    upstream: 0,
    maxBytes: 1500,
  },
  {
    number: 15,
    name: 'fragments in a circle',
    body: { query: '{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }' },
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    upstream: 0,
  },
  {
    number: 16,
    name: 'fragments that expand to 2^14 fields',
    body: {
      query: `{ me { ...F0 } } ${times(14, (index) => `fragment F${index} on User { ...F${index + 1} ...F${index + 1} }`)} fragment F14 on User { name }`,
    },
    status: 400,
    code: 'OPERATION_TOO_COMPLEX',
    upstream: 0,
  },
  {
    number: 17,
    name: '3000 aliases of __typename',
    body: { query: `{ ${times(3000, (index) => `t${index}: __typename`)} }` },
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
    upstream: 0,
    maxBytes: 1000,
  },
  {
    number: 18,
    name: 'a body of 2 MB',
    body: { query: `{ me { name } } #${'x'.repeat(2_000_000)}` },
    status: 413,
    code: 'BAD_REQUEST',
    upstream: 0,
  },
  {
    number: 19,
    name: 'GET without a header that makes browsers ask first',
    body: undefined,
    method: 'GET',
    search: '?query=%7Bme%7Bname%7D%7D',
    status: 400,
    code: 'BAD_REQUEST',
    upstream: 0,
  },
  {
    number: 20,
    name: 'POST text/plain',
    body: JSON.stringify(json),
    headers: { 'content-type': 'text/plain' },
    status: 400,
    code: 'BAD_REQUEST',
    upstream: 0,
  },
  {
    number: 21,
    name: 'POST of a form',
    body: 'query=%7Bme%7Bname%7D%7D',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 400,
    code: 'BAD_REQUEST',
    upstream: 0,
  },
  {
    number: 22,
    name: 'a mutation over GET',
    body: undefined,
    method: 'GET',
    search: '?query=mutation%7Bx%7D',
    headers: { 'apollo-require-preflight': '1' },
    status: 405,
    code: 'BAD_REQUEST',
    upstream: 0,
  },
  {
    number: 26,
    name: 'a variable of the wrong type',
    body: { query: 'query ($ids: [ID!]!) { users(ids: $ids) { id } }', variables: { ids: { a: 1 } } },
    status: 400,
    code: 'BAD_USER_INPUT',
    upstream: 0,
  },
  {
    number: 27,
    name: 'an unknown persisted query',
    body: { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
    status: 200,
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    upstream: 0,
  },
  {
    number: 28,
    name: '__proto__ in variables',
    body: '{"query":"query ($f: UserFilter) { departmentUsers(departmentId: 1, filter: $f) { id } }","variables":{"f":{"__proto__":{"polluted":true}}}}',
    status: 400,
    code: 'BAD_USER_INPUT',
    upstream: 0,
  },
  {
    number: 29,
    name: 'a wrong operationName',
    body: { query: 'query A { me { name } }', operationName: 'B' },
    status: 400,
    code: 'OPERATION_RESOLUTION_FAILURE',
    upstream: 0,
  },
  {
    number: 30,
    name: '1000 values that do not fit their type',
    body: {
      query: 'query ($ids: [ID!]!) { users(ids: $ids) { id } }',
      variables: { ids: Array.from({ length: 1000 }, () => ({})) },
    },
    status: 400,
    code: 'BAD_USER_INPUT',
    upstream: 0,
    maxBytes: 3000,
  },
  {
    number: 31,
    name: 'an id of 90 KB',
    body: {
      query: 'query ($id: ID!) { user(id: $id) { id } }',
      variables: { id: 'x'.repeat(90_000) },
    },
    status: 400,
    code: 'BAD_USER_INPUT',
    upstream: 0,
    maxBytes: 500,
  },
  {
    number: 32,
    name: 'a subscription on a schema without any',
    body: { query: 'subscription { me { name } }' },
    status: 400,
    code: 'BAD_REQUEST',
    upstream: 0,
  },
]
