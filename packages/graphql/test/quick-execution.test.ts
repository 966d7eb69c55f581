import { HeaderMap } from '@apollo/server'
import { WecomApiError } from '@wecom-kit/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codedError } from '../src/errors/codes.ts'
import type { ApolloWecomOptions } from '../src/index.ts'
import { post, type Answer } from './post.ts'
import { randomOperation } from './random-operation.ts'
import { smallCorp } from './small-corp.ts'
import { startEndpoint } from './start-endpoint.ts'

/** A plugin that watches the execution: with it Apollo executes, by graphql-js. */
const watching: NonNullable<ApolloWecomOptions['plugins']> = [
  { requestDidStart: async () => ({ executionDidStart: async () => undefined }) },
]

/** Asks two endpoints that differ in who executes. */
async function bothAnswers(
  options: Partial<ApolloWecomOptions>,
  body: unknown,
  failure?: Error,
): Promise<Pick<Answer, 'status' | 'json'>[]> {
  const answers = []
  for (const plugins of [[{}], watching]) {
    await using endpoint = await startEndpoint({ ...options, plugins })
    if (failure) endpoint.directory.failures.set('lisi', failure)
    const { status, json } = await post(endpoint.url, body, { headers: { 'x-request-id': 'r1' } })
    answers.push({ status, json })
  }
  return answers
}

describe('a quickly executed operation answers what Apollo’s own execution answers', () => {
  const everyone = '{ departmentUsers(departmentId: 2) { id mobile directLeaders { id } } }'
  const lisi = '{ user(id: "lisi") { name } }'
  const cases: [string, Partial<ApolloWecomOptions>, unknown, Error?][] = [
    ['data', {}, { query: everyone }],
    ['a refused field', { fieldPolicy: () => 'error' }, { query: everyone }],
    ['a masked error', {}, { query: '{ user(id: "lisi") { name } me { id } }' }, new Error('secret')],
    [
      'an upstream error',
      {},
      { query: '{ user(id: "lisi") { name } }' },
      new WecomApiError('busy', { errcode: -1, errmsg: 'system busy', retryable: true }),
    ],
    ['an anonymous caller', { viewer: () => null }, { query: everyone }],
    [
      'a variable of the wrong type',
      {},
      { query: 'query ($id: ID!) { user(id: $id) { id } }', variables: { id: {} } },
    ],
    ['a missing variable', {}, { query: 'query ($id: ID!) { user(id: $id) { id } }' }],
    ['a wrong argument', {}, { query: '{ user(id: "§") { id } }' }],
    ['an unknown operation', {}, { query: 'query a { me { id } }', operationName: 'b' }],
    ['the trace', { trace: true }, { query: '{ me { id } }' }],
    [
      'a variable called __proto__',
      {},
      '{"query":"query ($__proto__: Int) { departmentUsers(departmentId: 2, first: $__proto__) { id } }","variables":{"__proto__":1}}',
    ],
    [
      'variables called as the executor calls its own',
      {},
      {
        query:
          'query ($coerced: Boolean!, $sources: Boolean!) { me { id @skip(if: $coerced) name @include(if: $sources) } }',
        variables: { coerced: true, sources: true },
      },
    ],
    [
      'names of every object',
      {},
      {
        query:
          '{ __proto__: me { __proto__: id constructor: name } toString: user(id: "lisi") { hasOwnProperty: id } }',
      },
    ],
    [
      'fields asked for twice and in fragments',
      {},
      {
        query:
          'query ($no: Boolean = false) { me { id ...F ...F @include(if: $no) } me { name } } fragment F on User { memberships { order } memberships { department { id } } }',
      },
    ],
    [
      'introspection',
      { introspection: true },
      {
        query:
          '{ __schema { types { name fields { name args { name defaultValue } } } } a: __type(name: "Nope") { name } }',
      },
    ],
    ['several errors as one', {}, { query: lisi }, new AggregateError([new Error('a'), new Error('b')])],
    ['no error as one', {}, { query: lisi }, new AggregateError([])],
    [
      'a policy that throws several errors as one',
      {
        fieldPolicy() {
          throw new AggregateError([])
        },
      },
      { query: everyone },
    ],
    [
      'an array of operations',
      { maxBatch: 5, trace: true },
      [
        { query: '{ me { id } }' },
        { query: '{ nope }' },
        { query: '{ user(id: "§") { id } }' },
        { query: 'query ($id: ID!) { user(id: $id) { id } }' },
        { query: '{ user(id: "lisi") { name } }' },
      ],
      new Error('secret'),
    ],
  ]
  test.each(cases)('%s', async (_name, options, body, failure) => {
    const [quick, apollo] = await bothAnswers(options, body, failure)
    expect(quick).toEqual(apollo)
  })

  test('random operations', async () => {
    const { users, departments } = smallCorp()
    const operation = randomOperation({
      users: users.map(({ userId }) => userId),
      departments: departments.map(({ id }) => id),
    })
    const fieldPolicy: ApolloWecomOptions['fieldPolicy'] = (_viewer, { userId }) =>
      userId < 'n' ? 'error' : 'allow'
    await using quick = await startEndpoint({ fieldPolicy })
    await using apollo = await startEndpoint({ fieldPolicy, plugins: watching })
    await fc.assert(
      fc.asyncProperty(operation, async (query) => {
        const ask = (url: string) => post(url, { query }, { headers: { 'x-request-id': 'r1' } })
        expect((await ask(quick.url)).text).toBe((await ask(apollo.url)).text)
      }),
      { numRuns: 100 },
    )
  })
})

