import express from 'express'
import { graphql, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createWecomGraphQL } from '../src/index.ts'
import { cpuOf } from './cpu.ts'
import { memoryDirectory } from './memory-directory.ts'
import { codeOf, post } from './post.ts'
import { serve } from './serve.ts'
import { smallCorp } from './small-corp.ts'
import { startEndpoint } from './start-endpoint.ts'
import { startYoga } from './start-yoga.ts'

// What patterns of ours and of the servers begin with, and never find the end of.
const seeds = {
  'a suggestion': 'Did you mean ',
  'a secret': 'secret = ',
  spaces: ' '.repeat(16),
  'a userid': 'a/b',
  quotes: '\\"\'',
  'full-width letters': 'ＡＢ',
} as const

// Where the text of a client stands in messages.
const places: Readonly<Record<string, (text: string) => object>> = {
  'a variable of another type': (text) => ({
    query: 'query ($n: Int) { departmentUsers(departmentId: 1, first: $n) { id } }',
    variables: { n: text },
  }),
  'an enum value': (text) => ({
    query: 'query ($f: UserFilter) { departmentUsers(departmentId: 1, filter: $f) { id } }',
    variables: { f: { status: [text] } },
  }),
  'a literal of another type': (text) => ({
    query: `{ departmentUsers(departmentId: 1, first: ${JSON.stringify(text)}) { id } }`,
  }),
  'an unknown field of an input': (text) => ({
    query: 'query ($f: UserFilter) { departmentUsers(departmentId: 1, filter: $f) { id } }',
    variables: { f: { [text]: 1 } },
  }),
  'the name of an operation': (text) => ({ query: 'query A { me { id } }', operationName: text }),
  'an id': (text) => ({ query: 'query ($id: ID!) { user(id: $id) { id } }', variables: { id: text } }),
  'a cursor': (text) => ({
    query: 'query ($c: String) { searchUsers(query: "张", after: $c) { totalCount } }',
    variables: { c: text },
  }),
  'a text to search for': (text) => ({
    query: 'query ($t: String!) { searchUsers(query: $t) { totalCount } }',
    variables: { t: text },
  }),
  'a syntax error': (text) => ({ query: `{ me { id } } ${text}` }),
}

describe.each([
  ['apollo', startEndpoint],
  ['yoga', startYoga],
])('on %s, a body of 300 KB costs what its size costs', (_face, start) => {
  test.each(Object.entries(places))('as %s', async (_place, body) => {
    await using endpoint = await start({ bodyLimit: 8_000_000 })
    const cost = (text: string): Promise<number> => cpuOf(() => post(endpoint.url, body(text)))
    const size = 300_000
    const harmless = await cost('x'.repeat(size))
    for (const [name, seed] of Object.entries(seeds)) {
      const hostile = await cost(seed.repeat(size / seed.length))
      // Quadratic work takes hundreds of times as long at this size.
      expect(hostile, name).toBeLessThan(10 * harmless + 100)
    }
  })
})

