import { EventEmitter } from 'node:events'
import { inspect } from 'node:util'
import type { Express } from 'express'
import { Keyv } from 'keyv'
import { expect, it, vi } from 'vitest'
import { expressSessionStore } from '../../src/session/express-session-store.ts'
import type { WecomSessionStore } from '../../src/session/session-store.ts'
import type { WecomSSO } from '../../src/sso/members.ts'
import { attacks, leadsToWecom, whoIs } from '../support/attacks.ts'
import { TestClock } from '../support/test-app.ts'
import { atWecom, signIn, type Visitor } from '../support/visitor.ts'

attacks('E. sessions in a store', ({ wecom, app }) => {
  it('E1 · a session id from before the sign-in ends with it (fixation)', async () => {
    const clock = new TestClock()
    const store = new MemoryStore()
    const { visitor } = await app({ now: clock.now, session: { store } })
    const attacker = visitor()
    await signIn(attacker, '/private', 'simulate_user=LiSi')
    const [name, planted] = await sessionOf(attacker)
    const victim = visitor()
    await victim.plant(`${name}=${planted}; Path=/`)
    clock.advance(5)
    await signInAgain(victim, 'zhangsan')
    expect((await sessionOf(victim))[1]).not.toBe(planted)
    expect(await whoIs(victim)).toBe('zhangsan')
    expect(await whoIs(attacker)).toBeUndefined()
    expect(store.sessions()).toHaveLength(1)
  })

  it.each(['store', 'cookie'])(
    'E2 · app data in the %s stays with the same member and goes with another',
    async (place) => {
      const clock = new TestClock()
      const session = place === 'store' ? { store: new MemoryStore() } : {}
      const { visitor } = await app({ now: clock.now, session }, { routes: basket })
      const one = visitor()
      await signIn(one)
      await one.get('/put')
      expect((await one.get('/basket')).body).toBe('{"basket":["pen"]}')
      clock.advance(5)
      await signInAgain(one, 'zhangsan')
      expect((await one.get('/basket')).body).toBe('{"basket":["pen"]}')
      clock.advance(5)
      await signInAgain(one, 'LiSi')
      expect((await one.get('/basket')).body).toBe('null')
      expect((await visitor().get('/basket')).body).toBe('null')
    },
  )

  it('E3 · a store that fails to read is 503, one that knows nothing is an anonymous visitor', async () => {
    const store = new MemoryStore()
    const { visitor } = await app({ session: { store } })
    const one = visitor()
    await signIn(one)
    store.fail = 'get'
    const failed = await one.get('/private')
    expect([failed.status, JSON.parse(failed.body), failed.setCookies]).toEqual([
      503,
      { failed: 'WECOM_STORE' },
      [],
    ])
    store.fail = undefined
    store.kept.clear()
    expect(leadsToWecom((await one.get('/private')).location)).toBe(true)
  })

  it('E3 · a Keyv that swallows its own errors is 503 as well', async () => {
    const backend = new BrokenBackend()
    const { visitor } = await app({ session: { store: new Keyv({ store: backend }) } })
    const one = visitor()
    await signIn(one)
    expect(await whoIs(one)).toBe('zhangsan')
    backend.broken = true
    expect((await one.get('/private')).status).toBe(503)
  })

  it('E4 · a store that fails to write at sign-in leaves no half-open session', async () => {
    const store = new MemoryStore()
    const { visitor } = await app({ session: { store } })
    const one = visitor()
    const asked = await one.get('/private')
    const target = await atWecom(asked.location, 'simulate_user=zhangsan')
    store.fail = 'set session:'
    const answer = await one.get(target)
    expect([answer.status, answer.location]).toEqual([503, undefined])
    expect((await sessionOf(one))[1]).toBe('')
  })

  it('E4 · the redirect waits until the session is kept', async () => {
    const store = new MemoryStore()
    const gate = Promise.withResolvers<void>()
    const { visitor } = await app({ session: { store } })
    const one = visitor()
    const target = await atWecom((await one.get('/private')).location, 'simulate_user=zhangsan')
    store.gate = gate.promise
    let answered = false
    const pending = one.get(target).then((answer) => {
      answered = true
      return answer
    })
    await vi.waitUntil(() => store.waiting > 0, { timeout: 15_000 })
    expect(answered).toBe(false)
    gate.resolve()
    expect((await pending).location).toBe('/private')
    expect(await whoIs(one)).toBe('zhangsan')
  })

  it.each(['store', 'cookie'])(
    'E5 · after logout the old cookie is nobody, with sessions in the %s',
    async (place) => {
      const store = new MemoryStore()
      const { visitor, send } = await app({ session: place === 'store' ? { store } : {} })
      const one = visitor()
      await signIn(one)
      const cookie = (await sessionOf(one)).join('=')
      expect((await one.get('/wecom/logout', { method: 'POST' })).status).toBe(303)
      expect(store.sessions()).toEqual([])
      expect((await send('/', { headers: { cookie } })).body).toContain('"user":null')
    },
  )

  it.each(['store', 'cookie'])(
    'E6 · revoke ends all sessions that began before, with sessions in the %s',
    async (place) => {
      const clock = new TestClock()
      const session = place === 'store' ? { store: new MemoryStore() } : {}
      const { visitor, sso } = await app({ now: clock.now, session })
      const [one, two, other] = [visitor(), visitor(), visitor()]
      for (const same of [one, two]) await signIn(same)
      await signIn(other, '/private', 'simulate_user=LiSi')
      await sso.revoke('ZhangSan')
      expect([await whoIs(one), await whoIs(two), await whoIs(other)]).toEqual([undefined, undefined, 'LiSi'])
      clock.advance(1)
      await signIn(one)
      expect([await whoIs(one), await whoIs(two)]).toEqual(['zhangsan', undefined])
    },
  )

  it('E6 · with a shared store a revocation holds in every process', async () => {
    const store = new MemoryStore()
    const [here, there] = [await app({ store }), await app({ store })]
    const one = here.visitor()
    await signIn(one)
    const cookie = (await sessionOf(one)).join('=')
    const knownThere = async () => (await there.send('/', { headers: { cookie } })).body.includes('zhangsan')
    expect(await knownThere()).toBe(true)
    await here.sso.revoke('zhangsan')
    expect(await knownThere()).toBe(false)
  })

  it('E7 · a made-up session id never reaches the store, and the store never sees the id', async () => {
    const store = new MemoryStore()
    const { visitor, send } = await app({ session: { store } })
    const one = visitor()
    await signIn(one)
    const [name, value] = await sessionOf(one)
    store.reads = 0
    for (const forged of ['x', 's%3Aabc.def', value.slice(0, -2), 'session:1']) {
      expect((await send('/', { headers: { cookie: `${name}=${forged}` } })).body).toContain('"user":null')
    }
    expect(store.reads).toBe(0)
    expect(inspect([...store.kept.keys()])).not.toContain(value)
  })

  it('E8 · what is no store is refused at construction, with the fix', async () => {
    const middleware = () => undefined
    for (const wrong of [middleware, {}, { get: middleware }, undefined]) {
      await expect(app({ session: { store: Object(wrong) } })).rejects.toThrow(
        /session\.store must be .*new Keyv/,
      )
    }
    expect(() => expressSessionStore(Object(middleware))).toThrow(/cookie-session has none/)
  })

  it('E9 · two processes with one store exchange a doubled callback once', async () => {
    const store = new MemoryStore()
    const [here, there] = [await app({ store }), await app({ store })]
    const one = here.visitor()
    const target = await atWecom((await one.get('/private')).location, 'simulate_user=zhangsan')
    const headers = { cookie: [...(await one.cookies())].map((pair) => pair.join('=')).join('; ') }
    const answers = await Promise.all([here.send(target, { headers }), there.send(target, { headers })])
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [302, '/private'],
      [302, '/private'],
    ])
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
    for (const answer of answers)
      expect(answer.setCookies.some((line) => /^wecom_\d+_[0-9a-f]{8}=[^;]/.test(line))).toBe(true)
    expect(inspect([...store.kept.values()])).not.toContain('zhangsan')
  })

  it('E9 · a callback repeated later at the other process is not exchanged again', async () => {
    const store = new MemoryStore()
    const clock = new TestClock()
    const [here, there] = [await app({ store, now: clock.now }), await app({ store, now: clock.now })]
    const one = here.visitor()
    const target = await atWecom((await one.get('/private')).location, 'simulate_user=zhangsan')
    const headers = { cookie: [...(await one.cookies())].map((pair) => pair.join('=')).join('; ') }
    await here.send(target, { headers })
    const answer = await there.send(target, { headers })
    expect([answer.status, answer.location]).toEqual([302, '/private'])
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it("E9 · with the browser's own cookies it ends on the page of the sign-in, which the store does not show", async () => {
    const store = new MemoryStore()
    const [here, there] = [await app({ store }), await app({ store })]
    const one = here.visitor()
    const target = await atWecom((await one.get('/private?q=1')).location, 'simulate_user=zhangsan')
    expect((await one.get(target)).location).toBe('/private?q=1')
    const headers = { cookie: [...(await one.cookies())].map((pair) => pair.join('=')).join('; ') }
    const answer = await there.send(target, { headers })
    expect([answer.status, answer.location]).toEqual([302, '/private?q=1'])
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
    expect(inspect([...store.kept.values()])).not.toContain('private')
  })

  it('E10 · sessions in a store made for express-session', async () => {
    const entries = new Map<string, unknown>()
    const store = expressSessionStore({
      get: (id, done) => done(null, entries.get(id)),
      set: (id, entry, done) => (entries.set(id, JSON.parse(JSON.stringify(entry))), done?.()),
      destroy: (id, done) => (entries.delete(id), done?.()),
    })
    const { visitor } = await app({ session: { store } })
    const one = visitor()
    await signIn(one)
    expect(await whoIs(one)).toBe('zhangsan')
    expect([...entries.values()][0]).toMatchObject({ cookie: { expires: expect.any(String) } })
    await one.get('/wecom/logout', { method: 'POST' })
    expect(await whoIs(one)).toBeUndefined()
  })
})

