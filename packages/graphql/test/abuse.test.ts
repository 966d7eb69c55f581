import express from 'express'
import express4 from 'express4'
import { GraphQLError } from 'graphql'
import { describe, expect, test } from 'vitest'
import { abuseCases } from './abuse-cases.ts'
import { codeOf, post } from './post.ts'
import { startEndpoint, upstreamHits } from './start-endpoint.ts'

describe.each([
  ['Express 5', express],
  ['Express 4', express4],
])('on %s', (_name, createApp) => {
  test.each(abuseCases)('abuse $number: $name', async (abuse) => {
    await using endpoint = await startEndpoint({}, createApp)
    const { method = 'POST', headers = {}, search = '' } = abuse
    const answer = await post(endpoint.url + search, abuse.body, { method, headers })
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({
      status: abuse.status,
      code: abuse.code,
    })
    expect(upstreamHits(endpoint)).toBe(abuse.upstream)
    expect(answer.text).not.toMatch(/Did you mean/)
    expect(answer.json?.errors?.length ?? 0).toBeLessThanOrEqual(6)
    expect(answer.text.length).toBeLessThan(abuse.maxBytes ?? 4000)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('content-type')).toMatch(/json/)
    expect('polluted' in {}).toBe(false)
  })
})

const leak = 'fetch failed: https://qyapi/cgi-bin/user/get?access_token=TOKEN-1&userid=x, from ip: 10.1.2.3'

test('abuse 23: an Error with token and ip in its text, thrown below a resolver, is masked', async () => {
  await using endpoint = await startEndpoint()
  endpoint.directory.failures.set('lisi', new Error(leak))
  const answer = await post(endpoint.url, { query: '{ user(id: "lisi") { name } me { id } }' })
  expect(answer.status).toBe(200)
  expect(answer.json).toMatchObject({ data: { user: null, me: { id: 'zhangsan' } } })
  expect(answer.json?.errors?.[0]).toMatchObject({
    message: 'Internal server error',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: answer.headers.get('x-request-id') },
  })
  expect(answer.text).not.toMatch(/TOKEN-1|10\.1\.2\.3|qyapi/)
  const log = JSON.stringify(endpoint.log)
  expect(log).toContain('10.1.2.3')
  expect(log).toContain(answer.headers.get('x-request-id'))
  expect(log).not.toContain('TOKEN-1')
})

test('abuse 24: only errors with a known code pass, by being what they say', async () => {
  await using endpoint = await startEndpoint({ errorCodes: ['TEAPOT'] })
  const { failures } = endpoint.directory
  failures.set('a', new GraphQLError('brewing', { extensions: { code: 'TEAPOT' } }))
  failures.set('b', new GraphQLError(leak, { extensions: { code: 'MADE_UP' } }))
  failures.set('c', Object.assign(new Error(leak), { extensions: { code: 'BAD_USER_INPUT' } }))
  const answer = await post(endpoint.url, {
    query: '{ a: user(id: "a") { id } b: user(id: "b") { id } c: user(id: "c") { id } }',
  })
  expect(answer.json?.errors?.map(({ message }) => message)).toEqual([
    'brewing',
    'Internal server error',
    'Internal server error',
  ])
  expect(answer.text).not.toContain('TOKEN-1')
})

test('abuse 25: malformed JSON gets a JSON answer that does not quote it', async () => {
  await using endpoint = await startEndpoint()
  // A request id of its own choice could have these digits.
  const headers = { 'x-request-id': 'r' }
  const answer = await post(endpoint.url, '{"query": "{ me { name } }", "mobile": 13800000000', { headers })
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 400, code: 'BAD_REQUEST' })
  expect(answer.text).not.toContain('1380')
})

test('abuse 33: a context that throws with a token in the text is masked', async () => {
  const viewer = (): never => {
    throw new Error(leak)
  }
  await using endpoint = await startEndpoint({ viewer })
  const answer = await post(endpoint.url, { query: '{ me { name } }' })
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
  })
  expect(answer.text).not.toMatch(/TOKEN-1|10\.1\.2\.3/)
  expect(JSON.stringify(endpoint.log)).toContain(answer.headers.get('x-request-id'))
})
