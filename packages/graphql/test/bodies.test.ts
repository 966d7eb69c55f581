import { PassThrough, Readable } from 'node:stream'
import express from 'express'
import express4 from 'express4'
import { describe, expect, test } from 'vitest'
import { post } from './post.ts'
import { serve } from './serve.ts'
import { startEndpoint } from './start-endpoint.ts'

const query = JSON.stringify({ query: '{ me { id } }' })
const signedIn = { data: { me: { id: 'zhangsan' } } }

const parsers: Readonly<Record<string, (from: typeof express) => express.RequestHandler>> = {
  nobody: () => (_request, _response, next) => next(),
  'express.json()': (from) => from.json(),
  'express.urlencoded(), which leaves {} in Express 4': (from) => from.urlencoded({ extended: true }),
  'express.text()': (from) => from.text({ type: '*/*' }),
  'express.raw()': (from) => from.raw({ type: '*/*' }),
  'an adapter that leaves bytes': () => async (request, _response, next) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    request.body = new Uint8Array(Buffer.concat(chunks))
    next()
  },
  'an adapter that leaves a stream of its own': () => (request, _response, next) => {
    request.body = request.pipe(new PassThrough())
    next()
  },
  'an adapter that leaves a web stream': () => (request, _response, next) => {
    request.body = Readable.toWeb(request.pipe(new PassThrough()))
    next()
  },
  'an adapter that leaves null': () => (request, _response, next) => {
    request.body = null
    next()
  },
}

describe.each([
  ['Express 5', express],
  ['Express 4', express4],
])('on %s, a body', (_name, from) => {
  test.each(Object.entries(parsers))('read by %s is answered', async (_read, parser) => {
    await using endpoint = await startEndpoint()
    const app = from()
    app.use(parser(from), endpoint.apollo.middleware)
    await using served = await serve(app)
    expect((await post(served.url, query)).json).toEqual(signedIn)
  })

  test.each(Object.entries(parsers))(
    'read by %s is no way around the check of types',
    async (_read, parser) => {
      await using endpoint = await startEndpoint()
      const app = from()
      app.use(parser(from), endpoint.apollo.middleware)
      await using served = await serve(app)
      const answer = await post(served.url, query, { headers: { 'content-type': 'text/plain' } })
      expect(answer.status).toBe(400)
    },
  )
})

test.each(Object.keys(parsers).filter((name) => name !== 'express.json()'))(
  'a byte order mark in front of a body read by %s is no part of it',
  async (name) => {
    await using endpoint = await startEndpoint()
    const app = express()
    app.use(parsers[name]?.(express) ?? [], endpoint.apollo.middleware)
    await using served = await serve(app)
    expect((await post(served.url, `\uFEFF${query}`)).json).toEqual(signedIn)
  },
)

test.each(['express.text()', 'express.raw()'])('read by %s has the same limit and errors', async (name) => {
  await using endpoint = await startEndpoint({ bodyLimit: 100 })
  const app = express()
  app.use(parsers[name]?.(express) ?? [], endpoint.apollo.middleware)
  await using served = await serve(app)
  expect((await post(served.url, `${query}${' '.repeat(100)}`)).status).toBe(413)
  expect((await post(served.url, '{"query":')).text).toContain('The body is not valid JSON.')
})

test.each([
  ['application/json; charset= utf-8', 200],
  ['application/json;charset=UTF8', 200],
  ['application/json; charset=latin1', 415],
])('%s is answered %d', async (contentType, status) => {
  await using endpoint = await startEndpoint()
  expect((await post(endpoint.url, query, { headers: { 'content-type': contentType } })).status).toBe(status)
})
