import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { inspect } from 'node:util'
import { heapUsed } from 'test-support/heap-used'
import { expect, it, vi } from 'vitest'
import { wecomSSO } from '../../src/sso/wecom-sso.ts'
import {
  attacks,
  begin,
  callback,
  clientAnswering,
  codeFor,
  leadsToWecom,
  stateOf,
  whoIs,
} from '../support/attacks.ts'
import { publicOrigin, secret } from '../support/test-app.ts'
import { atWecom, background, navigation, signIn, type Visitor } from '../support/visitor.ts'

/** In the simulator's seed `small-corp`. */
const linkedMember = 'ww9a1c0b2d3e4f5061/luyao'
const getUserInfo = '/cgi-bin/auth/getuserinfo'

attacks('B. code handling', ({ wecom, app }) => {
  it('B1 · the same callback twice at once is one exchange, and both end signed in', async () => {
    const { visitor, send } = await app()
    const one = visitor()
    const state = await begin(one)
    const cookie = await one.jar.getCookieString(`${publicOrigin}/`)
    const target = callback(codeFor(wecom()), state)
    const answers = await Promise.all([1, 2].map(async () => await send(target, { headers: { cookie } })))
    for (const answer of answers) {
      expect([answer.status, answer.location]).toEqual([302, '/private'])
      const session = answer.setCookies
        .find((line) => /^wecom_\d+_[0-9a-f]{8}=[^;]/.test(line))
        ?.split(';')[0]
      expect((await send('/', { headers: { cookie: session ?? '' } })).body).toContain('zhangsan')
    }
    expect(wecom().calls(getUserInfo)).toBe(1)
  })

  it('B2 · one code with two states: the second restarts once and then explains', async () => {
    const { visitor } = await app()
    const code = codeFor(wecom())
    const [one, two] = [visitor(), visitor()]
    const [first, second] = [await begin(one), await begin(two)]
    expect((await one.get(callback(code, first))).location).toBe('/private')
    const restarted = await two.get(callback(code, second))
    expect(leadsToWecom(restarted.location)).toBe(true)
    const page = await two.get(callback(code, stateOf(restarted.location)))
    expect([page.status, page.location]).toEqual([400, undefined])
    expect(page.body).toContain('WECOM_CODE_INVALID')
    expect(wecom().calls(getUserInfo)).toBe(3)
  })

  it.each([40029, 42003, 42022])('B3 · errcode %i restarts once, then explains', async (errcode) => {
    const { visitor } = await app()
    const one = visitor()
    wecom().simulator.faults.add({ path: getUserInfo, kind: 'errcode', errcode, times: 2 })
    const restarted = await signIn(one)
    expect(leadsToWecom(restarted.location)).toBe(true)
    const page = await one.get(await atWecom(restarted.location, 'simulate_user=zhangsan'))
    expect(page.status).toBe(400)
    expect(page.body).toContain('WECOM_CODE_INVALID')
    expect(await whoIs(one)).toBeUndefined()
  })

  it.each(['html', 'malformed', 'truncate', 'reset'] as const)(
    'B4 · WeCom answering %s is 502 through next, with the transaction gone and no session',
    async (kind) => {
      const { visitor, errors } = await app()
      const one = visitor()
      const state = await begin(one)
      const code = codeFor(wecom())
      wecom().simulator.faults.add({ path: getUserInfo, kind, times: 9 })
      const answer = await one.get(callback(code, state))
      expect([answer.status, JSON.parse(answer.body)]).toEqual([502, { failed: 'WECOM_UPSTREAM' }])
      expect(inspect(errors, { depth: 9 })).not.toContain(code)
      expect([...(await one.cookies()).keys()]).toEqual([])
    },
  )

  it('B4 · a gateway error of WeCom is 502 as well', async () => {
    const { visitor } = await app()
    wecom().simulator.faults.add({ path: getUserInfo, kind: 'http', status: 503, times: 9 })
    expect((await signIn(visitor())).status).toBe(502)
  })

  it('B5 · WeCom hanging is 504 after the timeout, without an unhandled rejection', async () => {
    const unhandled: unknown[] = []
    const listener = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', listener)
    const { visitor } = await app({ timeout: 200 })
    wecom().simulator.faults.add({ path: getUserInfo, kind: 'hang', times: 9 })
    const answer = await signIn(visitor())
    process.off('unhandledRejection', listener)
    expect([answer.status, JSON.parse(answer.body)]).toEqual([504, { failed: 'WECOM_UPSTREAM_TIMEOUT' }])
    expect(unhandled).toEqual([])
  })

  it('B6 · an outsider gets 403 as a page and as JSON, never a redirect', async () => {
    const { visitor } = await app()
    const page = await signIn(visitor(), '/private', 'simulate_external=1')
    expect([page.status, page.location]).toEqual([403, undefined])
    expect(page.body).toContain('不是企业成员')
    const spa = visitor(background)
    const { url } = JSON.parse((await spa.get('/wecom/login?response=json')).body)
    const answer = await spa.get(await atWecom(url, 'simulate_external=1'))
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([403, 'WECOM_NOT_MEMBER'])
  })

  it("B6 · a linked corp's member gets 403 unless they are let in", async () => {
    const { visitor } = await app()
    const linked = `simulate_user=${encodeURIComponent(linkedMember)}`
    expect((await signIn(visitor(), '/private', linked)).body).toContain('WECOM_LINKED_MEMBER')
    const open = await app({ allowLinked: true })
    const one = open.visitor()
    await signIn(one, '/private', linked)
    expect(await whoIs(one)).toBe(linkedMember)
  })

  it.each([
    { kind: 'member', corpId: 'ww_other', userId: 'zhangsan' },
    { kind: 'member', userId: 7 },
    { kind: 'member', userId: {} },
    { kind: 'member', userId: '' },
    { kind: 'member', userId: '__proto__' },
    { kind: 'robot', userId: 'zhangsan' },
  ])('B7 · an identity like %o is nobody', async (identity) => {
    const client = clientAnswering(wecom().client, () => ({ corpId: wecom().client.corpId, ...identity }))
    const { visitor } = await app({ client })
    const one = visitor()
    expect((await signIn(one)).status).toBe(502)
    expect(await whoIs(one)).toBeUndefined()
  })

  it('B8 · fifty callbacks with a token revoked early share one new token', async () => {
    const { visitor } = await app()
    await signIn(visitor())
    const visitors: Visitor[] = Array.from({ length: 50 }, () => visitor())
    const targets = await Promise.all(
      visitors.map(async (one) => callback(codeFor(wecom()), await begin(one))),
    )
    wecom().simulator.tokens.revoke({ answer: 42001 })
    wecom().simulator.journal.clear()
    const answers = await Promise.all(visitors.map(async (one, at) => await one.get(targets[at] ?? '')))
    expect(answers.map(({ location }) => location)).toEqual(visitors.map(() => '/private'))
    expect(wecom().calls('/cgi-bin/gettoken')).toBe(1)
  })

  it.each(['sec-purpose', 'purpose', 'x-moz', 'x-purpose'])(
    'B9 · a prefetch by %s starts and burns nothing',
    async (name) => {
      const { visitor } = await app()
      const one = visitor()
      const headers = { [name]: name === 'x-purpose' ? 'preview' : 'prefetch' }
      for (const target of ['/private', '/wecom/login']) {
        const answer = await one.get(target, { headers })
        expect([answer.status, answer.setCookies, answer.headers['cache-control']]).toEqual([
          503,
          [],
          'no-store',
        ])
      }
      const target = callback(codeFor(wecom()), await begin(one))
      const guessed = await one.get(target, { headers })
      expect([guessed.status, guessed.setCookies]).toEqual([503, []])
      expect(wecom().calls(getUserInfo)).toBe(0)
      expect((await one.get(target)).location).toBe('/private')
    },
  )

  it('B10 · ten thousand made-up callbacks ask WeCom nothing and leave nothing behind', async () => {
    const sso = wecomSSO({ client: wecom().client, sessionSecret: secret, baseUrl: publicOrigin })
    let passed = 0
    const run = (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const request = new IncomingMessage(new Socket())
        request.method = 'GET'
        request.url = `/page?code=c${index}&state=${index.toString(16).padStart(69, 'a')}`
        sso(request, new ServerResponse(request), () => {
          passed += 1
        })
      }
    }
    run(1000)
    const before = heapUsed()
    run(10_000)
    expect(heapUsed() - before).toBeLessThan(2_000_000)
    expect(passed).toBe(11_000)
    expect(wecom().allCalls()).toBe(0)
  })

  it('B11 · codes, states and secrets are in no log, error, Referer or later address', async () => {
    const lines: unknown[] = []
    const log = (...parts: unknown[]) => lines.push(parts)
    const { visitor, errors } = await app({ logger: { debug: log, info: log, warn: log, error: log } })
    const one = visitor()
    const state = await begin(one, '/private?tab=2')
    const code = codeFor(wecom())
    wecom().simulator.faults.add({ path: getUserInfo, kind: 'errcode', errcode: 50001 })
    await one.get(callback(code, state))
    const done = await signIn(one, '/private?tab=2')
    expect(done.location).toBe('/private?tab=2')
    expect(done.headers['referrer-policy']).toBe('no-referrer')
    expect((await one.get('/private?tab=2')).body).not.toMatch(/code=|state=/)
    const told = inspect([lines, errors], { depth: 9 })
    for (const hidden of [code, state, secret, ...wecom().simulator.apps.map((known) => known.secret)]) {
      expect(told).not.toContain(hidden)
    }
    expect(errors).toHaveLength(1)
  })

  it('B12 · authorize: false is 403 without session or loop; throwing goes to next', async () => {
    const closed = await app({ authorize: () => false })
    const one = closed.visitor()
    const page = await signIn(one)
    expect([page.status, page.location]).toEqual([403, undefined])
    expect(await whoIs(one)).toBeUndefined()
    const broken = await app({
      authorize: () => {
        throw new Error('no database')
      },
    })
    expect((await signIn(broken.visitor())).status).toBe(500)
    expect(broken.errors).toMatchObject([{ message: 'no database' }])
  })

  it('B13 · refusing at WeCom ends on a page, without another attempt', async () => {
    const { visitor } = await app()
    const one = visitor()
    const page = await signIn(one, '/private', 'simulate_refuse=1')
    expect([page.status, page.location]).toEqual([401, undefined])
    expect(page.body).toContain('登录已取消')
    expect(page.body).toContain('/wecom/login?returnTo=%2Fprivate')
    expect([...(await one.cookies()).keys()]).toEqual([])
    expect(wecom().allCalls()).toBe(0)
  })

  it('B14 · junk from one address leaves places for others, whoever stands in front', async () => {
    const answer = Promise.withResolvers<object>()
    let waiting = 0
    const client = clientAnswering(wecom().client, async (code) => {
      if (!code.startsWith('junk'))
        return { kind: 'member', corpId: wecom().client.corpId, userId: 'zhangsan' }
      waiting += 1
      return await answer.promise
    })
    const { visitor } = await app({ client, maxInflight: 4 })
    // What nginx appends to whatever the attacker wrote.
    const behind = (ip: string) => visitor({ ...navigation, 'x-forwarded-for': `1.2.3.${waiting}, ${ip}` })
    const junk = async (at: number) => {
      const attacker = behind('203.0.113.7')
      return await attacker.get(callback(`junk${at}`, await begin(attacker)))
    }
    const held = [junk(1), junk(2)]
    await vi.waitFor(() => expect(waiting).toBe(1))
    expect((await junk(3)).status).toBe(503)
    const other = behind('198.51.100.9')
    expect((await other.get(callback('genuine', await begin(other)))).location).toBe('/private')
    answer.resolve({ kind: 'external' })
    await Promise.all(held)
  })
})
