import { createServer } from 'node:http'
import { connect } from 'node:net'
import express from 'express'
import { expect, test, vi } from 'vitest'
import { apolloWecom } from '../src/index.ts'
import { memoryDirectory } from './memory-directory.ts'
import { codeOf, post, read } from './post.ts'
import { serve } from './serve.ts'
import { smallCorp } from './small-corp.ts'
import { startEndpoint } from './start-endpoint.ts'

const me = { query: '{ me { id } }' }
const signedIn = { data: { me: { id: 'zhangsan' } } }

test('answers on node:http without any framework', async () => {
  const apollo = apolloWecom({
    directory: memoryDirectory(smallCorp()),
    viewer: () => ({ userId: 'zhangsan' }),
  })
  await using served = await serve((request, response) => apollo.middleware(request, response))
  expect((await post(served.url, me)).json).toEqual(signedIn)
  await apollo.stop()
})

test('takes the body a parser in front has read', async () => {
  const apollo = apolloWecom({
    directory: memoryDirectory(smallCorp()),
    viewer: () => ({ userId: 'zhangsan' }),
  })
  const app = express()
  app.use(express.json())
  app.use('/graphql', apollo.middleware)
  await using served = await serve(app)
  expect((await post(`${served.url}/graphql`, me)).json).toEqual(signedIn)
  await apollo.stop()
})

test('by default the viewer is what the SSO middleware left on the request', async () => {
  const apollo = apolloWecom({ directory: memoryDirectory(smallCorp()) })
  const app = express()
  app.use((request, _response, next) => {
    if (request.headers['x-test-user']) Object.assign(request, { wecomUser: { userId: 'zhangsan' } })
    next()
  })
  app.use('/graphql', apollo.middleware)
  await using served = await serve(app)
  const url = `${served.url}/graphql`
  expect((await post(url, me)).json).toEqual({ data: { me: null } })
  expect((await post(url, me, { headers: { 'x-test-user': '1' } })).json).toEqual(signedIn)
  await apollo.stop()
})

test('requireViewer answers 401 before GraphQL, with the way to sign in', async () => {
  await using endpoint = await startEndpoint({
    viewer: async () => null,
    requireViewer: true,
    loginUrl: '/wecom/login',
  })
  const answer = await post(endpoint.url, me)
  expect(answer.status).toBe(401)
  expect(answer.json?.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', loginUrl: '/wecom/login' })
})

test('a viewer without a userId is a fault of the host, not an anonymous caller', async () => {
  const viewer = (): { userId: string } => ({ userId: '' })
  await using endpoint = await startEndpoint({ viewer })
  const answer = await post(endpoint.url, me)
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
  })
  expect(JSON.stringify(endpoint.log)).toContain('non-empty `userId`')
})

test('answers may be kept by nobody and vary by the viewer, on top of what is there', async () => {
  const apollo = apolloWecom({ directory: memoryDirectory(smallCorp()) })
  await using served = await serve((request, response) => {
    response.setHeader('Vary', 'Accept-Encoding, cookie')
    apollo.middleware(request, response)
  })
  const { headers } = await post(served.url, me)
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('vary')).toBe('Accept-Encoding, cookie, Authorization')
  await apollo.stop()
})

test.each([
  ['req-1.a:b', true],
  ['two words', false],
  ['x'.repeat(65), false],
])('the request id %s of a proxy is kept: %s', async (id, kept) => {
  await using endpoint = await startEndpoint()
  const answer = await post(endpoint.url, me, { headers: { 'x-request-id': id } })
  const answered = answer.headers.get('x-request-id') ?? ''
  expect({ same: answered === id, fresh: /^[0-9a-f-]{36}$/.test(answered) }).toEqual({
    same: kept,
    fresh: !kept,
  })
})

test('GET works for clients that make browsers ask first', async () => {
  await using endpoint = await startEndpoint()
  const url = `${endpoint.url}?${new URLSearchParams({ query: '{ me { id } }' }).toString()}`
  const answer = await read(await fetch(url, { headers: { 'apollo-require-preflight': '1' } }))
  expect(answer.json).toEqual(signedIn)
})

test('introspection and suggestions are shut unless switched on, whatever NODE_ENV says', async () => {
  const query = '{ __schema { queryType { name } } }'
  vi.stubEnv('NODE_ENV', 'development')
  {
    await using shut = await startEndpoint()
    expect(codeOf(await post(shut.url, { query }))).toBe('GRAPHQL_VALIDATION_FAILED')
    expect((await post(shut.url, { query: '{ me { nam } }' })).text).not.toContain('Did you mean')
    const html = await fetch(shut.url, { headers: { accept: 'text/html' } })
    expect(html.headers.get('content-type')).toMatch(/json/)
  }
  vi.unstubAllEnvs()
  await using open = await startEndpoint({ introspection: true })
  expect((await post(open.url, { query })).json).toEqual({
    data: { __schema: { queryType: { name: 'Query' } } },
  })
  expect((await post(open.url, { query: '{ me { nam } }' })).text).toContain('Did you mean')
})

