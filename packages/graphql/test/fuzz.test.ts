import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { post } from './post.ts'
import { startEndpoint } from './start-endpoint.ts'
import { startYoga } from './start-yoga.ts'

const tokens = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '$',
  '!',
  '@include(if: $a)',
  '...',
  'on User',
  'query',
  'fragment F on User',
  'me',
  'users(ids: ["a"])',
  'user(id: "zhangsan")',
  'departmentUsers(departmentId: 1, first: 2)',
  'id',
  'name',
  'directLeaders',
  '"',
  '"""',
  '\\u',
  '#',
  ',',
  '-1e9',
  '__typename',
  '{ constructor }',
]

const document = fc.oneof(
  fc.array(fc.constantFrom(...tokens), { maxLength: 30 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary' }),
)

const asked = fc.constant(
  'query ($id: ID!, $ids: [ID!]!, $n: Int, $f: UserFilter) { user(id: $id) { id } users(ids: $ids) { id } departmentUsers(departmentId: $id, first: $n, filter: $f) { id } }',
)
const variables = fc.oneof(
  fc.jsonValue(),
  fc.record({ id: fc.jsonValue(), ids: fc.jsonValue(), n: fc.jsonValue(), f: fc.jsonValue() }),
)
const bodies = fc.oneof(
  fc.record({ query: document, variables }, { requiredKeys: ['query'] }),
  fc.record({ query: asked, variables }),
  fc.jsonValue(),
)

describe.each([
  ['Apollo', startEndpoint],
  ['Yoga', startYoga],
])('on %s', (_face, start) => {
  test('any document with any variables is answered, and nothing of it is a fault of ours', async () => {
    await using endpoint = await start()
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { json, status } = await post(endpoint.url, JSON.stringify(body))
        expect(status).toBeLessThan(500)
        const codes = (json?.errors ?? []).map(({ extensions }) => extensions?.['code'])
        expect(codes).not.toContain('INTERNAL_SERVER_ERROR')
        expect(codes).not.toContain(undefined)
      }),
      { numRuns: 400 },
    )
    expect(endpoint.log).toEqual([])
  })
})
