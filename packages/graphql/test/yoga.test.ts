import express from 'express'
import { createYoga } from 'graphql-yoga'
import { expect, test } from 'vitest'
import { wecomYoga } from '../src/yoga/index.ts'
import { abuseCases } from './abuse-cases.ts'
import { memoryDirectory } from './memory-directory.ts'
import { codeOf, post, read } from './post.ts'
import { serve } from './serve.ts'
import { smallCorp } from './small-corp.ts'
import { upstreamHits } from './start-endpoint.ts'
import { startYoga } from './start-yoga.ts'

// Where yoga names a code of its own.
const codes: Readonly<Record<number, string>> = { 18: 'REQUEST_ENTITY_TOO_LARGE', 27: 'BAD_REQUEST' }

// Under plain application/json yoga answers 200 to what does not parse or validate, as the specification allows.
const accept = 'application/graphql-response+json'

test.each(abuseCases)('abuse $number on yoga: $name', async (abuse) => {
  await using endpoint = await startYoga()
  const { method = 'POST', headers = {}, search = '' } = abuse
  const answer = await post(endpoint.url + search, abuse.body, { method, headers: { accept, ...headers } })
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({
    status: abuse.number === 27 ? 400 : abuse.status,
    code: codes[abuse.number] ?? abuse.code,
  })
  expect(upstreamHits(endpoint)).toBe(abuse.upstream)
  expect(answer.text).not.toMatch(/Did you mean/)
  expect(answer.json?.errors?.length ?? 0).toBeLessThanOrEqual(6)
  expect(answer.text.length).toBeLessThan(abuse.maxBytes ?? 4000)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
})

const leak = 'fetch failed: ?access_token=TOKEN-1&userid=x, from ip: 10.1.2.3'

test('abuse 23 on yoga: an Error with token and ip in its text is masked and logged', async () => {
  await using endpoint = await startYoga()
  endpoint.directory.failures.set('lisi', new Error(leak))
  const answer = await post(endpoint.url, { query: '{ user(id: "lisi") { name } me { id } }' })
  expect(answer.json?.data).toEqual({ user: null, me: { id: 'zhangsan' } })
  expect(answer.json?.errors?.[0]).toMatchObject({
    message: 'Internal server error',
    path: ['user'],
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: answer.headers.get('x-request-id') },
  })
  expect(answer.text).not.toMatch(/TOKEN-1|10\.1\.2\.3/)
  expect(JSON.stringify(endpoint.log)).toContain('10.1.2.3')
  expect(JSON.stringify(endpoint.log)).not.toContain('TOKEN-1')
})

test('abuse 24 on yoga: coded errors pass with their code', async () => {
  await using endpoint = await startYoga({ fieldPolicy: () => 'error' })
  const answer = await post(endpoint.url, { query: '{ user(id: "lisi") { name mobile } }' })
  expect(answer.status).toBe(200)
  expect(answer.json?.errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN', field: 'mobile' } })
})

test('every field that failed has its error, however many', async () => {
  await using endpoint = await startYoga({ fieldPolicy: () => 'error' })
  const answer = await post(endpoint.url, {
    query: '{ users(ids: ["lisi", "wangwu", "zhaoliu", "qianqi"]) { mobile email address gender } }',
  })
  expect(answer.json?.errors?.map(({ path }) => path?.join('.')).toSorted()).toEqual(
    [0, 1, 2, 3].flatMap((index) =>
      ['address', 'email', 'gender', 'mobile'].map((field) => `users.${index}.${field}`),
    ),
  )
})

test('a byte order mark in front of the body is no part of it', async () => {
  await using endpoint = await startYoga()
  const answer = await post(endpoint.url, `\uFEFF${JSON.stringify({ query: '{ me { id } }' })}`)
  expect(answer.json).toEqual({ data: { me: { id: 'zhangsan' } } })
})

test('abuse 25 on yoga: malformed JSON gets a JSON answer', async () => {
  await using endpoint = await startYoga()
  // A request id of its own choice could have these digits.
  const headers = { 'x-request-id': 'r' }
  const answer = await post(endpoint.url, '{"query": "{ me { name } }", "mobile": 13800000000', { headers })
  expect(answer.status).toBe(400)
  expect(answer.json?.errors).toHaveLength(1)
  expect(answer.text).not.toContain('1380')
})

test.each([
  ['GET', 'variables', '{'],
  ['GET', 'extensions', 'x'],
  ['POST', 'variables', '{"mobile":13800000000'],
])('abuse 25 on yoga: %s with malformed %s is the client’s mistake', async (method, name, value) => {
  await using endpoint = await startYoga()
  const form = new URLSearchParams({ query: '{ me { id } }', [name]: value })
  const answer = await read(
    await fetch(method === 'GET' ? `${endpoint.url}?${form.toString()}` : endpoint.url, {
      method,
      headers: { 'apollo-require-preflight': '1', 'x-request-id': 'r' },
      ...(method === 'POST' && { body: form }),
    }),
  )
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 400, code: 'BAD_REQUEST' })
  expect(answer.text).not.toContain('1380')
})

test('abuse 33 on yoga: a viewer that throws with a token in the text is masked', async () => {
  const viewer = (): never => {
    throw new Error(leak)
  }
  await using endpoint = await startYoga({ viewer })
  const answer = await post(endpoint.url, { query: '{ me { name } }' })
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
  })
  expect(answer.text).not.toMatch(/TOKEN-1|10\.1\.2\.3/)
})

test('requireViewer answers 401 with the way to sign in', async () => {
  await using endpoint = await startYoga({
    viewer: () => null,
    requireViewer: true,
    loginUrl: '/wecom/login',
  })
  const answer = await post(endpoint.url, { query: '{ me { id } }' })
  expect(answer.status).toBe(401)
  expect(answer.json?.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', loginUrl: '/wecom/login' })
})

test('another origin reads nothing: no CORS headers unless they are asked for', async () => {
  await using endpoint = await startYoga()
  const answer = await post(
    endpoint.url,
    { query: '{ me { id } }' },
    { headers: { origin: 'https://evil.example' } },
  )
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  expect(answer.headers.get('vary')).toBe('Cookie, Authorization')
})

test('trace and introspection are switches', async () => {
  await using endpoint = await startYoga({ trace: true, introspection: true })
  const answer = await post(endpoint.url, { query: '{ __schema { queryType { name } } me { name } }' })
  expect(answer.json).toEqual({
    data: { __schema: { queryType: { name: 'Query' } }, me: { name: '张三' } },
    extensions: { wecom: { plan: [{ users: 1, lists: 0 }], calls: { '/memory/resolve': 1 }, hits: 0 } },
  })
})

test('behind Express the viewer is what the SSO middleware left on the request', async () => {
  const app = express()
  app.use((request, _response, next) => {
    Object.assign(request, { wecomUser: { userId: 'lisi' } })
    next()
  })
  const yoga = createYoga(wecomYoga({ directory: memoryDirectory(smallCorp()) }))
  app.use('/graphql', yoga)
  await using served = await serve(app)
  const answer = await post(`${served.url}/graphql`, { query: '{ me { id name } }' })
  expect(answer.json).toEqual({ data: { me: { id: 'lisi', name: '李四' } } })
  await yoga.dispose()
})
