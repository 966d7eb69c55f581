import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWecomClient, type WecomClientOptions } from '../src/index.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

type Answer = (incoming: IncomingMessage) => { status?: number; body: string }

/** A WeCom of one's own: gives tokens, and answers the rest as told. */
async function deployment(answer: Answer, prefix = '') {
  const seen: IncomingMessage[] = []
  const server = createServer((incoming, response) => {
    seen.push(incoming)
    const isToken = incoming.url?.startsWith(`${prefix}/cgi-bin/gettoken`) === true
    const { status = 200, body } = isToken
      ? { body: '{"errcode":0,"access_token":"TOKEN-1","expires_in":7200}' }
      : answer(incoming)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  return { url: await listen(server), seen }
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  opened.push({
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
  return `http://127.0.0.1:${address.port}`
}

function clientOf(options: Partial<WecomClientOptions>) {
  const client = createWecomClient({ corpId: 'ww1', secret: 'secret-of-the-app', agentId: 1, ...options })
  opened.push(client)
  return client
}

describe('a private deployment', () => {
  it('behind a gateway with a path: every call goes below it', async () => {
    const { url, seen } = await deployment(
      () => ({ body: '{"errcode":0,"userid":"zhangsan"}' }),
      '/gateway/wecom',
    )
    const client = clientOf({ deployment: 'private', baseUrl: `${url}/gateway/wecom/` })
    await client.users.get('zhangsan')
    expect(seen.map(({ url: path }) => path?.split('?')[0])).toEqual([
      '/gateway/wecom/cgi-bin/gettoken',
      '/gateway/wecom/cgi-bin/user/get',
    ])
    expect(client.host).toBe(`${url.slice('http://'.length)}/gateway/wecom`)
  })

  it('that knows the older login path only is asked there, from the second sign-in on at once', async () => {
    const { url, seen } = await deployment(({ url: path }) =>
      path?.startsWith('/cgi-bin/user/getuserinfo') === true
        ? { body: '{"errcode":0,"errmsg":"ok","UserId":"zhangsan","DeviceId":"d1"}' }
        : { status: 404, body: '' },
    )
    const client = clientOf({ baseUrl: url, maxRetries: 0 })
    const member = { kind: 'member', corpId: 'ww1', userId: 'zhangsan' }
    await expect(client.auth.identify('code-1')).resolves.toEqual(member)
    await expect(client.auth.identify('code-2')).resolves.toEqual(member)
    expect(seen.map(({ url: path }) => path?.split('?')[0])).toEqual([
      '/cgi-bin/gettoken',
      '/cgi-bin/auth/getuserinfo',
      '/cgi-bin/user/getuserinfo',
      '/cgi-bin/user/getuserinfo',
    ])
  })

  it('that has neither path is reported', async () => {
    const { url } = await deployment(() => ({ status: 404, body: '' }))
    await expect(clientOf({ baseUrl: url }).auth.identify('code')).rejects.toMatchObject({ status: 404 })
  })

  it('answers OpenId for somebody who is no member', async () => {
    const { url } = await deployment(() => ({ body: '{"errcode":0,"OpenId":"o1"}' }))
    await expect(clientOf({ baseUrl: url }).auth.identify('code')).resolves.toEqual({
      kind: 'external',
      openId: 'o1',
    })
  })
})

describe('answers as they come', () => {
  it('names with raw control characters are read, at the first try', async () => {
    const { url, seen } = await deployment(() => ({
      body: '{"errcode":0,"userlist":[{"userid":"a","name":"张\u0000\u000b三","department":[1]}]}',
    }))
    await expect(clientOf({ baseUrl: url }).users.list(1)).resolves.toMatchObject([
      { name: '张\u0000\u000b三' },
    ])
    expect(seen).toHaveLength(2)
  })

  it("integers beyond 2^53 keep every digit with bigIntegers: 'string'", async () => {
    const { url } = await deployment(() => ({ body: '{"errcode":0,"commentid":9007199254740993,"small":5}' }))
    const ask = async (bigIntegers: 'number' | 'string') =>
      (await clientOf({ baseUrl: url, bigIntegers }).request<object>('POST /cgi-bin/x', { json: {} })).data
    await expect(ask('string')).resolves.toEqual({ commentid: '9007199254740993', small: 5 })
    await expect(ask('number')).resolves.toMatchObject({ small: 5 })
  })

  it('every request says who sends it', async () => {
    const { url, seen } = await deployment(() => ({ body: '{"errcode":0,"userid":"a"}' }))
    await clientOf({ baseUrl: url }).users.get('a')
    for (const { headers } of seen) expect(headers['user-agent']).toMatch(/^wecom-kit\/\d+\.\d+\.\d+/)
  })
})

/** A forward proxy that wants credentials: passes plain http on, opens no tunnel without them. */
async function proxy(credentials: string) {
  const passed: string[] = []
  const allows = ({ headers }: IncomingMessage) =>
    headers['proxy-authorization'] === `Basic ${Buffer.from(credentials).toString('base64')}`
  const server = createServer((incoming, outgoing) => {
    passed.push(incoming.url ?? '')
    if (!allows(incoming)) {
      outgoing.writeHead(407).end()
      return
    }
    const { method, headers, url = '' } = incoming
    incoming.pipe(request(url, { method, headers }, (answer) => answer.pipe(outgoing)))
  })
  server.on('connect', (_incoming: IncomingMessage, socket) => {
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n')
  })
  return { url: await listen(server), passed }
}

describe('a forward proxy of the environment', () => {
  const through = (name: 'HTTP_PROXY' | 'HTTPS_PROXY', url: string, credentials: string) => {
    for (const other of ['http_proxy', 'https_proxy', 'no_proxy', 'NO_PROXY', 'HTTP_PROXY', 'HTTPS_PROXY'])
      vi.stubEnv(other, undefined)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    vi.stubEnv(name, url.replace('//', `//${credentials}@`))
  }

  it('is used with NODE_USE_ENV_PROXY=1, with its credentials', async () => {
    const { url, seen } = await deployment(() => ({ body: '{"errcode":0,"userid":"a"}' }))
    const forward = await proxy('user:pass')
    through('HTTP_PROXY', forward.url, 'user:pass')
    await expect(clientOf({ baseUrl: url }).users.get('a')).resolves.toMatchObject({ userid: 'a' })
    expect(forward.passed).toHaveLength(2)
    expect(seen).toHaveLength(2)
  })

  it('is not used without that switch', async () => {
    const { url } = await deployment(() => ({ body: '{"errcode":0,"userid":"a"}' }))
    const forward = await proxy('user:pass')
    through('HTTP_PROXY', forward.url, 'user:pass')
    vi.stubEnv('NODE_USE_ENV_PROXY', undefined)
    await expect(clientOf({ baseUrl: url }).users.get('a')).resolves.toMatchObject({ userid: 'a' })
    expect(forward.passed).toEqual([])
  })

  it.each([
    ['http', 'ERR_WECOM_TRANSPORT', 'HTTP_PROXY'],
    ['https', 'ERR_WECOM_TRANSPORT', 'HTTPS_PROXY'],
  ] as const)(
    'that wants other credentials is named, once, and not tried again (%s)',
    async (scheme, code, name) => {
      const { url, seen } = await deployment(() => ({ body: '{"errcode":0}' }))
      const forward = await proxy('user:pass')
      through(name, forward.url, 'user:WRONG-CANARY')
      const client = clientOf({ baseUrl: url.replace('http', scheme) })
      const error: unknown = await client.users.get('a').catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code, retryable: false, attempts: 1 })
      expect(String(error)).toMatch(/407.*credentials/)
      expect(inspect(error)).not.toContain('CANARY')
      expect(seen).toHaveLength(0)
    },
  )
})

describe('many calls at once', () => {
  it('a sign-in goes before what waits, a bulk call after it', async () => {
    const order: string[] = []
    const { url } = await deployment(({ url: path }) => {
      order.push(
        path?.includes('getuserinfo') === true
          ? 'sign-in'
          : (new URL(path ?? '', url).searchParams.get('userid') ?? ''),
      )
      return { body: '{"errcode":0,"userid":"a"}' }
    })
    const client = clientOf({ baseUrl: url, maxConcurrency: 1 })
    await client.auth.token()
    await Promise.all([
      client.users.get('running'),
      client.users.get('export', { priority: 'bulk' }),
      client.users.get('other'),
      client.auth.identify('code'),
    ])
    expect(order).toEqual(['running', 'sign-in', 'other', 'export'])
  })
})
