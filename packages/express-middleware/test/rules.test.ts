import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { json, type Express } from 'express'
import { describe, expect, it, vi } from 'vitest'
import { createDirectory, WecomApiError } from '@wecom-kit/core'
import { getWecomUser, requireWecomUser } from '../src/guard/require-wecom-user.ts'
import type { WecomSSOOptions } from '../src/options/options.ts'
import type { WecomSessionStore } from '../src/session/session-store.ts'
import { wecomApiRouter } from '../src/extras/rest/wecom-api-router.ts'
import { wecomJssdk } from '../src/extras/jssdk.ts'
import type { WecomSSO } from '../src/sso/members.ts'
import { wecomSSO } from '../src/sso/wecom-sso.ts'
import { createTestSession } from '../src/testing/index.ts'
import type { WecomUser } from '../src/user.ts'
import { attacks, callback, codeFor, leadsToWecom, sessionName, stateOf, whoIs } from './support/attacks.ts'
import { MapStore } from './support/map-store.ts'
import { publicOrigin, secret, TestClock } from './support/test-app.ts'
import { atWecom, navigation, signIn } from './support/visitor.ts'

// Rules are true of the instance that answers, whoever issued the session.
attacks('rules at use', ({ wecom, app }) => {
  const inner = (options: Partial<WecomSSOOptions>) =>
    wecomSSO({ client: wecom().client, sessionSecret: secret, baseUrl: publicOrigin, ...options })

  describe.each<[string, () => { store?: WecomSessionStore; session?: { store: WecomSessionStore } }]>([
    ['sealed cookies', () => ({})],
    ['sessions in a store', () => ({ session: { store: new MapStore() } })],
    ['a shared store', () => ({ store: new MapStore() })],
  ])('%s', (_where, place) => {
    it.each(['nested', 'side by side'])(
      'authorize of a %s instance holds for sessions of the other: 403, never the page',
      async (how) => {
        const where = place()
        const strict = inner({ ...where, authorize: ({ userId }) => userId === 'LiSi', mePath: '/admin/me' })
        const page = (server: Express) =>
          server.get('/admin/x', requireWecomUser(), (_request, response) => void response.end('secret'))
        const routes = (server: Express) => {
          server.use('/admin', strict)
          page(server)
        }
        const before = (server: Express) => {
          server.use('/admin', strict)
          page(server)
        }
        const { visitor } = await app(where, how === 'nested' ? { routes } : { before })
        const [one, two] = [visitor(), visitor()]
        await signIn(one)
        await signIn(two, '/private', 'simulate_user=LiSi')
        expect((await one.get('/admin/x')).status).toBe(403)
        expect(
          (await one.get('/admin/x', { headers: { accept: '*/*', 'sec-fetch-mode': 'cors' } })).body,
        ).toContain('WECOM_FORBIDDEN')
        expect((await two.get('/admin/x')).body).toBe('secret')
        expect(await whoIs(one)).toBe('zhangsan')
      },
    )

    it.each<[string, Partial<WecomSSOOptions>]>([
      ['authorize', { authorize: ({ userId }) => userId === 'LiSi' }],
      ['allowLinked', {}],
    ])('%s holds for a callback that another instance answered before', async (what, rule) => {
      const where = { store: new MapStore(), ...place() }
      const user = what === 'authorize' ? 'zhangsan' : 'ww9a1c0b2d3e4f5061/luyao'
      const strict = inner({ ...where, ...rule })
      const before = (server: Express) => {
        server.use('/admin', strict)
        server.get('/admin/x', requireWecomUser(), (_request, response) => void response.end('secret'))
        server.post('/done', json(), (request, response, next) => {
          strict
            .completeLogin(request, response, request.body)
            .then((member) => void response.json(member), next)
        })
      }
      const { visitor, send } = await app({ ...where, allowLinked: true }, { before })
      const one = visitor()
      const back = await atWecom((await one.get('/private')).location, `simulate_user=${user}`)
      const cookie = [...(await one.cookies())].map(([name, value]) => `${name}=${value}`).join('; ')
      expect((await one.get(back)).location).toBe('/private')
      const again = await send(`/admin${back}`, { headers: { ...navigation, cookie } })
      expect([again.status, again.setCookies.join().includes('_session=')]).toEqual([403, false])
      const { searchParams } = new URL(back, publicOrigin)
      const posted = await send('/done', {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(Object.fromEntries(searchParams)),
      })
      expect(posted.status).toBe(403)
    })

    it('allowLinked of an instance holds for sessions of the other', async () => {
      const where = place()
      const strict = inner(where)
      const routes = (server: Express) => {
        server.use('/own', strict)
        server.get('/own/x', requireWecomUser(), (_request, response) => void response.end('own'))
      }
      const { send, sso } = await app({ ...where, allowLinked: true }, { routes })
      const { cookie, ready } = createTestSession({ userId: 'ww-linked/wang', corpId: 'ww-linked' }, sso)
      await ready
      expect((await send('/private', { headers: { cookie } })).status).toBe(200)
      const refused = await send('/own/x', { headers: { ...navigation, cookie } })
      expect([refused.status, refused.body.includes('WECOM_LINKED_MEMBER')]).toEqual([403, true])
    })

    it('revoke and sign-out of one instance end the sessions of all', async () => {
      const where = place()
      const other = inner(where)
      const { visitor, send, sso } = await app(where)
      const one = visitor()
      await signIn(one)
      const cookie = `${sessionName(sso)}=${(await one.cookies()).get(sessionName(sso))}`
      await other.revoke('ZHANGSAN')
      expect((await send('/private', { headers: { cookie } })).status).toBe(401)
    })
  })

  it('an instance in mode required lets nobody to its pages whom it does not authorize', async () => {
    const strict = inner({ authorize: () => false, mode: 'required', publicPaths: ['/open'] })
    const routes = (server: Express) => void server.use('/admin', strict)
    const { visitor } = await app({}, { routes })
    const one = visitor()
    await signIn(one)
    expect((await one.get('/admin/page')).status).toBe(403)
    expect(JSON.parse((await one.get('/admin/open')).body).user).toBeNull()
  })

  it('authorize is asked once per session, and again after updateAge', async () => {
    const clock = new TestClock()
    const authorize = vi.fn<(user: WecomUser) => Promise<boolean>>(async () => true)
    const strict = inner({ authorize, now: clock.now })
    const routes = (server: Express) => {
      server.use('/admin', strict)
      server.get('/admin/x', requireWecomUser(), (_request, response) => void response.end('in'))
    }
    const { visitor } = await app({ now: clock.now }, { routes })
    const one = visitor()
    await signIn(one)
    for (let time = 0; time < 5; time += 1) expect((await one.get('/admin/x')).body).toBe('in')
    expect(authorize).toHaveBeenCalledTimes(1)
    clock.advance(3700)
    authorize.mockResolvedValue(false)
    expect((await one.get('/admin/x')).status).toBe(403)
    expect(authorize).toHaveBeenCalledTimes(2)
  })

  it('authorize that fails lets nobody in and is asked again', async () => {
    const authorize = vi
      .fn<() => Promise<boolean>>()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue(true)
    const strict = inner({ authorize })
    const routes = (server: Express) => {
      server.use('/admin', strict)
      server.get('/admin/x', requireWecomUser(), (_request, response) => void response.end('in'))
    }
    const { visitor } = await app({}, { routes })
    const one = visitor()
    await signIn(one)
    expect((await one.get('/admin/x')).status).toBe(500)
    expect((await one.get('/admin/x')).body).toBe('in')
  })

  it('a revocation while WeCom still answers a sign-in is not missed', async () => {
    const clock = new TestClock()
    const { client } = wecom()
    const gate = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const slow = Object.create(client, {
      auth: {
        value: Object.create(client.auth, {
          identify: {
            value: async () => {
              asked.resolve()
              await gate.promise
              return { kind: 'member', corpId: client.corpId, userId: 'zhangsan' }
            },
          },
        }),
      },
      corpId: { value: client.corpId },
      agentId: { value: client.agentId },
    })
    const { visitor, sso } = await app({ client: slow, now: clock.now })
    const one = visitor()
    const state = stateOf((await one.get('/private')).location)
    const pending = one.get(callback(codeFor(wecom()), state))
    await asked.promise
    clock.advance(1)
    await sso.revoke('zhangsan')
    clock.advance(1)
    gate.resolve()
    await pending
    expect(await whoIs(one)).toBeUndefined()
  })

  it('a shared store that lost its data lets nobody in who may have been signed out', async () => {
    const clock = new TestClock()
    const store = new MapStore()
    const { visitor, send, sso } = await app({ store, now: clock.now })
    const here = await app({ store, now: clock.now })
    const [one, two] = [visitor(), visitor()]
    clock.advance(1)
    await signIn(one)
    await signIn(two, '/private', 'simulate_user=LiSi')
    const cookie = `${sessionName(sso)}=${(await one.cookies()).get(sessionName(sso))}`
    await here.sso.revoke('zhangsan')
    expect((await send('/private', { headers: { cookie } })).status).toBe(401)
    store.kept.clear()
    clock.advance(61)
    await send('/private', { headers: { cookie } })
    await vi.waitFor(() => expect([...store.kept.keys()].join()).toContain('remembers-since'))
    expect((await send('/private', { headers: { cookie } })).status).toBe(401)
    expect(await whoIs(two)).toBeUndefined()
    clock.advance(1)
    await signIn(two, '/private', 'simulate_user=LiSi')
    expect(await whoIs(two)).toBe('LiSi')
  })

  it('more sign-outs than fit end more sessions, never fewer', async () => {
    const { visitor, send, sso } = await app()
    const one = visitor()
    await signIn(one)
    const cookie = `${sessionName(sso)}=${(await one.cookies()).get(sessionName(sso))}`
    await one.get('/wecom/logout', { method: 'POST' })
    const { cookie: others } = createTestSession({ userId: 'LiSi' }, sso)
    for (let user = 0; user < 12_000; user += 1) await sso.revoke(`user-${user}`)
    expect((await send('/private', { headers: { cookie } })).status).toBe(401)
    expect((await send('/private', { headers: { cookie: others } })).status).toBe(200)
  })

  describe('members who left or were disabled', () => {
    const answers: Record<string, () => unknown> = {
      'is still there': () => ({ userid: 'zhangsan', status: 1 }),
      'was disabled': () => ({ userid: 'zhangsan', status: 2 }),
      'left (status as text)': () => ({ userid: 'zhangsan', status: '5' }),
      'was deleted': () => {
        throw new WecomApiError('gone', { errcode: 60111, errmsg: 'userid not found' })
      },
      'is outside the visible range': () => {
        throw new WecomApiError('hidden', { errcode: 60011, errmsg: 'no privilege' })
      },
      'cannot be looked at': () => {
        throw new Error('network')
      },
    }
    it.each([
      ['is still there', true],
      ['was disabled', false],
      ['left (status as text)', false],
      ['was deleted', false],
      ['is outside the visible range', true],
      ['cannot be looked at', true],
    ])('at updateAge, a member who %s stays: %s', async (what, stays) => {
      const clock = new TestClock()
      const get = vi.fn<() => Promise<unknown>>(async () => answers[what]?.())
      const { client } = wecom()
      const looked = Object.create(client, {
        users: { value: Object.create(client.users, { get: { value: get } }) },
        auth: { value: client.auth },
        corpId: { value: client.corpId },
        agentId: { value: client.agentId },
      })
      const { visitor } = await app({ client: looked, now: clock.now })
      const one = visitor()
      await signIn(one)
      expect((await one.get('/private')).status).toBe(200)
      expect(get).not.toHaveBeenCalled()
      clock.advance(3700)
      const answer = await one.get('/private')
      expect(answer.status).toBe(stays ? 200 : 302)
      expect(get).toHaveBeenCalledTimes(1)
      expect(await whoIs(one)).toBe(stays ? 'zhangsan' : undefined)
    })

    it('whoever signs in although WeCom knows no such member is outside the visible range, and stays', async () => {
      const clock = new TestClock()
      const { client } = wecom()
      const looked = Object.create(client, {
        users: {
          value: Object.create(client.users, { get: { value: async () => answers['was deleted']?.() } }),
        },
        auth: { value: client.auth },
        corpId: { value: client.corpId },
        agentId: { value: client.agentId },
      })
      const { visitor } = await app({ client: looked, now: clock.now })
      const one = visitor()
      await signIn(one)
      clock.advance(3700)
      expect(leadsToWecom((await one.get('/private')).location)).toBe(true)
      clock.advance(30)
      await signIn(one)
      clock.advance(3700)
      expect((await one.get('/private')).status).toBe(200)
    })

    it.each(['/wecom/me', '/api/wecom/verify/LiSi', `/js?url=${publicOrigin}/`, 'a WebSocket'])(
      'with a directory %s guards like the others',
      async (asked) => {
        const { simulator, client } = wecom()
        const directory = createDirectory(client)
        const routes = (server: Express, sso: WecomSSO) => {
          server.use('/api/wecom', wecomApiRouter(sso))
          server.get('/js', wecomJssdk(sso))
        }
        const { visitor, sso } = await app(
          { profile: 'directory', directory, mePath: '/wecom/me' },
          { routes },
        )
        const one = visitor()
        await signIn(one, '/private', 'simulate_user=LiSi')
        const cookie = [...(await one.cookies())].map(([name, value]) => `${name}=${value}`).join('; ')
        const handshake = async () => {
          const request = new IncomingMessage(new Socket())
          Object.assign(request, { url: '/live', headers: { cookie, host: new URL(publicOrigin).host } })
          return (await sso.authenticateUpgrade(request)) === null ? 403 : 200
        }
        const ask = async () => (asked.startsWith('/') ? (await one.get(asked)).status : await handshake())
        expect(await ask()).toBe(200)
        try {
          await simulator.contacts.updateUser('LiSi', { status: 2 })
          directory.invalidate({ userId: 'LiSi' })
          expect(await ask()).toBe(403)
          expect(await whoIs(one)).toBeUndefined()
        } finally {
          await simulator.reset()
        }
      },
    )

    it.each(['disabled', 'deleted'])(
      'with a directory every guard sees that a member was %s',
      async (what) => {
        const { simulator, client } = wecom()
        const directory = createDirectory(client)
        const routes = (server: Express) => {
          server.get(
            '/fn',
            requireWecomUser(() => true),
            (_request, response) => void response.end('in'),
          )
          server.get(
            '/name',
            requireWecomUser(),
            (request, response) => void response.end(getWecomUser(request).name),
          )
        }
        const { visitor } = await app({ profile: 'directory', directory }, { routes })
        const pages = ['/private', '/fn']
        const visitors = pages.map(() => visitor())
        for (const one of visitors) await signIn(one, '/private', 'simulate_user=LiSi')
        expect((await visitors[0]?.get('/name'))?.body).toBe('李四')
        try {
          if (what === 'disabled') await simulator.contacts.updateUser('LiSi', { status: 2 })
          else await simulator.contacts.deleteUser('LiSi')
          directory.invalidate({ userId: 'LiSi' })
          for (const [index, page] of pages.entries()) {
            expect([page, (await visitors[index]?.get(page))?.status]).toEqual([page, 403])
            expect(leadsToWecom((await visitors[index]?.get(page))?.location)).toBe(true)
          }
        } finally {
          await simulator.reset()
        }
      },
    )
  })
})
