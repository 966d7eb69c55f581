import { once } from 'node:events'
import { connect, createServer, type IncomingHttpHeaders } from 'node:http2'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { getWecomUser } from '../src/guard/require-wecom-user.ts'
import { wecomSSO } from '../src/sso/wecom-sso.ts'
import { secret, startWecom } from './support/test-app.ts'
import { atWecom } from './support/visitor.ts'

// Node's own HTTP/2, as servers without Express have it: no Host header, and answers without a reason phrase.
it('a sign-in over HTTP/2', async () => {
  const { client, simulator } = await startWecom()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const authority = `localhost:${typeof address === 'object' ? address?.port : 0}`
  const sso = wecomSSO({ client, sessionSecret: secret, allowedHosts: [authority], mode: 'required' })
  server.on('request', (request, response) => {
    Reflect.apply(sso, undefined, [
      request,
      response,
      () => response.end(getWecomUser(Object.assign(request)).userId),
    ])
  })
  const session = connect(`http://${authority}`)
  onTestFinished(async () => {
    session.close()
    server.close()
    await client.close()
    await simulator.close()
  })

  const jar = new Map<string, string>()
  async function get(path: string): Promise<{ headers: IncomingHttpHeaders; body: string }> {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const stream = session.request({ ':path': path, accept: 'text/html', cookie })
    const headers: IncomingHttpHeaders = await new Promise((resolve) => {
      stream.once('response', resolve)
    })
    for (const line of headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return { headers, body: await text(stream) }
  }

  const { headers } = await get('/page')
  expect(new URL(headers.location ?? '').searchParams.get('redirect_uri')).toBe(
    `http://${authority}/wecom/callback`,
  )
  const back = await get(await atWecom(headers.location, 'simulate_user=zhangsan'))
  expect(back.headers.location).toBe('/page')
  expect((await get('/page')).body).toBe('zhangsan')
})
