import { WecomApiError } from '@wecom-kit/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApolloWecomOptions } from '../src/index.ts'
import { post, type Answer } from './post.ts'
import { randomOperation } from './random-operation.ts'
import { smallCorp } from './small-corp.ts'
import { startEndpoint } from './start-endpoint.ts'

/** Asks two endpoints that differ in one thing: a plugin, even one that does nothing, leaves execution to Apollo. */
async function bothAnswers(
  options: Partial<ApolloWecomOptions>,
  body: unknown,
  failure?: Error,
): Promise<Pick<Answer, 'status' | 'json'>[]> {
  const answers = []
  for (const plugins of [[], [{}]]) {
    await using endpoint = await startEndpoint({ ...options, plugins })
    if (failure) endpoint.directory.failures.set('lisi', failure)
    const { status, json } = await post(endpoint.url, body, { headers: { 'x-request-id': 'r1' } })
    answers.push({ status, json })
  }
  return answers
}

describe('a quickly executed operation answers what Apollo’s own execution answers', () => {
  const everyone = '{ departmentUsers(departmentId: 2) { id mobile directLeaders { id } } }'
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
    await using apollo = await startEndpoint({ fieldPolicy, plugins: [{}] })
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