test('stackTraces shows masked errors during development, without their secrets', async () => {
  await using endpoint = await startEndpoint({ stackTraces: true })
  endpoint.directory.failures.set('lisi', new Error('bad ?access_token=TOKEN-1'))
  const answer = await post(endpoint.url, { query: '{ user(id: "lisi") { id } }' })
  expect(answer.json?.errors?.[0]).toMatchObject({
    message: 'bad ?access_token=REDACTED',
    extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: expect.any(Array) },
  })
  expect(answer.text).not.toContain('TOKEN-1')
})

test('trace adds the plan, the calls and the hits of an operation', async () => {
  await using endpoint = await startEndpoint({ trace: true })
  const answer = await post(endpoint.url, {
    query: '{ me { name } departmentUsers(departmentId: 2) { id } }',
  })
  expect(answer.json?.extensions).toEqual({
    wecom: { plan: [{ users: 1, lists: 1 }], calls: { '/memory/resolve': 1 }, hits: 0 },
  })
  await using quiet = await startEndpoint()
  expect((await post(quiet.url, me)).json?.extensions).toBeUndefined()
})

test('operations of an array share their batches and stay within their number', async () => {
  await using endpoint = await startEndpoint({ maxBatch: 3 })
  const operations = ['lisi', 'wangwu', 'lisi'].map((id) => ({ query: `{ user(id: "${id}") { name } }` }))
  const answer = await post(endpoint.url, operations)
  expect(JSON.parse(answer.text)).toEqual([
    { data: { user: { name: '李四' } } },
    { data: { user: { name: '王五' } } },
    { data: { user: { name: '李四' } } },
  ])
  expect(endpoint.directory.batches.flat()).toHaveLength(2)
  const tooMany = await post(endpoint.url, [...operations, ...operations])
  expect({ status: tooMany.status, code: codeOf(tooMany) }).toEqual({ status: 400, code: 'BAD_REQUEST' })
})

test.each([
  [{ 'content-encoding': 'gzip' }, 415],
  [{ 'content-type': 'application/json; charset=gbk' }, 415],
  [{ 'content-type': 'application/json; charset="UTF-8"' }, 200],
  [{ 'content-type': 'application/vnd.api+json' }, 200],
])('a body with %o is answered %d', async (headers, status) => {
  await using endpoint = await startEndpoint()
  const answer = await post(endpoint.url, me, { headers })
  expect(answer.status).toBe(status)
  expect(answer.json).toBeDefined()
})

test('a body without a length is cut off at the limit', async () => {
  await using endpoint = await startEndpoint({ bodyLimit: 1000 })
  const { hostname, port } = new URL(endpoint.url)
  const socket = connect(Number(port), hostname)
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  )
  for (let chunk = 0; chunk < 5; chunk += 1) socket.write(`1f4\r\n${'x'.repeat(500)}\r\n`)
  const [answer] = await new Promise<Buffer[]>((resolve, reject) => {
    socket.once('data', (data) => resolve([data]))
    socket.once('error', reject)
  })
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /)
  socket.destroy()
})

test('a client that breaks off its upload is no entry in the error log', async () => {
  await using endpoint = await startEndpoint()
  const { hostname, port } = new URL(endpoint.url)
  const socket = connect(Number(port), hostname)
  const head =
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n'
  await new Promise((resolve) => socket.write(`${head}{"query":`, resolve))
  await expect.poll(() => endpoint.requests(), { timeout: 15_000 }).toBe(1)
  socket.destroy()
  await endpoint.apollo.stop()
  expect(endpoint.log).toEqual([])
})

test("the host's own context stands beside this layer's", async () => {
  let seen: unknown
  await using endpoint = await startEndpoint({
    context: (request) => ({ agent: request.headers['x-agent'] }),
    plugins: [
      {
        async requestDidStart({ contextValue }) {
          seen = contextValue
        },
      },
    ],
  })
  await post(endpoint.url, me, { headers: { 'x-agent': 'tester' } })
  expect(seen).toMatchObject({ agent: 'tester', viewer: { userId: 'zhangsan' } })
})

