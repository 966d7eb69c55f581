import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Directory } from '@wecom-kit/core'
import { appKey, identityOf } from '@wecom-kit/core/foundation'
import type { Express, Request, Response } from 'express'
import { expect, it } from 'vitest'
import { createSealer, deriveKeys } from '../../src/session/seal.ts'
import type { WecomSSO } from '../../src/sso/members.ts'
import { wecomSSO } from '../../src/sso/wecom-sso.ts'
import { createTestSession } from '../../src/testing/index.ts'
import {
  attacks,
  begin,
  callback,
  clientAnswering,
  codeFor,
  leadsToWecom,
  sessionName,
  whoIs,
} from '../support/attacks.ts'
import { publicOrigin, secret, TestClock } from '../support/test-app.ts'
import { navigation, signIn, Visitor } from '../support/visitor.ts'

const hour = 3600
const sessionLine = /^(?:__Host-)?wecom_\d+_[0-9a-f]{8}=[^;]/

attacks('D. session cookie', ({ wecom, app }) => {
  it('D1 · a session cookie changed at any position is nobody, and is cleared at the guard', async () => {
    const { visitor, send } = await app()
    const one = visitor()
    await signIn(one)
    const [name, value] = await sessionOf(one)
    const changed = value
      .split('')
      .map((letter, at) => value.slice(0, at) + (letter === 'A' ? 'B' : 'A') + value.slice(at + 1))
    for (const wrong of [
      ...changed,
      value.slice(0, -1),
      `${value}A`,
      `${value}.`,
      value.toUpperCase(),
      '....',
      '.....',
    ]) {
      const answer = await send('/', { headers: { cookie: `${name}=${wrong}` } })
      expect([answer.status, answer.body]).toEqual([200, expect.stringContaining('"user":null')])
    }
    const guarded = await send('/private', { headers: { ...navigation, cookie: `${name}=${changed[99]}` } })
    expect(guarded.setCookies.some((line) => line.startsWith(`${name}=;`))).toBe(true)
  })

  it('D2 · a rotated secret opens old cookies and re-seals them at the next touch; a removed one opens none', async () => {
    const clock = new TestClock()
    const fresh = 'a-new-secret-a-new-secret-0123456789-abc'
    const old = await app({ now: clock.now })
    const one = old.visitor()
    await signIn(one)
    const rotated = await app({ now: clock.now, sessionSecret: [fresh, secret] })
    const after = new Visitor(rotated.origin, publicOrigin)
    await after.plant(`${(await sessionOf(one)).join('=')}; Path=/`)
    expect(await whoIs(after)).toBe('zhangsan')
    clock.advance(2 * hour)
    expect((await after.get('/')).setCookies).toHaveLength(1)
    const only = await app({ now: clock.now, sessionSecret: fresh })
    expect(
      (await only.send('/', { headers: { cookie: (await sessionOf(after)).join('=') } })).body,
    ).toContain('zhangsan')
    expect((await only.send('/', { headers: { cookie: (await sessionOf(one)).join('=') } })).body).toContain(
      '"user":null',
    )
  })

  it('D3 · a planted cookie of our name does not hide ours; two planted ones are nobody', async () => {
    const { visitor, send } = await app()
    const one = visitor()
    await signIn(one)
    const [name, value] = await sessionOf(one)
    const ask = async (cookie: string) => (await send('/', { headers: { cookie } })).body
    expect(await ask(`${name}=planted; ${name}=${value}`)).toContain('zhangsan')
    expect(await ask(`${name}=a; x${name}=b; ${name}=c; ${name}="${value}"`)).toContain('zhangsan')
    expect(await ask(`${name}=planted; ${name}=planted`)).toContain('"user":null')
    expect(await ask(`x${name}=${value}`)).toContain('"user":null')
  })

  it('D4 · __Host- whenever the browser accepts it; written by hand it is a TypeError', async () => {
    const cookieOf = async (sso: object) => {
      const { send } = await app({ baseUrl: 'https://oa.example.com', ...sso })
      return (await send('/private', { headers: navigation })).setCookies[0] ?? ''
    }
    expect(await cookieOf({})).toMatch(
      /^__Host-wecom_\d+_[0-9a-f]{8}_login_.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(await cookieOf({ session: { cookie: { domain: 'example.com' } } })).toMatch(
      /^wecom_\d+_[0-9a-f]{8}_login_.*Domain=example\.com/,
    )
    expect(await cookieOf({ session: { cookie: { path: '/oa' } } })).toMatch(
      /^wecom_\d+_[0-9a-f]{8}_login_.*Path=\/oa/,
    )
    for (const session of [
      { name: '__Host-x' },
      { name: '__Secure-x' },
      { name: '__host-x', cookie: { domain: 'example.com' } },
    ]) {
      expect(() => wecomSSO({ client: wecom().client, sessionSecret: secret, session })).toThrow(
        /WECOM_SETUP_COOKIE_PREFIX/,
      )
    }
  })

  it('D5 · 24 h idle and 7 d absolute hold whatever the client keeps, also when shortened later', async () => {
    const clock = new TestClock()
    const { visitor, send } = await app({ now: clock.now })
    const one = visitor()
    await signIn(one)
    const first = (await sessionOf(one)).join('=')
    const knows = async (cookie: string) =>
      (await send('/', { headers: { cookie } })).body.includes('zhangsan')
    const shorter = await app({ now: clock.now, session: { idle: 600 } })
    clock.advance(900)
    expect(await knows(first)).toBe(true)
    expect((await shorter.send('/', { headers: { cookie: first } })).body).toContain('"user":null')
    clock.advance(23 * hour)
    expect(await knows(first)).toBe(true)
    clock.advance(hour)
    expect(await knows(first)).toBe(false)
    const two = visitor()
    await signIn(two)
    for (let hours = 0; hours < 166; hours += 2) {
      clock.advance(2 * hour)
      expect(await whoIs(two)).toBe('zhangsan')
    }
    clock.advance(3 * hour)
    expect(await whoIs(two)).toBeUndefined()
  })

  it('D6 · a cookie from more than a minute in the future is refused', async () => {
    const clock = new TestClock()
    const { visitor } = await app({ now: clock.now })
    const one = visitor()
    await signIn(one)
    clock.advance(-50)
    expect(await whoIs(one)).toBe('zhangsan')
    clock.advance(-20)
    expect(await whoIs(one)).toBeUndefined()
  })

  it('D7 · a session above 3800 bytes is a clear error at sign-in', async () => {
    const directory: Partial<Directory> = {
      user: async () => ({ level: 'simple', userId: 'zhangsan', name: '张'.repeat(2000), departmentIds: [] }),
    }
    const { visitor, errors } = await app({ profile: 'directory', directory: complete(directory) })
    const answer = await signIn(visitor())
    expect([answer.status, JSON.parse(answer.body)]).toEqual([500, { failed: 'WECOM_SESSION_TOO_LARGE' }])
    expect(String(errors[0])).toContain('session.store')
  })

  it('D8 · hundreds of cookies and junk neither throw nor take a millisecond', async () => {
    const sso = wecomSSO({ client: wecom().client, sessionSecret: secret, baseUrl: publicOrigin })
    const { cookie } = createTestSession({ userId: 'zhangsan' }, sso)
    const name = cookie.split('=')[0] ?? ''
    const headers = [
      `${name}=${'x'.repeat(30)}; `.repeat(250),
      'a=b; '.repeat(3000),
      ';'.repeat(15_000),
      '%'.repeat(15_000),
      `${name}=; `.repeat(500),
      `${name};${name}`,
      `${name}=${'A'.repeat(15_000)}`,
      `${name}=${'.'.repeat(15_000)}`,
      `=${name}=; "${name}"=1; ${name}=%E0%A4%A`,
    ]
    const { send } = await app()
    for (const junk of headers) expect((await send('/', { headers: { cookie: junk } })).status).toBe(200)
    for (const junk of headers) expect(fastest(() => run(sso, `${junk}; ${cookie}`))).toBeLessThan(1)
  })

  it.each(['a b', 'é', '"', ' z'])(
    'D8 · a planted cookie whose name cannot be written back (%j) blocks neither signing in nor out',
    async (name) => {
      const { visitor, send, sso } = await app()
      const one = visitor()
      await signIn(one)
      const planted = Array.from({ length: 6 }, (_, at) => `${sessionName(sso)}_login_${name}${at}=1`).join(
        '; ',
      )
      const latin1 = Buffer.from(planted).toString('latin1')
      expect((await send('/private', { headers: { ...navigation, cookie: latin1 } })).status).toBe(302)
      const cookie = `${(await sessionOf(one)).join('=')}; ${latin1}`
      const left = await send('/wecom/logout', { method: 'POST', headers: { ...navigation, cookie } })
      expect(left.status).toBe(303)
      expect(await whoIs(one)).toBeUndefined()
    },
  )

  it('D8 · a header full of planted sign-ins does not become an answer no proxy lets through', async () => {
    const { send, sso } = await app()
    const names = Array.from(
      { length: 300 },
      (_, at) => `${sessionName(sso)}_login_${String(at).padStart(20, '0')}`,
    )
    const cookie = names.map((name) => `${name}=1`).join('; ')
    for (const [path, method] of [
      ['/private', 'GET'],
      ['/wecom/logout', 'POST'],
    ] as const) {
      const answer = await send(path, { method, headers: { ...navigation, cookie } })
      expect([path, answer.status]).toEqual([path, method === 'GET' ? 302 : 303])
      expect(answer.setCookies.join().length).toBeLessThan(4096)
    }
  })

  it('D9 · __proto__ and constructor in a payload stay outside', async () => {
    const { send, sso } = await app()
    const name = sessionName(sso)
    const keys = deriveKeys([secret], `${appKey(identityOf(wecom().client))}/${name}`, 'session')
    const payload = `{"uat":${Date.now()},"sid":"s","user":{"corpId":"${wecom().client.corpId}","agentId":1,"userId":"u","loginAt":${Date.now()},"__proto__":{"admin":true},"constructor":1,"isAdmin":true},"data":{"__proto__":{"x":1}}}`
    const answer = await send('/', {
      headers: { cookie: `${name}=${createSealer(keys).seal(payload)}` },
    })
    const { user } = JSON.parse(answer.body)
    expect(Object.keys(user)).toEqual(['corpId', 'agentId', 'userId', 'loginAt'])
    expect(user.admin).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('D10 · a response begun before logout and ended after it does not sign in again', async () => {
    const clock = new TestClock()
    const gate = Promise.withResolvers<void>()
    const entered = Promise.withResolvers<void>()
    const slow = (server: Express) => {
      server.get('/slow', async (_request, response) => {
        entered.resolve()
        await gate.promise
        response.end('done')
      })
    }
    const { visitor } = await app({ now: clock.now }, { routes: slow })
    const one = visitor()
    await signIn(one)
    clock.advance(2 * hour)
    const pending = one.get('/slow')
    await entered.promise
    await one.get('/wecom/logout', { method: 'POST' })
    gate.resolve()
    expect((await pending).setCookies.some((line) => sessionLine.test(line))).toBe(true)
    expect((await sessionOf(one))[1]).not.toBe('')
    expect(await whoIs(one)).toBeUndefined()
  })

  it('D11 · no Set-Cookie on a page while the session is fresh, exactly one after updateAge', async () => {
    const clock = new TestClock()
    const { visitor } = await app({ now: clock.now })
    const one = visitor()
    const signedIn = await signIn(one)
    expect((await one.get('/private')).setCookies).toEqual([])
    clock.advance(hour + 1)
    const [touched, ...more] = (await one.get('/private')).setCookies
    expect(more).toEqual([])
    expect(attributes(touched)).toBe(attributes(signedIn.setCookies.find((line) => sessionLine.test(line))))
    expect((await one.get('/private')).setCookies).toEqual([])
  })

  it.each(responses)('D12 · a touch is on the response with %s', async (_name, answerWith) => {
    const clock = new TestClock()
    await writeFile(join(tmpdir(), 'wecom-sso-d12.txt'), 'file')
    const { visitor, errors } = await app(
      { now: clock.now },
      { routes: (server) => void server.get('/page', answerWith) },
    )
    const one = visitor()
    await signIn(one)
    clock.advance(hour + 1)
    const answer = await one.get('/page')
    expect(answer.status).toBe(200)
    expect(answer.setCookies).toEqual([expect.stringMatching(sessionLine)])
    expect(answer.headers['cache-control']).toMatch(/no-store|private/)
    expect(errors).toEqual([])
  })

  it.each([['a=1'], [['a=1', 'b=2']]])('D13 · cookies of others (%o) survive every path', async (others) => {
    const clock = new TestClock()
    const before = (server: Express) => {
      server.use((_request, response, next) => {
        response.setHeader('Set-Cookie', others)
        next()
      })
    }
    const { visitor } = await app({ now: clock.now }, { before })
    const one = visitor()
    const keeps = (lines: string[]) =>
      expect(lines.filter((line) => /^[ab]=/.test(line))).toEqual([others].flat())
    keeps((await one.get('/private')).setCookies)
    keeps((await signIn(one)).setCookies)
    clock.advance(hour + 1)
    keeps((await one.get('/private')).setCookies)
    keeps((await one.get('/wecom/logout', { method: 'POST' })).setCookies)
    keeps((await one.get('/wecom/callback')).setCookies)
  })

  it('D14 · whatever carries our cookie is no-store, or private as the app said', async () => {
    const clock = new TestClock()
    const routes = (server: Express) => {
      for (const policy of ['private, max-age=5', 'public, max-age=600', 'max-age=600']) {
        server.get(`/page-${policy.split(/\W/)[0]}`, (_request, response) => {
          response.set('Cache-Control', policy).send('page')
        })
      }
    }
    const { visitor } = await app({ now: clock.now }, { routes })
    const one = visitor()
    const answers = [
      await one.get('/private'),
      await signIn(one),
      await one.get('/wecom/login?response=json'),
    ]
    expect(answers.map(({ headers }) => headers['cache-control'])).toEqual([
      'no-store',
      'no-store',
      'no-store',
    ])
    for (const [path, policy] of [
      ['/page-private', 'private, max-age=5'],
      ['/page-public', 'no-store'],
      ['/page-max', 'no-store'],
    ]) {
      clock.advance(hour + 1)
      const touched = await one.get(path ?? '')
      expect([path, touched.setCookies.length, touched.headers['cache-control']]).toEqual([path, 1, policy])
    }
    expect((await one.get('/page-public')).headers['cache-control']).toBe('public, max-age=600')
    expect((await one.get('/wecom/logout', { method: 'POST' })).headers['cache-control']).toBe('no-store')
  })

  it('D14 · also where the app itself signs in or out or keeps session data, and then says public', async () => {
    const routes = (server: Express, sso: WecomSSO) => {
      const shared = (response: Response, text: string) =>
        void response.set('Cache-Control', 'public, max-age=600').send(text)
      server.get('/keep', (request, response, next) => {
        sso.setSessionData(request, response, { basket: 1 }).then(() => shared(response, 'kept'), next)
      })
      server.get('/link', (request, response) => {
        shared(response, sso.loginUrl(request, response))
      })
      server.get('/leave', (request, response, next) => {
        sso.logout(request, response).then(() => shared(response, 'bye'), next)
      })
    }
    const left: unknown[] = []
    const { visitor } = await app({ onLogout: (user) => void left.push(user?.userId) }, { routes })
    const one = visitor()
    await signIn(one)
    for (const path of ['/keep', '/link', '/leave']) {
      const { setCookies, headers } = await one.get(path)
      expect([path, setCookies.length > 0, headers['cache-control']]).toEqual([path, true, 'no-store'])
    }
    expect(left).toEqual(['zhangsan'])
  })

  it.each(['a"b', 'a;b', 'a\rb', '😀', '张三', 'a b', 'a,b=c', '%41'])(
    'D15 · the userid %o comes through',
    async (userId) => {
      const { corpId } = wecom().client
      const client = clientAnswering(wecom().client, () => ({ kind: 'member', corpId, userId }))
      const { visitor } = await app({ client })
      const one = visitor()
      const state = await begin(one)
      expect(leadsToWecom((await one.get(callback(codeFor(wecom()), state))).location)).toBe(false)
      expect(await whoIs(one)).toBe(userId)
    },
  )
})

type Answering = (request: Request, response: Response) => void

const responses: [string, Answering][] = [
  ['write and end', (_request, response) => void (response.write('a'), response.end('b'))],
  ['flushHeaders', (_request, response) => void (response.flushHeaders(), response.end('b'))],
  ['sendFile', (_request, response) => response.sendFile(join(tmpdir(), 'wecom-sso-d12.txt'))],
  [
    'writeHead',
    (_request, response) => void response.writeHead(200, { 'Cache-Control': 'public', 'X-A': '1' }).end('b'),
  ],
  [
    'writeHead with a reason',
    (_request, response) => void response.writeHead(200, 'Fine', ['Cache-Control', 'public']).end(),
  ],
  [
    'a stream',
    (_request, response) =>
      void new Blob(['x'.repeat(70_000)]).stream().pipeTo(
        new WritableStream({
          write: (chunk) => void response.write(chunk),
          close: () => void response.end(),
        }),
      ),
  ],
]

async function sessionOf(visitor: Visitor): Promise<[name: string, value: string]> {
  const found = [...(await visitor.cookies())].find(([name]) => /^wecom_\d+_[0-9a-f]{8}$/.test(name))
  return found ?? ['', '']
}

function attributes(line: string | undefined): string {
  return (line ?? '')
    .split('; ')
    .slice(1)
    .filter((part) => !/^(?:Max-Age|Expires)=/.test(part))
    .join('; ')
}

function complete(directory: Partial<Directory>): Directory {
  return Object.assign(Object.create(null), directory)
}

function run(sso: ReturnType<typeof wecomSSO>, cookie: string): void {
  const request = Object.assign(Object.create(null), { headers: { cookie }, method: 'GET', url: '/' })
  sso(request, Object.create(null), () => undefined)
}

/** Milliseconds of the fastest of many runs: a busy machine must not fail a test about our work. */
function fastest(work: () => void): number {
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}
