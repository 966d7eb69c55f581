import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { recorded } from '../../test/support/loggers.ts'
import { errorHandler } from './error-handler.ts'

async function answerTo(
  error: unknown,
  accept = '*/*',
): Promise<{ status: number; body: unknown; log: readonly string[] }> {
  const { logger, messages } = recorded()
  const app = express()
  app.get('/', () => {
    throw error
  })
  app.use(errorHandler({ logger, homeUrl: 'https://directory.example/oa' }))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const response = await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, {
    headers: { accept },
  })
  const text = await response.text()
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : text
  server.close()
  return { status: response.status, body, log: messages() }
}

describe('errorHandler', () => {
  it('says what is meant for the visitor', async () => {
    const error = Object.assign(new Error('that body is no JSON'), {
      status: 400,
      expose: true,
      code: 'BAD_BODY',
    })
    expect(await answerTo(error)).toEqual({
      status: 400,
      body: { error: 'BAD_BODY', message: 'that body is no JSON' },
      log: [],
    })
  })

  it('keeps everything else to the log', async () => {
    const { status, body, log } = await answerTo(new Error('token abc of 10.0.0.1'))
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('abc')
    expect(log).toEqual(['a request failed'])
  })

  it('gives people a page that names the app and leads on and home', async () => {
    const { status, body } = await answerTo(new Error('token abc'), 'text/html,*/*;q=0.8')
    expect(status).toBe(500)
    for (const part of ['通讯录 Directory', 'href=""', 'href="https://directory.example/oa"', 'Try again'])
      expect(body).toContain(part)
    expect(body).not.toContain('abc')
    const injected = Object.assign(new Error('<img src=x>'), { expose: true, code: '<b>', status: 503 })
    expect((await answerTo(injected, 'text/html')).body).not.toMatch(/<img|<b>/)
  })

  it('blames itself for no request that makes no sense', async () => {
    const error = Object.assign(new URIError("Failed to decode param '%E0'"), { status: 400 })
    expect(await answerTo(error)).toMatchObject({ status: 400, body: { error: 'BAD_REQUEST' }, log: [] })
    const { body } = await answerTo(error, 'text/html')
    expect(body).toContain('这个请求有误')
    expect(body).not.toMatch(/服务器出错|Try again|param/)
    expect(body).toContain('href="https://directory.example/oa"')
  })

  it('survives a thrown string', async () => {
    expect(await answerTo('oops')).toMatchObject({ status: 500, log: ['a request failed'] })
  })
})
