import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http'
import express5, { type Express } from 'express'
import { describe, expect, it } from 'vitest'
import { wecomApiRouter } from '../src/extras/rest/wecom-api-router.ts'
import { requireWecomUser } from '../src/guard/require-wecom-user.ts'
import { wecomSSO } from '../src/sso/wecom-sso.ts'
import { createTestSession } from '../src/testing/index.ts'
import { attacks, callback, codeFor, leadsToWecom, sessionName, whoIs } from './support/attacks.ts'
import { clientOf, listen, publicOrigin, secret, TestClock } from './support/test-app.ts'
import { atWecom, navigation, signIn } from './support/visitor.ts'

// How servers are built that were there before: prefixes, mounts, rewrites, proxies, several apps.
attacks('hosts', ({ express, wecom, app }) => {
  it.each(['/wecom/login/', '/WECOM/Login', '/wecom/login/?returnTo=/private'])(
    'our routes are Express routes: %s',
    async (path) => {
      const { visitor } = await app()
      expect(leadsToWecom((await visitor().get(path)).location)).toBe(true)
    },
  )

  it.each(['/wecom/me/', '/Wecom/ME'])('%s answers who is signed in', async (path) => {
    const { visitor } = await app({ mePath: '/wecom/me' })
    const one = visitor()
    await signIn(one)
    expect(JSON.parse((await one.get(path)).body)).toMatchObject({ userId: 'zhangsan' })
  })

  it('a callback with a slash that a proxy added', async () => {
    const { visitor } = await app()
    const one = visitor()
    const target = await atWecom((await one.get('/private')).location, 'simulate_user=zhangsan')
    expect((await one.get(target.replace('/callback?', '/callback/?'))).location).toBe('/private')
  })

  describe.each([
    ['strips', ''],
    ['passes on', '/oa'],
  ])('a proxy that %s the path of baseUrl', (_what, prefix) => {
    const below = { baseUrl: `${publicOrigin}/oa`, mePath: '/wecom/me' }

    it('finds every route of ours, and the way back', async () => {
      const { visitor } = await app(below)
      const one = visitor()
      const login = await one.get(`${prefix}/wecom/login?returnTo=/oa/private`)
      expect(new URL(login.location ?? '').searchParams.get('redirect_uri')).toBe(
        `${publicOrigin}/oa/wecom/callback`,
      )
      const back = await atWecom(login.location, 'simulate_user=zhangsan')
      expect((await one.get(back.replace('/oa', prefix))).location).toBe('/oa/private')
      expect((await one.get(`${prefix}/wecom/me`)).status).toBe(200)
      expect((await one.get(`${prefix}/wecom/logout`, { method: 'POST' })).status).toBe(303)
    })

    it('leaves the loginUrl of a 401 reachable', async () => {
      const routes = (server: Express) =>
        server.get(`${prefix}/api`, requireWecomUser(), (_request, response) => void response.end())
      const { send } = await app(below, { routes })
      const { loginUrl } = JSON.parse((await send(`${prefix}/api`)).body)
      expect(loginUrl).toBe('/oa/wecom/login')
      expect((await send(loginUrl.replace('/oa', prefix), { headers: navigation })).status).toBe(302)
    })

    it('reads publicPaths as they are written, and below baseUrl', async () => {
      const { send } = await app({ ...below, mode: 'required', publicPaths: ['/healthz'] })
      expect((await send(`${prefix}/healthz`)).status).toBe(200)
      expect((await send(`${prefix}/healthzz`)).status).toBe(401)
    })
  })

  const wild = async (publicPaths: readonly string[]) => {
    const server = express()
    const sso = wecomSSO({
      client: wecom().client,
      sessionSecret: secret,
      baseUrl: publicOrigin,
      mode: 'required',
      publicPaths,
      mePath: '/wecom/me',
    })
    server.use(express === express5 ? '/{*splat}' : '*', sso)
    server.use((_request: IncomingMessage, response: ServerResponse) => void response.end('page'))
    return await listen(server, sso)
  }

  it('wildcard mounts: every route of ours, and publicPaths', async () => {
    const open = await wild(['/healthz'])
    const one = open.visitor()
    expect((await one.get('/healthz')).body).toBe('page')
    expect((await open.send('/healthz/../private')).status).toBe(401)
    const asked = await one.get('/who')
    expect(new URL(asked.location ?? '').searchParams.get('redirect_uri')).toBe(
      `${publicOrigin}/wecom/callback`,
    )
    expect((await one.get(await atWecom(asked.location, 'simulate_user=zhangsan'))).location).toBe('/who')
    expect((await one.get('/wecom/me')).status).toBe(200)
    expect((await one.get('/wecom/logout', { method: 'POST' })).status).toBe(303)
    expect((await one.get('/who')).status).toBe(401)
    await open.close()
  })

  describe('wildcard mounts read a path as it came, however Express decodes it', () => {
    it.each([
      ['/admin/p/%61%61%61', ['/p']],
      ['/admin/p/%61/%61%61', ['/p']],
      ['/admin/x/', ['/']],
      ['/admin/x/?a=/', ['/']],
      ['/%61dmin/', ['/']],
      ['/p%2fx/p/', ['/p', '/']],
      ['/admin/p/%C3%A9%C3%A9/', ['/p', '/']],
    ])('%s is not public under %j', async (path, publicPaths) => {
      const { send, close } = await wild(publicPaths)
      expect((await send(path)).status).toBe(401)
      await close()
    })

    it.each(['/p/%61%61/', '/p/', '/p/a%20b'])('%s is public under /p', async (path) => {
      const { send, close } = await wild(['/p'])
      expect((await send(path)).body).toBe('page')
      await close()
    })

    it.each(['/wecom/login/', '/WECOM/Login/', '/wecom/login/?returnTo=/private'])('%s', async (path) => {
      const { visitor, close } = await wild([])
      const login = await visitor().get(path)
      expect(new URL(login.location ?? '').searchParams.get('redirect_uri')).toBe(
        `${publicOrigin}/wecom/callback`,
      )
      await close()
    })
  })

  it('a history fallback in front sends nobody round in circles', async () => {
    const before = (server: Express) =>
      server.use((request, _response, next) => {
        if (request.method === 'GET' && request.headers.accept?.includes('html') === true)
          request.url = '/index.html'
        next()
      })
    const { visitor } = await app({ mode: 'required' }, { before })
    const one = visitor()
    expect((await signIn(one, '/orders?id=1')).location).toBe('/orders?id=1')
    expect((await one.get('/orders?id=1')).status).toBe(200)
  })

  it('something that drops the query: two trips, then a page that says so', async () => {
    const clock = new TestClock()
    const before = (server: Express) =>
      server.use((request, _response, next) => {
        request.url = request.url.split('?', 1)[0] ?? '/'
        request.originalUrl = request.url
        next()
      })
    const { visitor } = await app({ callbackPath: false, now: clock.now }, { before })
    const one = visitor()
    let answer = await one.get('/private')
    let trips = 0
    while (leadsToWecom(answer.location) && trips < 9) {
      trips += 1
      clock.advance(1)
      answer = await one.get(await atWecom(answer.location, 'simulate_user=zhangsan'))
    }
    expect([trips, answer.status]).toEqual([2, 400])
    expect(answer.body).toContain('WECOM_CALLBACK_LOST')
    clock.advance(60)
    expect(leadsToWecom((await one.get('/private')).location)).toBe(true)
  })

  it('two corps behind one host, with one number each, keep sessions, sign-outs and tries apart', async () => {
    const { client } = wecom()
    const other = Object.create(client, {
      corpId: { value: 'ww-another-corp' },
      agentId: { value: client.agentId },
      auth: {
        value: Object.create(client.auth, {
          identify: {
            value: async () => ({ kind: 'member', corpId: 'ww-another-corp', userId: 'zhangsan' }),
          },
        }),
      },
    })
    const second = wecomSSO({ client: other, sessionSecret: secret, baseUrl: publicOrigin })
    const routes = (server: Express) => {
      server.use('/b', second)
      server.get('/b', requireWecomUser(), (request, response) => void response.json(request.wecomUser))
    }
    const { visitor, sso } = await app({}, { routes })
    expect(sessionName(second)).not.toBe(sessionName(sso))
    const one = visitor()
    await signIn(one)
    expect(leadsToWecom((await one.get('/b')).location)).toBe(true)
    await signIn(one, '/b')
    expect(JSON.parse((await one.get('/b')).body).corpId).toBe('ww-another-corp')
    await one.get('/b/wecom/logout', { method: 'POST' })
    expect(await whoIs(one)).toBe('zhangsan')
    // What is sealed for one corp is noise to the other, whatever the cookie is called.
    const value = (await one.cookies()).get(sessionName(sso))
    await one.plant(`${sessionName(second)}=${value}; Path=/`)
    expect((await one.get('/b')).status).not.toBe(200)
  })

  it('the same WeCom app at two hosts of WeCom is two apps', () => {
    const make = (host: string) =>
      sessionName(
        wecomSSO({
          client: Object.create(wecom().client, { host: { value: host } }),
          sessionSecret: secret,
          baseUrl: publicOrigin,
        }),
      )
    expect(make('a.example')).not.toBe(make('b.example'))
  })

  it.each<[string, (response: ServerResponse) => void]>([
    ['setHeader', (response) => response.setHeader('Set-Cookie', 'app=1')],
    [
      'writeHead',
      (response) => void response.writeHead(200, { 'Set-Cookie': 'app=1', 'Cache-Control': 'public' }),
    ],
    [
      'writeHead with a list',
      (response) => void response.writeHead(200, ['Set-Cookie', 'app=1', 'Set-Cookie', 'more=1']),
    ],
    ['removeHeader', (response) => response.removeHeader('Set-Cookie')],
  ])('a renewed session survives %s of the app', async (what, answerWith) => {
    const clock = new TestClock()
    const routes = (server: Express) =>
      void server.get('/page', (_request, response) => {
        answerWith(response)
        response.end('page')
      })
    const { visitor, sso } = await app({ now: clock.now }, { routes })
    const one = visitor()
    await signIn(one)
    clock.advance(2 * 3600)
    const { setCookies, headers } = await one.get('/page')
    const names = setCookies.map((line) => line.split('=', 1)[0])
    const others = { 'writeHead with a list': ['app', 'more'], removeHeader: [] }[what] ?? ['app']
    expect(names).toEqual([...others, sessionName(sso)])
    expect(headers['cache-control']).toBe('no-store')
  })

  it('a renewed session survives a proxied answer', async () => {
    const clock = new TestClock()
    const legacy = createServer((_request, response) =>
      response.setHeader('Set-Cookie', ['a=1', 'b=2']).end('legacy'),
    )
    await new Promise<void>((ready) => {
      legacy.listen(0, '127.0.0.1', ready)
    })
    const address = legacy.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const routes = (server: Express) =>
      void server.get('/legacy', (_request, response) => {
        httpRequest({ port, host: '127.0.0.1' }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(response)
        }).end()
      })
    const { visitor, sso } = await app({ now: clock.now }, { routes })
    const one = visitor()
    await signIn(one)
    clock.advance(2 * 3600)
    const { setCookies } = await one.get('/legacy')
    expect(setCookies.map((line) => line.split('=', 1)[0])).toEqual(['a', 'b', sessionName(sso)])
    legacy.close()
  })

  it('hosts without baseUrl: IPv6, punycode, underscores and a dot at the end', async () => {
    const allowedHosts = ['[::1]:3000', '公司.example', 'a_b.example', 'dot.example.']
    const { send } = await app({ allowedHosts }, { withoutBaseUrl: true })
    for (const host of ['[::1]:3000', 'xn--55qx5d.example', 'a_b.example', 'dot.example.']) {
      expect([host, (await send('/private', { headers: { ...navigation, host } })).status]).toEqual([
        host,
        302,
      ])
    }
    for (const host of ['[::2]:3000', 'evil.example', 'a_b.example@evil.example', 'a_b.example/x', '']) {
      expect([host, (await send('/private', { headers: { ...navigation, host } })).status]).toEqual([
        host,
        400,
      ])
    }
  })

  it('TLS is what the socket says, whoever made it', async () => {
    const sso = wecomSSO({ client: wecom().client, sessionSecret: secret, allowedHosts: ['oa.example'] })
    const lines: string[] = []
    const guard = requireWecomUser()
    const request = Object.assign(Object.create(null), {
      method: 'GET',
      url: '/',
      headers: { ...navigation, host: 'oa.example' },
      socket: { encrypted: true },
    })
    const { promise, resolve } = Promise.withResolvers<string>()
    const response = {
      setHeader: (name: string, value: string) =>
        void (name === 'Location' ? resolve(value) : lines.push(name)),
      getHeader: () => undefined,
      writeHead: () => undefined,
      end: () => undefined,
    }
    Reflect.apply(sso, undefined, [
      request,
      response,
      () => void Reflect.apply(guard, undefined, [request, response, () => undefined]),
    ])
    expect(new URL(await promise).searchParams.get('redirect_uri')).toBe('https://oa.example/wecom/callback')
  })

  it.each<[string, object | undefined]>([
    ['express.json()', undefined],
    ['an empty object of a parser for other types', {}],
    ['text', undefined],
    ['bytes', undefined],
  ])('the REST face reads its JSON behind %s', async (what, body) => {
    const before = (server: Express) => {
      if (what === 'express.json()') server.use(express5.json())
      else if (what === 'text') server.use(express5.text({ type: () => true }))
      // A Buffer, as serverless adapters leave it.
      else if (what === 'bytes') server.use(express5.raw({ type: () => true }))
      else server.use((request, _response, next) => next(void Object.assign(request, { body })))
    }
    const { visitor } = await app(
      {},
      { before, routes: (server, sso) => void server.use('/api/wecom', wecomApiRouter(sso)) },
    )
    const one = visitor({ accept: '*/*' })
    const { url, state } = JSON.parse((await one.get('/api/wecom/loginUrl')).body).data
    expect(url).toContain(state)
    const answer = await one.get('/api/wecom/getUserInfo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `${what === 'express.json()' ? '' : '\uFEFF'}${JSON.stringify({ code: codeFor(wecom()), state })}`,
    })
    expect(JSON.parse(answer.body)).toMatchObject({ code: 0, data: { userid: 'zhangsan' } })
  })

  it('a form posted after the session ended gets a page with a way to sign in', async () => {
    const { visitor } = await app()
    const { status, body, headers } = await visitor().get('/api/private', {
      method: 'POST',
      headers: { referer: `${publicOrigin}/form?id=1` },
    })
    expect([status, headers['content-type']]).toEqual([401, 'text/html; charset=utf-8'])
    expect(body).toContain('href="/wecom/login?returnTo=%2Fform%3Fid%3D1"')
  })

  it.each([
    ['/private?id=7', '/private?id=7'],
    [`/private?filter=${'a'.repeat(200)}`, '/private'],
  ])('the page %s whose cookie was lost once still ends at %s', async (page, end) => {
    const { visitor } = await app()
    const target = await atWecom((await visitor().get(page)).location, 'simulate_user=zhangsan')
    const one = visitor()
    const again = await one.get(target)
    expect((await one.get(await atWecom(again.location, 'simulate_user=zhangsan'))).location).toBe(end)
  })

  it('Date.now may be another function by now', async () => {
    const { visitor } = await app({ session: { idle: 100 } })
    const one = visitor()
    await signIn(one)
    const real = Date.now
    try {
      Date.now = () => real() + 200_000
      expect(await whoIs(one)).toBeUndefined()
    } finally {
      Date.now = real
    }
  })

  it('each instance handles the callbacks of the sign-ins it began', async () => {
    const calls: string[] = []
    const inner = wecomSSO({
      client: wecom().client,
      sessionSecret: secret,
      baseUrl: publicOrigin,
      onLogin: () => void calls.push('inner'),
    })
    const routes = (server: Express) => {
      server.use('/admin', inner)
      server.get('/admin/x', requireWecomUser(), (_request, response) => void response.end('in'))
    }
    const { visitor } = await app({ onLogin: () => void calls.push('outer') }, { routes })
    await signIn(visitor(), '/private')
    const one = visitor()
    const state =
      new URL((await one.get('/wecom/login?returnTo=/admin/x')).location ?? '').searchParams.get('state') ??
      ''
    await one.get(callback(codeFor(wecom()), state))
    expect(calls).toEqual(['outer', 'outer'])
  })

  it('a narrow app of the corp is another app', async () => {
    const narrow = wecomSSO({
      client: clientOf(wecom().simulator, 'narrow'),
      sessionSecret: secret,
      baseUrl: publicOrigin,
    })
    const { sso } = await app()
    const { cookie } = createTestSession({ userId: 'zhangsan' }, narrow)
    expect(cookie.split('=', 1)[0]).not.toBe(sessionName(sso))
    const { send } = await app()
    expect(
      (await send('/', { headers: { cookie: `${sessionName(sso)}=${cookie.split('=')[1]}` } })).body,
    ).toContain('"user":null')
  })
})