describe.each([
  ['apollo', startEndpoint],
  ['yoga', startYoga],
])('on %s', (_face, start) => {
  test.each(['[', '{', '(', '[{', '{a(b:['])(
    '%j opened 1,900 times is a syntax error, not a fault of ours',
    async (bracket) => {
      const masked: unknown[] = []
      const logger = { error: (fields: unknown) => void masked.push(fields) }
      await using endpoint = await start({ logger })
      const answer = await post(endpoint.url, { query: `{ users(ids: ${bracket.repeat(1900)}` })
      // Yoga answers a syntax error with 200 to whoever asks for application/json; here it is as any other.
      const { status } = await post(endpoint.url, { query: '{' })
      expect([answer.status, codeOf(answer)]).toEqual([status, 'GRAPHQL_PARSE_FAILED'])
      expect(masked).toEqual([])
    },
  )

  test.each([
    ['a comment', `#${']'.repeat(1900)}\n{ users(ids: ${'['.repeat(1900)}`],
    ['comments between them', `{ users(ids: ${`${'['.repeat(100)}#${']'.repeat(100)}\n`.repeat(19)}`],
    ['texts', `{ users(ids: ${`${'['.repeat(100)}"${']'.repeat(100)}"`.repeat(19)}`],
    ['a text of several lines', `{ users(ids:  ${']'.repeat(1900)} \\ ${'['.repeat(1900)}`],
  ])('brackets that %s seems to close are open', async (_where, query) => {
    const masked: unknown[] = []
    const logger = { error: (fields: unknown) => void masked.push(fields) }
    await using endpoint = await start({ logger })
    const answer = await post(endpoint.url, { query })
    expect([codeOf(answer), masked]).toEqual(['GRAPHQL_PARSE_FAILED', []])
  })

  test.each([
    ['as many in a row', `{ users(ids: [${'[] '.repeat(300)}]) { id } }`],
    ['as many in a text', `{ users(ids: ["${'['.repeat(300)}"]) { id } }`],
  ])('%s are no trouble', async (_where, query) => {
    await using endpoint = await start({})
    const answer = await post(endpoint.url, { query })
    expect(answer.text).not.toContain('nested')
  })
})

test('formatError of a host takes linear time for what a client quotes', async () => {
  const { formatError } = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
  const format = (text: string): unknown =>
    formatError({ message: text, extensions: { code: 'BAD_USER_INPUT' } })
  const small = await cpuOf(() => format('Did you mean '.repeat(1000)))
  const large = await cpuOf(() => format('Did you mean '.repeat(100_000)))
  expect(large).toBeLessThan(200 * small + 20)
})

describe('names that every object has', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'a spread of %s that nobody defined is a validation error',
    async (name) => {
      const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
      const document = parse(`{ me { ...${name} } ...${name} }`)
      const errors = validate(wecom.schema, document, wecom.validationRules)
      expect(errors).toEqual([])
      expect(wecom.checkOperation({ document })).toEqual([])
      await using apollo = await startEndpoint()
      await using yoga = await startYoga()
      for (const { url } of [apollo, yoga]) {
        expect(codeOf(await post(url, { query: document.loc?.source.body }))).toBe(
          'GRAPHQL_VALIDATION_FAILED',
        )
      }
    },
  )

  test('a fragment called constructor is one like any other', async () => {
    await using endpoint = await startEndpoint()
    const query = '{ me { ...constructor } } fragment constructor on User { name }'
    expect((await post(endpoint.url, { query })).json).toEqual({ data: { me: { name: '张三' } } })
  })

  test('a variable called constructor that was not sent is not there', async () => {
    const wecom = createWecomGraphQL({ directory: memoryDirectory(smallCorp()) })
    const source =
      'query ($constructor: Int) { departmentUsers(departmentId: 2, first: $constructor) { id } }'
    expect(wecom.checkOperation({ document: parse(source) })).toEqual([])
    const answer = await graphql({
      schema: wecom.schema,
      source,
      contextValue: wecom.context({ userId: 'lisi' }),
    })
    expect(answer.errors).toBeUndefined()
    expect(answer.data?.['departmentUsers']).toHaveLength(3)
  })
})

describe('nothing ends the process', () => {
  test('an answer sent by something in front goes to the host as an error', async () => {
    const errors: unknown[] = []
    await using inner = await startEndpoint()
    const app = express()
    app.use((_request, response, next) => {
      response.send('answered')
      next()
    })
    app.use(inner.apollo.middleware)
    app.use(
      (
        error: unknown,
        _request: express.Request,
        _response: express.Response,
        _next: express.NextFunction,
      ) => {
        errors.push(error)
      },
    )
    await using served = await serve(app)
    const answer = await post(served.url, { query: '{ me { id } }' })
    expect(answer.text).toBe('answered')
    await expect.poll(() => errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({
      code: 'ERR_HTTP_HEADERS_SENT',
      message: expect.stringContaining('calls next()'),
    })
  })

  test('without a next it is an entry in the log', async () => {
    await using endpoint = await startEndpoint()
    await using served = await serve((request, response) => {
      response.end('answered')
      endpoint.apollo.middleware(request, response)
    })
    await post(served.url, { query: '{ me { id } }' })
    await expect.poll(() => endpoint.log).toHaveLength(1)
    expect(JSON.stringify(endpoint.log)).toContain('was sent before')
  })

  test('an answer sent by a time-out of the host while we work stays the answer', async () => {
    await using endpoint = await startEndpoint()
    const { promise: slow, resolve: release } = Promise.withResolvers<void>()
    endpoint.directory.resolve = async () => {
      await slow
      return [undefined]
    }
    await using served = await serve((request, response) => {
      endpoint.apollo.middleware(request, response)
      response.statusCode = 503
      response.end('too late')
    })
    const answer = await post(served.url, { query: '{ user(id: "lisi") { name } }' })
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 503, text: 'too late' })
    release()
    await endpoint.apollo.stop()
    expect(endpoint.log).toEqual([])
  })

  test('hooks that are async by mistake refuse, are told once, and may reject', async () => {
    const log: string[] = []
    const refusing = async (): Promise<never> => {
      throw new Error('nobody awaits this')
    }
    const options = {
      directory: memoryDirectory(smallCorp()),
      canSee: refusing,
      fieldPolicy: refusing,
      logger: { error: async (_fields: object, message: string) => log.push(message) && refusing() },
    }
    const wecom: ReturnType<typeof createWecomGraphQL> = Reflect.apply(createWecomGraphQL, undefined, [
      options,
    ])
    const answer = await graphql({
      schema: wecom.schema,
      source: '{ a: user(id: "lisi") { id } b: user(id: "lisi") { id } me { mobile email } }',
      contextValue: wecom.context({ userId: 'zhangsan' }),
    })
    expect(answer).toMatchObject({ data: { a: null, b: null, me: { mobile: null, email: null } } })
    expect(log).toEqual([
      '`canSee` answered a promise, which counts as a refusal',
      '`fieldPolicy` answered a promise, which counts as a refusal',
    ])
  })
})
