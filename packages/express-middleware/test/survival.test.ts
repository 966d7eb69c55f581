import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  requireWecomUser,
  wecomApiRouter,
  wecomCallback,
  wecomDomainVerification,
  wecomJssdk,
} from '../src/index.ts'
import { createTestSession } from '../src/testing/index.ts'
import {
  majors,
  startApp,
  type StartAppOptions,
  startWecom,
  type TestApp,
  type Wecom,
} from './support/test-app.ts'
import { signIn } from './support/visitor.ts'

// A rejection nobody handles ends a Node process: each of these would have been one request to stop the service.
const unhandled: unknown[] = []
const keep = (error: unknown) => unhandled.push(error)
process.on('unhandledRejection', keep)

let wecom: Wecom
const apps: TestApp[] = []
beforeAll(async () => {
  wecom = await startWecom()
})
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
  unhandled.length = 0
})
afterAll(async () => {
  process.off('unhandledRejection', keep)
  await wecom.client.close()
  await wecom.simulator.close()
})

const callbackKeys = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: 'ww0123456789abcdef',
}
const aPage = 'text/html'

describe.each(majors)('Express $major', ({ express }) => {
  const start = async (sso: object, more: Omit<StartAppOptions, 'sso' | 'express'> = {}) => {
    const app = await startApp({ express, sso: { client: wecom.client, ...sso }, ...more })
    apps.push(app)
    return app
  }
  const settled = async (app: TestApp) => {
    // A later request proves that the server still answers, and gives a rejection the turn it needs to show.
    await app.send('/')
    await new Promise(setImmediate)
    expect(unhandled).toEqual([])
  }

  it.each([
    ['/wecom/login', 'GET'],
    ['/wecom/logout', 'POST'],
    ['/wecom/callback', 'GET'],
    ['/wecom/callback?code=x&state=y', 'GET'],
    ['/private', 'GET'],
    ['/api/private', 'POST'],
    ['/api/wecom/loginUrl', 'GET'],
    ['/api/wecom/getUserInfo', 'POST'],
    ['/jssdk', 'GET'],
    ['/WW_verify_a.txt', 'GET'],
    ['/events', 'GET'],
    ['/events', 'POST'],
    ['/events', 'PUT'],
  ])('lives on when somebody answered and still called next(): %s %s', async (path, method) => {
    const app = await start(
      {},
      {
        before: (host) => {
          host.use((request, response, next) => {
            if (request.url !== '/') response.end('answered')
            next()
          })
        },
        routes: (host, sso) => {
          host.use('/events', wecomCallback({ ...callbackKeys, onEvent: () => undefined }))
          host.use('/api/wecom', wecomApiRouter(sso))
          host.use('/jssdk', wecomJssdk(sso))
          host.use(wecomDomainVerification({ 'WW_verify_a.txt': 'a' }))
        },
      },
    )
    expect(await app.send(path, { method, headers: { accept: aPage } })).toMatchObject({ body: 'answered' })
    await settled(app)
  })

  const failing = {
    throws: () => {
      throw new Error('hook failed')
    },
    rejects: async () => {
      await Promise.resolve()
      throw new Error('hook failed')
    },
    'throws nothing': () => {
      // eslint-disable-next-line typescript/only-throw-error -- a hook may
      throw undefined
    },
  }

  describe.each(Object.entries(failing))('a hook that %s reaches the error handler once', (_how, hook) => {
    it.each(['onLogin', 'authorize', 'onError', 'isRevoked', 'onLogout', 'api'] as const)(
      '%s',
      async (name) => {
        const app = await start({ [name]: hook })
        const { cookie } = createTestSession({ userId: 'zhangsan' }, app.sso)
        const question = {
          onLogin: async () => await signIn(app.visitor()),
          authorize: async () => await signIn(app.visitor()),
          onError: async () => await app.send('/api/private'),
          isRevoked: async () => await app.send('/private', { headers: { cookie } }),
          onLogout: async () => await app.send('/wecom/logout', { method: 'POST', headers: { cookie } }),
          api: async () => await app.send('/private', { headers: { accept: aPage } }),
        }[name]
        await question().catch(() => undefined)
        await settled(app)
        // A synchronous hook that rejects has not answered, and the built-in rule does.
        expect(app.errors).toHaveLength(name === 'api' && _how === 'rejects' ? 0 : 1)
      },
    )

    it('requireWecomUser', async () => {
      const app = await start({}, { routes: (host) => host.use('/hr', requireWecomUser(hook)) })
      const { cookie } = createTestSession({ userId: 'zhangsan' }, app.sso)
      expect((await app.send('/hr', { headers: { cookie } })).status).toBe(500)
      await settled(app)
      expect(app.errors).toHaveLength(1)
    })

    it('permission of the REST face', async () => {
      const app = await start(
        {},
        { routes: (host, sso) => host.use('/api/wecom', wecomApiRouter(sso, { permission: hook })) },
      )
      const { cookie } = createTestSession({ userId: 'zhangsan' }, app.sso)
      expect((await app.send('/api/wecom/verify/lisi', { headers: { cookie } })).status).toBe(500)
      await settled(app)
    })
  })

  it('a visitor who hangs up in the middle of a body', async () => {
    const app = await start(
      {},
      {
        routes: (host, sso) => {
          host.use('/events', wecomCallback({ ...callbackKeys, onEvent: () => undefined }))
          host.use('/api/wecom', wecomApiRouter(sso))
        },
      },
    )
    for (const path of ['/events?msg_signature=a&timestamp=1&nonce=1', '/api/wecom/getUserInfo']) {
      const socket = connect(Number(new URL(app.origin).port), '127.0.0.1')
      await once(socket, 'connect')
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
      )
      socket.destroy()
      await once(socket, 'close')
    }
    await settled(app)
    expect((await app.send('/')).status).toBe(200)
  })

  describe('true alone is true', () => {
    it.each<[string, () => unknown]>([
      ['a promise of false', async () => await Promise.resolve(false)],
      ['a promise that fails', async () => await Promise.reject(new Error('no'))],
      ['a word', () => 'yes'],
      ['1', () => 1],
    ])('publicPaths: %s opens nothing', async (_what, answer) => {
      const app = await start({ mode: 'required', publicPaths: [answer] })
      expect((await app.send('/open')).status).toBe(401)
      await settled(app)
    })

    it('api: a promise leaves it to the built-in rule', async () => {
      const app = await start({ api: async () => await Promise.resolve(false) })
      expect((await app.send('/private', { headers: { accept: aPage } })).status).toBe(302)
      expect((await app.send('/private')).status).toBe(401)
    })

    it('a hook that should answer at once is warned about once', async () => {
      const warn = vi.fn<() => void>()
      const nothing = () => undefined
      const answer = async () => await Promise.resolve(true)
      const app = await start({
        logger: { debug: nothing, info: nothing, error: nothing, warn },
        mode: 'required',
        publicPaths: [answer],
      })
      await app.send('/open')
      await app.send('/open')
      expect(warn.mock.calls).toMatchObject([
        [{ code: 'WECOM_SETUP_ASYNC_HOOK' }, expect.stringContaining('publicPaths')],
      ])
    })

    it.each([
      ['a word', '"yes"'],
      ['a row', '{"allowed":0}'],
      ['1', '1'],
    ])('authorize, a check and permission: %s is refused', async (_what, value) => {
      const answer = vi.fn<() => boolean>(JSON.parse.bind(undefined, value))
      const app = await start(
        {},
        {
          routes: (host, sso) => {
            host.use('/hr', requireWecomUser(answer))
            host.use('/api/wecom', wecomApiRouter(sso, { permission: answer }))
          },
        },
      )
      expect((await signIn((await start({ authorize: answer })).visitor())).status).toBe(403)
      const { cookie } = createTestSession({ userId: 'zhangsan' }, app.sso)
      expect((await app.send('/hr', { headers: { cookie } })).status).toBe(403)
      expect((await app.send('/api/wecom/verify/lisi', { headers: { cookie } })).body).toContain(
        '"authorized":false',
      )
    })
  })
})