test('stop lets requests under way finish and refuses new ones', async () => {
  await using endpoint = await startEndpoint()
  const { promise: slow, resolve: release } = Promise.withResolvers<void>()
  const { promise: reached, resolve: arrive } = Promise.withResolvers<void>()
  endpoint.directory.resolve = async () => {
    arrive()
    await slow
    return [undefined]
  }
  const underWay = post(endpoint.url, { query: '{ user(id: "lisi") { id } }' })
  await reached
  const stopped = endpoint.apollo.stop()
  const late = await post(endpoint.url, me)
  expect({ status: late.status, code: codeOf(late) }).toEqual({ status: 503, code: 'INTERNAL_SERVER_ERROR' })
  release()
  expect((await underWay).json).toEqual({ data: { user: null } })
  await stopped
})

test('a server that cannot start says so in the log and answers 500', async () => {
  await using endpoint = await startEndpoint({
    plugins: [
      {
        async serverWillStart() {
          throw new Error('no such plugin')
        },
      },
    ],
  })
  const answer = await post(endpoint.url, me)
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
  })
  expect(answer.text).not.toContain('no such plugin')
  expect(JSON.stringify(endpoint.log)).toContain('no such plugin')
})

test.each([
  [{ introspection: 'false' }, 'introspection must be true or false; got "false"'],
  [{ bodyLimit: 0 }, 'bodyLimit must be a whole number of at least 1; got 0'],
  [
    { drainTimeout: 2_147_483_648 },
    'drainTimeout must be a whole number from 1 to 2147483647; got 2147483648',
  ],
  [{ maxBatch: 1.5 }, 'maxBatch must be a whole number of at least 1; got 1.5'],
  [{ limits: { depht: 3 } }, 'there is no option limits.depht'],
  [{ limits: { depth: 0 } }, 'limits.depth must be a number from 1, or Infinity to switch it off; got 0'],
  [{ limits: { constructor: 1 } }, 'there is no option limits.constructor'],
  [{ directory: undefined }, 'directory must be what createDirectory(client) answers, or client given; got'],
  [{ typePrefix: '1' }, `typePrefix must be letters and digits, as in 'Wecom'; got "1"`],
  [{ rootFields: { mee: 'x' } }, 'rootFields.mee must be one of me, user'],
  [{ rootFields: { me: 'user' } }, 'rootFields must be a name of its own for each field; got "user" twice'],
  [{ rootFields: { me: '__me' } }, 'rootFields.me must be a GraphQL name, or false'],
  [{ plugins: [1] }, 'plugins must be a list of Apollo plugins; got an array'],
  [{ suggestions: true }, 'there is no option suggestions'],
])('the options %o are refused at construction', (wrong, message) => {
  const options = Object.assign({ directory: memoryDirectory(smallCorp()) }, wrong)
  const construct = (): unknown => Reflect.apply(apolloWecom, undefined, [options])
  expect(construct).toThrow(`apolloWecom: ${message}`)
  expect(construct).toThrow(TypeError)
})

test('the middleware fits http.createServer by its type', () => {
  const apollo = apolloWecom({ directory: memoryDirectory(smallCorp()) })
  const server = createServer(apollo.middleware)
  expect(server.listenerCount('request')).toBe(1)
})

test('the server inside executes operations too, and survives a context it does not know', async () => {
  await using endpoint = await startEndpoint()
  const { server, wecom } = endpoint.apollo
  await post(endpoint.url, me)
  const known = await server.executeOperation(me, { contextValue: wecom.context({ userId: 'lisi' }) })
  expect(known.body).toMatchObject({ singleResult: { data: { me: { id: 'lisi' } } } })
  const unknown = await server.executeOperation(me)
  expect(unknown.body).toMatchObject({
    singleResult: { data: { me: null }, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
  })
  expect(JSON.stringify(endpoint.log)).toContain('...wecom.context(viewer)')
})

test("a host's own viewer and request types are the ones its functions get", async () => {
  const apollo = apolloWecom<{ userId: string; roles: string[] }>({
    directory: memoryDirectory(smallCorp()),
    viewer: (request) => ({
      userId: 'zhangsan',
      roles: [request.headers['x-role'] === 'hr' ? 'hr' : 'none'],
    }),
    fieldPolicy: (viewer) => (viewer?.roles.includes('hr') ? 'allow' : 'null'),
  })
  const app = express()
  app.use('/graphql', apollo.middleware)
  await using served = await serve(app)
  const query = '{ user(id: "lisi") { telephone } }'
  const asHr = await post(`${served.url}/graphql`, { query }, { headers: { 'x-role': 'hr' } })
  expect(asHr.json?.data).toEqual({ user: { telephone: '010-1234' } })
  const asOther = await post(`${served.url}/graphql`, { query })
  expect(asOther.json?.data).toEqual({ user: { telephone: null } })
  await apollo.stop()
})