/** A store whose failures and delays a test decides. */
class MemoryStore implements WecomSessionStore {
  readonly kept = new Map<string, unknown>()
  fail: string | undefined
  gate: Promise<void> | undefined
  reads = 0
  waiting = 0

  async get(key: string): Promise<unknown> {
    this.#check(`get ${key}`)
    this.reads += 1
    return this.kept.get(key)
  }

  async set(key: string, value: unknown): Promise<void> {
    this.#check(`set ${key}`)
    if (this.gate !== undefined && key.includes('session:')) {
      this.waiting += 1
      await this.gate
    }
    this.kept.set(key, value)
  }

  async delete(key: string): Promise<void> {
    this.#check(`delete ${key}`)
    this.kept.delete(key)
  }

  sessions(): string[] {
    return [...this.kept.keys()].filter((key) => /:session:/.test(key) && !key.includes('revoked'))
  }

  #check(operation: string): void {
    const [verb = '', part = ''] = this.fail?.split(' ') ?? ['none']
    if (operation.startsWith(verb) && operation.includes(part)) throw new Error(`cannot ${verb}`)
  }
}

/** A Keyv adapter that loses its server. */
class BrokenBackend extends EventEmitter {
  readonly #entries = new Map<string, unknown>()
  broken = false
  opts = {}

  async get(key: string): Promise<unknown> {
    if (this.broken) throw new Error('ECONNREFUSED')
    return this.#entries.get(key)
  }

  async set(key: string, value: unknown): Promise<void> {
    this.#entries.set(key, value)
  }

  async delete(key: string): Promise<boolean> {
    return this.#entries.delete(key)
  }

  async clear(): Promise<void> {
    this.#entries.clear()
  }
}

function basket(server: Express, sso: WecomSSO): void {
  server.get('/put', (request, response, next) => {
    sso.setSessionData(request, response, { basket: ['pen'] }).then(() => response.end(), next)
  })
  server.get('/basket', (request, response) => {
    response.json(sso.sessionData(request) ?? null)
  })
}

async function signInAgain(visitor: Visitor, userId: string): Promise<void> {
  const login = await visitor.get('/wecom/login')
  await visitor.get(await atWecom(login.location, `simulate_user=${userId}`))
}

async function sessionOf(visitor: Visitor): Promise<[name: string, value: string]> {
  const found = [...(await visitor.cookies())].find(([name]) => /^wecom_\d+_[0-9a-f]{8}$/.test(name))
  return found ?? ['', '']
}
