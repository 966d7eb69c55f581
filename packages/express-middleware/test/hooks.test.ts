import express5, { type Express } from 'express'
import { describe, expect, it, vi } from 'vitest'
import { createDirectory, WecomAuthError } from '@wecom-kit/core'
import { wecomErrorHandler } from '../src/extras/error-handler.ts'
import { wecomApiRouter } from '../src/extras/rest/wecom-api-router.ts'
import { mapUpstreamError } from '../src/member/upstream-error.ts'
import type { ConsentedFields } from '../src/options/options.ts'
import type { WecomSSO } from '../src/sso/members.ts'
import { createTestSession } from '../src/testing/index.ts'
import { attacks, clientAnswering, codeFor, whoIs } from './support/attacks.ts'
import { MapStore } from './support/map-store.ts'
import { atWecom, inApp, navigation, signIn } from './support/visitor.ts'

const nothing = () => undefined

// The contract of the hooks: in which order they run, what they may do, what becomes of the sign-in.
attacks('hooks and routes of one’s own', ({ wecom, app }) => {
  it('what onError passes on keeps the name of the app, the way home and the way to sign in', async () => {
    const { send } = await app(
      { appName: '通讯录', onError: (error, _request, _response, next) => next(error) },
      { routes: (server) => void server.use(wecomErrorHandler()) },
    )
    const page = await send('/wecom/callback?code=forged&state=123456', { headers: navigation })
    expect(page.status).toBe(400)
    for (const part of ['<p class="app">通讯录</p>', 'class="home" href="/"', 'href="/wecom/login"'])
      expect(page.body).toContain(part)
  })

  it('a page for a host that is not believed has the name of the app, and no way home on that host', async () => {
    const { send } = await app({ appName: '通讯录' }, { withoutBaseUrl: true })
    const headers = { ...navigation, host: 'elsewhere.example' }
    for (const path of ['/private', '/wecom/login', '/wecom/logout']) {
      const page = await send(path, { headers })
      expect([path, page.status]).toEqual([path, 400])
      expect(page.body).toContain('<p class="app">通讯录</p>')
      expect(page.body).toContain('WECOM_HOST_NOT_ALLOWED')
      expect(page.body).not.toContain('href=')
    }
  })

  describe.each<[string, () => object]>([
    ['a sealed cookie', () => ({})],
    ['a store', () => ({ session: { store: new MapStore() } })],
  ])('with the session in %s', (_place, place) => {
    it('onLogin may keep data, and the session has it', async () => {
      let sso: WecomSSO | undefined
      const built = await app(
        {
          ...place(),
          onLogin: async (user, request, response) =>
            await sso?.setSessionData(request, response, { local: user.userId }),
        },
        {
          routes: (server, made) =>
            void server.get(
              '/data',
              (request, response) => void response.json(made.sessionData(request) ?? null),
            ),
        },
      )
      sso = built.sso
      const one = built.visitor()
      expect((await signIn(one)).location).toBe('/private')
      expect((await one.get('/data')).body).toBe('{"local":"zhangsan"}')
    })

    it('onLogin may answer, and the member is signed in', async () => {
      const { visitor } = await app({
        ...place(),
        onLogin: (_user, _request, response) =>
          void response.writeHead(200, { 'Set-Cookie': 'jwt=1; Path=/' }).end('welcome'),
      })
      const one = visitor()
      const answer = await signIn(one)
      expect([answer.status, answer.body]).toEqual([200, 'welcome'])
      expect((await one.cookies()).get('jwt')).toBe('1')
      expect(await whoIs(one)).toBe('zhangsan')
    })

    it('onLogin may redirect by itself', async () => {
      const { visitor, errors } = await app({
        ...place(),
        onLogin: (_user, _request, response) => void response.writeHead(303, { Location: '/welcome' }).end(),
      })
      const one = visitor()
      expect((await signIn(one)).location).toBe('/welcome')
      expect([await whoIs(one), errors]).toEqual(['zhangsan', []])
    })

    it('onLogin may sign the member out again and answer with a page of the app', async () => {
      let sso: WecomSSO | undefined
      const built = await app({
        ...place(),
        onLogin: async (_user, request, response) => {
          await sso?.logout(request, response)
          response.writeHead(403).end('no account here')
        },
      })
      sso = built.sso
      const one = built.visitor()
      const answer = await signIn(one)
      expect([answer.status, answer.body]).toEqual([403, 'no account here'])
      expect(await whoIs(one)).toBeUndefined()
      expect(built.errors).toEqual([])
    })

    it('onLogin that throws undoes the sign-in', async () => {
      const { visitor, errors } = await app({
        ...place(),
        onLogin: () => {
          throw new Error('database down')
        },
      })
      const one = visitor()
      expect((await signIn(one)).status).toBe(500)
      expect(await whoIs(one)).toBeUndefined()
      expect(errors).toMatchObject([{ message: 'database down' }])
    })
  })

  it('runs exchange, authorize, onLogin in this order, once', async () => {
    const order: string[] = []
    const { client } = wecom()
    const asked = clientAnswering(client, () => {
      order.push('exchange')
      return { kind: 'member', corpId: client.corpId, userId: 'zhangsan' }
    })
    const { visitor } = await app({
      client: asked,
      authorize: () => order.push('authorize') > 0,
      onLogin: () => void order.push('onLogin'),
    })
    const one = visitor()
    const target = await atWecom((await one.get('/private')).location, 'simulate_user=zhangsan')
    await Promise.all([one.get(target), one.get(target)])
    await one.get('/private')
    expect(order).toEqual(['exchange', 'authorize', 'onLogin'])
  })

  it('everything the member consented to reaches onLogin', async () => {
    const consented: ConsentedFields[] = []
    const { visitor } = await app({
      scope: 'snsapi_privateinfo',
      onLogin: (_user, _request, _response, fields) => void consented.push(fields),
    })
    await signIn(visitor(inApp))
    expect(Object.keys(consented[0] ?? {})).toEqual(
      expect.arrayContaining(['gender', 'avatarUrl', 'mobile', 'email', 'qrCodeUrl', 'address']),
    )
  })

  it('getuserdetail is called only when it was asked for', async () => {
    const { visitor } = await app({})
    await signIn(visitor(inApp))
    expect(wecom().calls('/cgi-bin/auth/getuserdetail')).toBe(0)
  })

  describe('diagnosis', () => {
    const failing = () =>
      clientAnswering(wecom().client, () => {
        throw new WecomAuthError('refused', {
          reason: 'ip-not-allowed',
          errcode: 60020,
          errmsg: 'not allow to access from your ip',
          fromIp: '203.0.113.7',
          hint: '[hint-1]',
          advice: 'add the address to 企业可信 IP',
        })
      })

    it('a failure from 500 on is logged once, with all that whoever can mend it needs', async () => {
      const error = vi.fn<(fields: object, message?: string) => void>()
      const logger = { debug: nothing, info: nothing, warn: nothing, error }
      const { visitor } = await app(
        { client: failing(), logger },
        { routes: (server) => void server.use(wecomErrorHandler()) },
      )
      const one = visitor()
      const answer = await signIn(one)
      expect(answer.status).toBe(502)
      expect(error.mock.calls).toMatchObject([
        [
          {
            code: 'WECOM_APP_SETUP',
            errcode: 60020,
            fromIp: '203.0.113.7',
            hint: '[hint-1]',
            advice: expect.stringContaining('可信 IP'),
            requestId: expect.any(String),
          },
          expect.stringContaining('203.0.113.7'),
        ],
      ])
    })

    it('without a logger it goes to the console', async () => {
      const console_ = vi.spyOn(console, 'error').mockImplementation(nothing)
      const { visitor } = await app({ client: failing(), logger: undefined })
      await signIn(visitor())
      expect(console_).toHaveBeenCalledTimes(1)
      console_.mockRestore()
    })

    it.each([
      ['http://localhost:8080', true],
      ['https://oa.example.com', false],
    ])('the page of %s shows it: %s', async (baseUrl, isShown) => {
      const { sso } = await app({ client: failing(), baseUrl })
      const cause = await failing()
        .auth.identify('x')
        .catch((reason: unknown) => reason)
      const { promise, resolve } = Promise.withResolvers<string>()
      const response = {
        headersSent: false,
        setHeader: nothing,
        getHeader: nothing,
        end: resolve,
        writeHead: nothing,
      }
      const request = { method: 'GET', url: '/', headers: { accept: 'text/html' }, socket: {} }
      Reflect.apply(sso, undefined, [request, response, nothing])
      Reflect.apply(wecomErrorHandler(), undefined, [mapUpstreamError(cause), request, response, nothing])
      const page = await promise
      expect(page).toContain('WECOM_APP_SETUP')
      expect(page.includes('203.0.113.7')).toBe(isShown)
    })
  })

  describe('routes of one’s own', () => {
    const routes = (server: Express, sso: WecomSSO) => {
      server.get(
        '/login-state',
        (request, response) =>
          void response.json(sso.loginState(request, response, { returnTo: '/private' })),
      )
      server.post('/wechat/login', express5.json(), (request, response, next) => {
        sso
          .completeLogin(request, response, request.body)
          .then(({ userId }) => response.json({ userId }), next)
      })
    }
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } }

    it('loginState begins and completeLogin ends a sign-in', async () => {
      const { visitor } = await app({}, { routes })
      const one = visitor()
      const { state, redirectUri } = JSON.parse((await one.get('/login-state')).body)
      expect(redirectUri).toBe('http://localhost:8080/wecom/callback')
      const body = JSON.stringify({ code: codeFor(wecom()), state })
      expect((await one.get('/wechat/login', { ...post, body })).body).toBe('{"userId":"zhangsan"}')
      expect(await whoIs(one)).toBe('zhangsan')
      // Posted twice: signed in already, and no second exchange.
      expect((await one.get('/wechat/login', { ...post, body })).body).toBe('{"userId":"zhangsan"}')
      expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
    })

    it.each<[string, (state: string) => object, string]>([
      ['no state', () => ({ code: 'x' }), 'WECOM_STATE_INVALID'],
      ['a state that is not ours', () => ({ code: 'x', state: 'a'.repeat(69) }), 'WECOM_STATE_INVALID'],
      ['nothing', () => [], 'WECOM_BAD_REQUEST'],
      ['no code', (state) => ({ state }), 'WECOM_BAD_REQUEST'],
      ['objects', (state) => ({ code: { a: 1 }, state }), 'WECOM_BAD_REQUEST'],
    ])('completeLogin refuses %s', async (_what, proof, code) => {
      const { visitor, errors } = await app({}, { routes })
      const one = visitor()
      const { state } = JSON.parse((await one.get('/login-state')).body)
      await one.get('/wechat/login', { ...post, body: JSON.stringify(proof(state)) })
      expect(errors).toMatchObject([{ code }])
    })

    it('completeLogin refuses a state of another browser, and one that is too old', async () => {
      let now = Date.now()
      const { visitor, errors } = await app({ now: () => now }, { routes })
      const [one, other] = [visitor(), visitor()]
      const { state } = JSON.parse((await one.get('/login-state')).body)
      const body = JSON.stringify({ code: codeFor(wecom()), state })
      await other.get('/wechat/login', { ...post, body })
      now += 11 * 60_000
      await one.get('/wechat/login', { ...post, body })
      expect(errors).toMatchObject([{ code: 'WECOM_COOKIES_BLOCKED' }, { code: 'WECOM_LOGIN_EXPIRED' }])
      expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(0)
    })

    it('a state of loginState also ends at our own callback', async () => {
      const { visitor } = await app({}, { routes })
      const one = visitor()
      const { state } = JSON.parse((await one.get('/login-state')).body)
      expect((await one.get(`/wecom/callback?code=${codeFor(wecom())}&state=${state}`)).location).toBe(
        '/private',
      )
    })
  })

  describe('the REST face', () => {
    const routes = (server: Express, sso: WecomSSO) =>
      void server.use(
        '/api/wecom',
        wecomApiRouter(sso, {
          permission: () => {
            throw new Error('database down: secret')
          },
        }),
      )

    it('answers in its shape whatever the permission hook does', async () => {
      const { send, sso } = await app({}, { routes })
      const { cookie } = createTestSession({ userId: 'zhangsan' }, sso)
      const { status, body } = await send('/api/wecom/verify/lisi', { headers: { cookie } })
      expect([status, JSON.parse(body)]).toMatchObject([500, { code: -1, data: null }])
      expect(body).not.toContain('database')
    })

    it('says where a missing state comes from', async () => {
      const { send } = await app({}, { routes })
      const { body } = await send('/api/wecom/getUserInfo', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"code":"x"}',
      })
      expect(body).toMatch(/WECOM_STATE_MISSING.*loginUrl.*cookie/)
    })

    it('fills name and department when a directory can', async () => {
      const { visitor } = await app({ directory: createDirectory(wecom().client) }, { routes })
      const one = visitor({ accept: '*/*' })
      const { state } = JSON.parse((await one.get('/api/wecom/loginUrl')).body).data
      const { body } = await one.get('/api/wecom/getUserInfo', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: codeFor(wecom()), state }),
      })
      expect(JSON.parse(body).data).toMatchObject({ name: '张三', department: expect.stringMatching(/./) })
    })
  })
})
