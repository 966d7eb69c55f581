import { expect, it } from 'vitest'
import { deriveKeys } from '../../src/session/seal.ts'
import { safeEqual } from '../../src/internal/digest.ts'
import { createLoginStates } from '../../src/proof/states.ts'
import {
  attacks,
  begin,
  callback,
  codeFor,
  flowCookie,
  leadsToWecom,
  stateOf,
  whoIs,
} from '../support/attacks.ts'
import { clientOf, TestClock } from '../support/test-app.ts'
import { signIn } from '../support/visitor.ts'

attacks('A. login CSRF and state', ({ wecom, app }) => {
  it('A1 · a callback of the attacker in a victim without transaction cookie restarts the login once', async () => {
    const { visitor } = await app()
    const state = await begin(visitor())
    const victim = visitor()
    const answer = await victim.get(callback(codeFor(wecom(), 'LiSi'), state))
    expect(answer.status).toBe(302)
    expect(leadsToWecom(answer.location)).toBe(true)
    expect(stateOf(answer.location)).not.toBe(state)
    expect(await whoIs(victim)).toBeUndefined()
    expect(wecom().allCalls()).toBe(0)
  })

  it('A2 · the same in a victim who is signed in changes nothing', async () => {
    const { visitor } = await app()
    const state = await begin(visitor())
    const victim = visitor()
    await signIn(victim)
    wecom().simulator.journal.clear()
    const answer = await victim.get(callback(codeFor(wecom(), 'LiSi'), state))
    expect([answer.status, answer.location, answer.setCookies]).toEqual([302, '/', []])
    expect(await whoIs(victim)).toBe('zhangsan')
    expect(wecom().allCalls()).toBe(0)
  })

  it('A3 · without state: passes on any route, 400 on the callback path', async () => {
    const { visitor } = await app()
    expect((await visitor().get('/anywhere?code=abc')).body).toContain('/anywhere?code=abc')
    const answer = await visitor().get('/wecom/callback?code=abc')
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('WECOM_STATE_MISSING')
    expect(wecom().allCalls()).toBe(0)
  })

  it('A4 · the state of one flow with the cookie of another is refused', async () => {
    const { visitor } = await app()
    const one = visitor()
    await begin(one)
    const other = await begin(visitor())
    const answer = await one.get(callback(codeFor(wecom()), other))
    expect(leadsToWecom(answer.location)).toBe(true)
    expect(await whoIs(one)).toBeUndefined()
    expect(wecom().allCalls()).toBe(0)
  })

  it('A5 · a state of another secret or another agent is foreign', async () => {
    const ours = await app()
    const otherSecret = await app({ sessionSecret: 'another-secret-another-secret-0123456789' })
    const otherAgent = await app({ client: clientOf(wecom().simulator, 'narrow') })
    for (const foreign of [otherSecret, otherAgent]) {
      const state = await begin(foreign.visitor())
      const passed = await ours.visitor().get(callback('abc', state, '/page'))
      expect([passed.status, passed.body]).toEqual([200, expect.stringContaining(state)])
      expect((await ours.visitor().get(callback('abc', state))).status).toBe(400)
    }
    expect(wecom().allCalls()).toBe(0)
  })

  it('A6 · a state with one digit changed anywhere, upper-cased, cut or longer is refused', async () => {
    const { visitor } = await app()
    const one = visitor()
    const state = await begin(one)
    const changed = state
      .split('')
      .map((digit, at) => state.slice(0, at) + (digit === '0' ? '1' : '0') + state.slice(at + 1))
    const variants = [
      ...changed,
      state.toUpperCase(),
      state.slice(0, -1),
      `${state}0`,
      `%20${state}`,
      `${state}%0a`,
    ]
    for (const variant of variants.filter((text) => text !== state)) {
      expect((await one.get(callback('abc', variant, '/page'))).status, variant).toBe(200)
    }
    expect((await one.get(callback('abc', changed[40] ?? ''))).status).toBe(400)
    expect(wecom().allCalls()).toBe(0)
  })

  it('A7 · an expired state restarts the login and drops its cookie', async () => {
    const clock = new TestClock()
    const { visitor } = await app({ now: clock.now })
    const one = visitor()
    const state = await begin(one)
    const name = flowCookie(await one.cookies(), state)
    clock.advance(11 * 60)
    const answer = await one.get(callback(codeFor(wecom()), state))
    expect(leadsToWecom(answer.location)).toBe(true)
    expect(answer.setCookies.some((line) => line.startsWith(`${name}=;`) && line.includes('Max-Age=0'))).toBe(
      true,
    )
    expect(wecom().allCalls()).toBe(0)
  })

  it('A8 · a state from a clock 30 s ahead is accepted, 5 min ahead is not', async () => {
    const clock = new TestClock()
    const { visitor } = await app({ now: clock.now })
    const near = visitor()
    const far = visitor()
    clock.advance(300)
    const farState = await begin(far)
    clock.advance(-270)
    const nearState = await begin(near)
    clock.advance(-30)
    expect((await near.get(callback(codeFor(wecom()), nearState))).location).toBe('/private')
    wecom().simulator.journal.clear()
    expect(leadsToWecom((await far.get(callback(codeFor(wecom()), farState))).location)).toBe(true)
    expect(wecom().allCalls()).toBe(0)
  })

  it('A9 · a saved transaction cookie replayed with its state and code exchanges nothing again', async () => {
    const clock = new TestClock()
    const { visitor, send } = await app({ now: clock.now })
    const one = visitor()
    const state = await begin(one)
    const cookie = [...(await one.cookies())].map(([name, value]) => `${name}=${value}`).join('; ')
    const target = callback(codeFor(wecom()), state)
    await one.get(target)
    expect((await send(target, { headers: { cookie, accept: 'text/html' } })).status).toBe(302)
    clock.advance(90)
    const late = await send(target, { headers: { cookie, accept: 'text/html' } })
    expect(leadsToWecom(late.location)).toBe(true)
    expect(late.setCookies.some((line) => /^wecom_\d+_[0-9a-f]{8}=[^;]/.test(line))).toBe(false)
    expect(await whoIs(one)).toBe('zhangsan')
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('A9 · a callback replayed after logout does not bring the ended session back', async () => {
    const { visitor, send } = await app()
    const one = visitor()
    const state = await begin(one)
    const cookie = [...(await one.cookies())].map(([name, value]) => `${name}=${value}`).join('; ')
    const target = callback(codeFor(wecom()), state)
    await one.get(target)
    await one.get('/wecom/logout', { method: 'POST' })
    const replayed = await send(target, { headers: { cookie, accept: 'text/html' } })
    expect(leadsToWecom(replayed.location)).toBe(true)
    expect(replayed.setCookies.some((line) => /^wecom_\d+_[0-9a-f]{8}=[^;]/.test(line))).toBe(false)
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('A10 · transaction and session cookies do not pass for each other', async () => {
    const { visitor } = await app()
    const one = visitor()
    await signIn(one)
    const session = [...(await one.cookies())].find(([name]) => /^wecom_\d+_[0-9a-f]{8}$/.test(name))
    const two = visitor()
    const state = await begin(two)
    const flow = flowCookie(await two.cookies(), state)
    await two.plant(`${session?.[0]}=${(await two.cookies()).get(flow)}; Path=/`)
    expect(await whoIs(two)).toBeUndefined()
    await two.plant(`${flow}=${session?.[1]}; Path=/`)
    wecom().simulator.journal.clear()
    expect(leadsToWecom((await two.get(callback(codeFor(wecom()), state))).location)).toBe(true)
    expect(wecom().allCalls()).toBe(0)
  })

  it('A11 · a transaction cookie under the name of another flow does not open it', async () => {
    const { visitor } = await app()
    const one = visitor()
    const first = await begin(one)
    const second = await begin(one)
    const cookies = await one.cookies()
    await one.plant(`${flowCookie(cookies, second)}=${cookies.get(flowCookie(cookies, first))}; Path=/`)
    expect(leadsToWecom((await one.get(callback(codeFor(wecom()), second))).location)).toBe(true)
    expect(wecom().allCalls()).toBe(0)
  })

  it('A12 · a thousand states of two instances are all different, hex and short enough for WeCom', () => {
    const instances = ['one', 'two'].map((name) =>
      createLoginStates(deriveKeys(['x'.repeat(40)], name, 'state'), Date.now),
    )
    const states = instances.flatMap((instance) => Array.from({ length: 500 }, () => instance.issue(0).text))
    expect(new Set(states).size).toBe(1000)
    for (const state of states) expect(state).toMatch(/^[0-9a-f]{1,128}$/)
  })

  it('A13 · repeated parameters: pass on any route, 400 on the callback path', async () => {
    const { visitor } = await app()
    const one = visitor()
    const state = await begin(one)
    expect((await one.get(`/page?code=a&state=${state}&state=${state}`)).status).toBe(200)
    expect((await one.get(`/wecom/callback?code=a&state=${state}&state=${state}`)).status).toBe(400)
    expect((await one.get(`/wecom/callback?code=a&code=b&state=${state}`)).status).toBe(400)
    expect((await one.get(`/page?code=a&c%6fde=b&state=${state}`)).status).toBe(400)
    expect(wecom().allCalls()).toBe(0)
  })

  it('A14 · parameters that become objects do not crash and reach the app', async () => {
    const { visitor } = await app()
    for (const query of [
      'code[x]=1',
      'code[]=1',
      'state[__proto__]=1',
      'state[]=1&code[]=2',
      '__proto__=1&state=2',
    ]) {
      expect((await visitor().get(`/page?${query}`)).status, query).toBe(200)
    }
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('A15 · an empty, broken or oversized code is 400 without asking WeCom', async () => {
    const { visitor } = await app()
    const one = visitor()
    for (const code of [
      '',
      '%00',
      '%E0%A4%A',
      'x'.repeat(10_000),
      'x'.repeat(513),
      'a%20b',
      '%0d%0a',
      '用户',
    ]) {
      const state = await begin(one)
      const answer = await one.get(
        `/wecom/callback?code=${code === '用户' ? encodeURIComponent(code) : code}&state=${state}`,
      )
      expect(answer.status, code.slice(0, 20)).toBe(400)
    }
    expect(wecom().allCalls()).toBe(0)
  })

  it("A16 · another provider's callback reaches its handler untouched", async () => {
    const { visitor } = await app({}, { routes: echoQuery('/github/callback') })
    const answer = await visitor().get('/github/callback?code=x&state=y')
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { code: 'x', state: 'y' }])
    expect(wecom().allCalls()).toBe(0)
  })

  it('A17 · a coupon link reaches its handler untouched', async () => {
    const { visitor } = await app({}, { routes: echoQuery('/shop') })
    const answer = await visitor().get('/shop?code=SALE')
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { code: 'SALE' }])
  })

  it('A18 · POST and PUT are no callbacks', async () => {
    const { visitor } = await app()
    const one = visitor()
    const state = await begin(one)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await one.get(callback(codeFor(wecom()), state, '/page'), { method })
      expect([method, answer.status, answer.setCookies]).toEqual([method, 200, []])
    }
    expect(wecom().allCalls()).toBe(0)
  })

  it('A19 · comparing states never throws, whatever the lengths', () => {
    expect(safeEqual('abc', 'abc')).toBe(true)
    for (const other of ['', 'ab', 'abd', 'abcd', 'é', 'x'.repeat(10_000)])
      expect(safeEqual('abc', other)).toBe(false)
  })
})

type Routes = NonNullable<Parameters<Parameters<Parameters<typeof attacks>[1]>[0]['app']>[1]>['routes']

function echoQuery(path: string): NonNullable<Routes> {
  return (server) => {
    server.get(path, (request, response) => {
      response.json(request.query)
    })
  }
}
