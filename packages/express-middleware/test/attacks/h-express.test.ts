import { createServer } from 'node:http'
import { connect } from 'node:net'
import { type ErrorRequestHandler, Router } from 'express'
import { expect, it } from 'vitest'
import { getWecomUser, requireWecomUser } from '../../src/guard/require-wecom-user.ts'
import { wecomSSO } from '../../src/sso/wecom-sso.ts'
import { attacks, leadsToWecom, whoIs } from '../support/attacks.ts'
import { clientOf, listen, publicOrigin, secret } from '../support/test-app.ts'
import { atWecom, navigation, signIn } from '../support/visitor.ts'

attacks('H. Express', ({ express, wecom, app }) => {
  it.each(['authorize', 'onLogin', 'onLogout', 'isRevoked', 'check'])(
    'H1 · %s rejecting reaches the error handler',
    async (hook) => {
      const unhandled: unknown[] = []
      const listener = (reason: unknown) => unhandled.push(reason)
      process.on('unhandledRejection', listener)
      const reject = async () => {
        throw new Error(`${hook} failed`)
      }
      const routes = (server: ReturnType<typeof express>) =>
        void server.get('/checked', requireWecomUser(reject))
      const { visitor, errors } = await app(hook === 'check' ? {} : { [hook]: reject }, { routes })
      const one = visitor()
      await signIn(one)
      await one.get(hook === 'check' ? '/checked' : '/private')
      await one.get('/wecom/logout', { method: 'POST' })
      process.off('unhandledRejection', listener)
      expect(errors).toContainEqual(expect.objectContaining({ message: `${hook} failed` }))
      expect(unhandled).toEqual([])
    },
  )

  it('H1 · onError answers every failure, and its own failure reaches the error handler once', async () => {
    const told: string[] = []
    const { visitor, errors } = await app({
      onError: (error, _request, response) => {
        told.push(error.code)
        if (error.code === 'WECOM_STATE_MISSING') throw new Error('onError failed')
        response.statusCode = 418
        response.end()
      },
    })
    expect((await signIn(visitor(), '/private', 'simulate_external=1')).status).toBe(418)
    expect(
      (await visitor().get('/api/private', { headers: { accept: '*/*', 'sec-fetch-mode': 'cors' } })).status,
    ).toBe(418)
    expect((await visitor().get('/wecom/callback')).status).toBe(500)
    expect(told).toEqual(['WECOM_NOT_MEMBER', 'WECOM_LOGIN_REQUIRED', 'WECOM_STATE_MISSING'])
    expect(errors).toMatchObject([{ message: 'onError failed' }])
  })

  it('H1 · an api hook that throws while a failure is answered reaches the error handler', async () => {
    const unhandled: unknown[] = []
    const listener = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', listener)
    const api = ({ url }: { url?: string | undefined }) => {
      if (url === '/private') return undefined
      throw new Error('api failed')
    }
    const routes = (server: ReturnType<typeof express>) =>
      void server.get(
        '/boss',
        requireWecomUser(() => false),
      )
    const { visitor, errors } = await app({ api }, { routes })
    const one = visitor()
    await signIn(one)
    expect((await one.get('/boss')).status).toBe(500)
    const foreign = { origin: 'https://evil.example' }
    expect((await one.get('/wecom/logout', { method: 'POST', headers: foreign })).status).toBe(500)
    process.off('unhandledRejection', listener)
    expect(errors).toMatchObject([{ message: 'api failed' }, { message: 'api failed' }])
    expect(unhandled).toEqual([])
  })

  it('H2 · the same instance twice runs once', async () => {
    let asked = 0
    const count = () => {
      asked += 1
      return false
    }
    const { visitor } = await app(
      { isRevoked: count },
      { routes: (server, sso) => void server.use(sso, sso) },
    )
    const one = visitor()
    await signIn(one)
    asked = 0
    expect((await one.get('/private')).status).toBe(200)
    expect(asked).toBe(1)
  })

  it('H2 · two agents in one app keep apart, and the nearer one decides', async () => {
    const other = wecomSSO({
      client: clientOf(wecom().simulator, 'legacy-app'),
      sessionSecret: secret,
      baseUrl: publicOrigin,
    })
    const routes = (server: ReturnType<typeof express>) => {
      server.use('/legacy', other)
      server.get('/legacy/page', requireWecomUser(), (request, response) => {
        response.json(getWecomUser(request))
      })
    }
    const { visitor } = await app({}, { routes })
    const one = visitor()
    await signIn(one)
    const asked = await one.get('/legacy/page')
    expect(asked.location).toContain(encodeURIComponent(`${publicOrigin}/legacy/wecom/callback`))
    expect((await one.get(await atWecom(asked.location, 'simulate_user=LiSi'))).location).toBe('/legacy/page')
    expect(JSON.parse((await one.get('/legacy/page')).body).userId).toBe('LiSi')
    expect(await whoIs(one)).toBe('zhangsan')
  })

  it('H2 · the same app again below: a callback without its cookie does not end on the bare callback', async () => {
    const below = wecomSSO({ client: wecom().client, sessionSecret: secret, baseUrl: publicOrigin })
    const routes = (server: ReturnType<typeof express>) => {
      server.use('/hr', below)
      server.get('/hr/files', requireWecomUser(), (_request, response) => void response.end('files'))
    }
    const { visitor } = await app({}, { routes })
    const target = await atWecom((await visitor().get('/hr/files')).location, 'simulate_user=zhangsan')
    expect(target).toMatch(/^\/hr\/wecom\/callback\?/)
    const one = visitor()
    const restarted = await one.get(target)
    const done = await one.get(await atWecom(restarted.location, 'simulate_user=zhangsan'))
    // The page travels in the state, too.
    expect([done.status, done.location]).toEqual([302, '/hr/files'])
  })

  it('H3 · mounted at a path: callback, return address and cookie path are right', async () => {
    const routes = (server: ReturnType<typeof express>) => {
      server.get('/sub/page', requireWecomUser(), (request, response) => {
        response.json(getWecomUser(request))
      })
    }
    const { visitor } = await app({}, { mount: '/sub', routes })
    const one = visitor()
    const asked = await one.get('/sub/page?a=1')
    expect(asked.location).toContain(encodeURIComponent(`${publicOrigin}/sub/wecom/callback`))
    expect(asked.setCookies.join()).toContain('Path=/;')
    expect((await one.get(await atWecom(asked.location, 'simulate_user=zhangsan'))).location).toBe(
      '/sub/page?a=1',
    )
    expect((await one.get('/sub/page')).status).toBe(200)
    expect((await one.get('/wecom/login')).location).toBeUndefined()
  })

  it('H3 · inside a router, with any-route callbacks and a public prefix that a proxy strips', async () => {
    const sso = wecomSSO({
      client: wecom().client,
      sessionSecret: secret,
      baseUrl: `${publicOrigin}/oa`,
      callbackPath: false,
    })
    const router = Router()
    router.use(sso)
    router.get('/page', requireWecomUser(), (request, response) => {
      response.json(getWecomUser(request))
    })
    const server = express()
    server.use('/in', router)
    const { visitor, close } = await listen(server, sso)
    const one = visitor()
    const asked = await one.get('/in/page?a=1')
    const target = await atWecom(asked.location, 'simulate_user=zhangsan')
    expect(target).toMatch(/^\/oa\/in\/page\?a=1&code=/)
    expect((await one.get(target.slice('/oa'.length))).location).toBe('/oa/in/page?a=1')
    expect((await one.get('/in/page')).status).toBe(200)
    await close()
  })

  it('H4 · app.use(wecomSSO) without a call explains itself', async () => {
    const server = express()
    server.use(Object(wecomSSO))
    server.use(((error, _request, response, _next) => {
      response.status(500).send(String(error))
    }) satisfies ErrorRequestHandler)
    const sso = wecomSSO({ client: wecom().client, sessionSecret: secret })
    const { send, close } = await listen(server, sso)
    expect((await send('/')).body).toContain('app.use(wecomSSO({')
    await close()
  })

  it('H4 · a req.wecomUser put there by somebody else is not believed', async () => {
    const forged = { corpId: 'c', agentId: 1, userId: 'boss', loginAt: 1 }
    const { visitor } = await app(
      {},
      {
        before: (server) => {
          server.use((request, _response, next) => {
            request.wecomUser = forged
            next()
          })
        },
      },
    )
    expect(await whoIs(visitor())).toBeUndefined()
    expect(leadsToWecom((await visitor().get('/private')).location)).toBe(true)
  })

  it('H4 · a guard without the middleware explains itself', async () => {
    const server = express()
    server.get('/', requireWecomUser())
    server.get('/user', (request) => {
      getWecomUser(request)
    })
    server.use(((error, _request, response, _next) => {
      response.status(error.status).send(`${error.code} ${error.message}`)
    }) satisfies ErrorRequestHandler)
    const sso = wecomSSO({ client: wecom().client, sessionSecret: secret })
    const { send, close } = await listen(server, sso)
    for (const path of ['/', '/user'])
      expect((await send(path)).body).toMatch(/^WECOM_MIDDLEWARE_MISSING .*app\.use/)
    await close()
  })

  it.each([
    'GET / HTTP/1.0\r\n\r\n',
    'GET /private HTTP/1.0\r\nAccept: text/html\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET /wecom/callback?code=1&state=2 HTTP/1.0\r\n\r\n',
    'GET ?x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET /wecom/login HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n',
    'GET http:// HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  ])('H5 · the request %j is answered', async (raw) => {
    for (const withoutBaseUrl of [true, false]) {
      const { origin, errors } = await app({}, { withoutBaseUrl })
      expect(Number((await exchangeRaw(origin, raw)).split(' ')[1])).toBeLessThan(500)
      expect(errors).toEqual([])
    }
  })

  it('H6 · works on a bare node:http server', async () => {
    const sso = wecomSSO({
      client: wecom().client,
      sessionSecret: secret,
      baseUrl: publicOrigin,
      mode: 'required',
    })
    const server = createServer((request, response) => {
      sso(request, response, (error) => {
        response.statusCode = error === undefined ? 200 : 500
        response.end(error === undefined ? getWecomUser(request).userId : 'failed')
      })
    })
    const { visitor, close } = await listen(
      (request, response) => void server.emit('request', request, response),
      sso,
    )
    const one = visitor(navigation)
    await signIn(one, '/')
    expect((await one.get('/')).body).toBe('zhangsan')
    await close()
  })
})

async function exchangeRaw(origin: string, raw: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(raw))
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  socket.on('error', reject)
  socket.on('close', () => {
    resolve(text)
  })
  return await promise
}
