import { once } from 'node:events'
import { createServer } from 'node:http'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { createWecomClient, type WecomEvent } from '../src/index.ts'

const names =
  'code auth_code permanent_code tfa_code js_code welcome_code response_code user_ticket user_doc_ticket suite_ticket ticket key secret suite_secret encodingaeskey token'.split(
    ' ',
  )
const canary = 'CANARY0123456789'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

/** A WeCom that refuses every call and quotes all it was sent, as the real one quotes parameters. */
async function quotingClient() {
  const seen: unknown[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const isToken = request.url?.startsWith('/cgi-bin/gettoken') === true
      const errmsg = `invalid parameter: ${decodeURIComponent(request.url ?? '')} ${body}`
      const refusal = { errcode: 40058, errmsg, ...Object.fromEntries(names.map((name) => [name, canary])) }
      response.end(
        JSON.stringify(isToken ? { errcode: 0, access_token: 'TOKEN-1', expires_in: 7200 } : refusal),
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const log = (fields: object, message?: string) => void seen.push(fields, message)
  const client = createWecomClient({
    corpId: 'ww1',
    secret: 'secret-of-the-app',
    baseUrl: `http://127.0.0.1:${port}`,
    onEvent: (event: WecomEvent) => void seen.push(event),
    logger: { debug: log, info: log, warn: log, error: log },
  })
  closers.push(async () => {
    await client.close()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { client, seen }
}

describe('F72 a secret of any name', () => {
  it.each(names)('%s, in the query, in the body and in the answer, comes out nowhere', async (name) => {
    const { client, seen } = await quotingClient()
    const calls = [
      client.request<object>('GET /cgi-bin/any/path', { query: { [name]: canary } }),
      client.request<object>('POST /cgi-bin/any/path', { json: { [name]: canary } }),
    ]
    for (const call of calls) {
      const error: unknown = await call.catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ errcode: 40058 })
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(canary)
    }
    expect(inspect(seen, { depth: 10 })).not.toContain(canary)
  })
})