test('what a host has plugged in is told of every field', async () => {
  const fields: string[] = []
  await using endpoint = await startEndpoint({
    plugins: [
      {
        requestDidStart: async () => ({
          executionDidStart: async () => ({
            willResolveField: ({ info }) => void fields.push(info.fieldName),
          }),
        }),
      },
    ],
  })
  await post(endpoint.url, { query: '{ me { id } }' })
  expect(fields).toEqual(['me', 'id'])
})

test('an error of a host’s hook sets the status and headers it asks for, as under Apollo', async () => {
  const fieldPolicy = (): never => {
    const http = { status: 402, headers: new HeaderMap([['x-price', '1']]) }
    throw codedError('FORBIDDEN', 'Pay first.', { http })
  }
  const query = '{ me { mobile } }'
  for (const plugins of [[], watching]) {
    await using endpoint = await startEndpoint({ fieldPolicy, plugins })
    const { status, headers, json } = await post(endpoint.url, { query })
    expect({ status, price: headers.get('x-price') }).toEqual({ status: 402, price: '1' })
    expect(json?.errors?.[0]).toMatchObject({ message: 'Pay first.', extensions: { code: 'FORBIDDEN' } })
  }
})

test.each([[[]], [watching]])(
  'a logger that throws does not take the answer with it, plugins %o',
  async (plugins) => {
    const logger = {
      error() {
        throw new Error('the disk is full')
      },
    }
    await using endpoint = await startEndpoint({ logger, plugins })
    endpoint.directory.failures.set('lisi', new Error('secret'))
    const answer = await post(endpoint.url, { query: '{ user(id: "lisi") { name } me { name } }' })
    expect(answer.json).toMatchObject({
      data: { user: null, me: { name: '张三' } },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } }],
    })
  },
)

test('a plugin that only listens is told of errors, and may answer in place of the execution', async () => {
  const told: string[] = []
  class Listening {
    readonly #told = told
    async requestDidStart() {
      return {
        didEncounterErrors: async ({ errors }: { errors: readonly Error[] }) => {
          this.#told.push(...errors.map(({ message }) => message))
        },
        responseForOperation: async ({ request }: { request: { operationName?: string | undefined } }) =>
          request.operationName === 'Cached'
            ? {
                http: { headers: new HeaderMap() },
                body: { kind: 'single' as const, singleResult: { data: { cached: true } } },
              }
            : null,
      }
    }
  }
  await using endpoint = await startEndpoint({ plugins: [new Listening()] })
  endpoint.directory.failures.set('lisi', new Error('broken'))
  await post(endpoint.url, { query: '{ user(id: "lisi") { name } }' })
  expect(told).toEqual(['broken'])
  const cached = await post(endpoint.url, { query: 'query Cached { me { id } }', operationName: 'Cached' })
  expect(cached.json).toEqual({ data: { cached: true } })
})
