import { describe, expect, test } from 'vitest'
import { type FullJournalEntry, type Simulator, startSimulator } from '../src/index.ts'
import { api, appOf, call, gettokenPath, tokenOf } from './support.ts'

const last = (simulator: Simulator): FullJournalEntry | undefined => simulator.journal.explain().at(-1)

describe('GET /__simulator/journal?full=1', () => {
  test('adds what came, who asked, what was answered and why', async () => {
    await using simulator = await startSimulator()
    await api(simulator, 'user/get?userid=nobody')
    const { body } = await call(simulator, '/__simulator/journal?full=1&path=/cgi-bin/user/get')
    expect(body).toEqual({
      count: 1,
      requests: [
        expect.objectContaining({
          errcode: 60111,
          rule: 'parameters',
          reason: 'there is no member with the userid nobody',
          caller: { ip: '127.0.0.1', userAgent: expect.any(String) },
          request: null,
          response: expect.objectContaining({ errcode: 60111, department: [] }),
          responseHeaders: expect.objectContaining({ 'Error-Code': '60111' }),
        }),
      ],
    })
    const { body: plain } = await call(simulator, '/__simulator/journal?path=/cgi-bin/user/get')
    expect(JSON.stringify(plain)).not.toContain('response')
  })

  test('masks secrets in queries, bodies, answers and redirects', async () => {
    await using simulator = await startSimulator()
    const token = await tokenOf(simulator)
    const link = new URLSearchParams({
      appid: simulator.corp.id,
      redirect_uri: 'http://localhost:3000/cb',
      response_type: 'code',
      scope: 'snsapi_privateinfo',
      state: 's',
      agentid: String(appOf(simulator).agentId),
      simulate_user: 'zhangsan',
    })
    const redirect = await call(simulator, `/connect/oauth2/authorize?${link.toString()}`)
    const code = new URL(redirect.headers.get('location') ?? '').searchParams.get('code') ?? ''
    const { body } = await call(simulator, `/cgi-bin/auth/getuserinfo?access_token=${token}&code=${code}`)
    const ticket = String(body['user_ticket'])
    await call(simulator, `/cgi-bin/auth/getuserdetail?access_token=${token}`, { user_ticket: ticket })
    await call(simulator, '/cgi-bin/webhook/send?key=0123456789abcdef', {
      msgtype: 'text',
      tfa_code: 'abc-tfa',
    })
    const { text } = await call(simulator, '/__simulator/journal?full=1')
    expect(ticket).toMatch(/.{50}/)
    const secrets = [token, code, ticket, '0123456789abcdef', 'abc-tfa', appOf(simulator).secret]
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(text).toContain('"user_ticket":"***"')
    expect(text).toContain('localhost:3000/cb?code=***')
  })

  test.each([
    ['user/get?userid=fengbo', 'narrow', 'visible range', /fengbo exists, outside of what narrow sees/],
    ['user/create', 'portal', 'secret kind', /portal \(app\) may not call this path; .* contacts-sync alone/],
    ['auth/getuserinfo?code=x', 'portal', 'code', /no such code/],
  ])('%s says which rule decided', async (path, app, rule, reason) => {
    await using simulator = await startSimulator()
    await api(simulator, path, path.includes('create') ? {} : undefined, app)
    expect(last(simulator)).toMatchObject({ rule, reason: expect.stringMatching(reason) })
  })

  test.each([
    [{ name: 'Room', capacity: 'ten' }, 'capacity must be a whole number, got a text of 3 characters'],
    [{ name: ['Room'], capacity: 1 }, 'name must be a text, got a list of 1'],
    [{ name: 'Room', capacity: 1, equipment: 1 }, 'equipment must be a list, got 1'],
    [
      { name: 'Room', capacity: 1, coordinate: 'x' },
      'coordinate must be an object, got a text of 1 characters',
    ],
  ])('says what a parameter must be and what came: %j', async (body, reason) => {
    await using simulator = await startSimulator()
    await api(simulator, 'oa/meetingroom/add', body)
    expect(last(simulator)).toMatchObject({ rule: 'parameters', reason })
  })

  test('tells a token of an earlier start, a revoked one and an expired one apart', async () => {
    await using simulator = await startSimulator()
    const reasonFor = async (token: string): Promise<string | null | undefined> => {
      await call(simulator, `/cgi-bin/user/get?userid=zhangsan&access_token=${token}`)
      return last(simulator)?.reason
    }
    expect(await reasonFor('unknown')).toContain('never handed out here')
    const first = await tokenOf(simulator)
    simulator.tokens.revoke()
    expect(await reasonFor(first)).toBe('token #1 of portal was revoked')
    const second = await tokenOf(simulator)
    simulator.clock.advance(7_200_000)
    expect(await reasonFor(second)).toMatch(/^token #2 of portal expired at /)
  })

  test('names the address that is not trusted, the code that was used, and the fault that was played', async () => {
    await using simulator = await startSimulator()
    const code = simulator.codes.issue({ user: 'zhangsan' })
    await api(simulator, `auth/getuserinfo?code=${code}`)
    expect(last(simulator)).toMatchObject({ rule: null, reason: null })
    await api(simulator, `auth/getuserinfo?code=${code}`)
    expect(last(simulator)?.reason).toBe('code #1 was used before')
    simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'http', status: 502 })
    await call(simulator, gettokenPath(simulator))
    expect(last(simulator)).toMatchObject({
      rule: 'fault',
      response: expect.stringMatching(/^text\/html, \d+ bytes$/),
    })
    simulator.settings.set({ trustedIps: ['10.1.2.3'] })
    await api(simulator, 'user/get?userid=zhangsan')
    expect(last(simulator)?.reason).toBe('127.0.0.1 is not among the trusted IPs 10.1.2.3')
  })

  test('goes by the trusted IPs of the app, if it has some', async () => {
    await using simulator = await startSimulator()
    simulator.admin.updateApp('portal', { trustedIps: ['10.9.9.9'] })
    const { body } = await api(simulator, 'user/get?userid=zhangsan')
    expect([body['errcode'], last(simulator)?.reason]).toEqual([60020, expect.stringContaining('10.9.9.9')])
    expect((await api(simulator, 'user/get?userid=lisi', undefined, 'narrow')).body['errcode']).toBe(0)
    simulator.admin.updateApp('portal', { trustedIps: [] })
    expect((await api(simulator, 'user/get?userid=zhangsan')).body['errcode']).toBe(0)
  })

  test('gives the reason of the rule itself, without the key of the robot it counted', async () => {
    await using simulator = await startSimulator()
    const key = JSON.stringify((await call(simulator, '/__simulator/state')).body['robots']).match(
      /"key":"([^"]+)"/,
    )?.[1]
    const send = (): ReturnType<typeof call> =>
      call(simulator, `/cgi-bin/webhook/send?key=${key}`, { msgtype: 'text', text: { content: 'hi' } })
    for (let sent = 0; sent < 21; sent += 1) await send()
    expect(last(simulator)).toMatchObject({
      errcode: 45009,
      rule: 'frequency',
      reason: expect.stringMatching(/robot 1, .*more than 20 times in 60 s/),
    })
    expect(JSON.stringify(simulator.journal.explain())).not.toContain(key)
    await send()
    expect(last(simulator)?.reason).toMatch(/ is refused until \d{4}-/)
  })

  test('says what a login page refused, and why', async () => {
    await using simulator = await startSimulator({ settings: { trustedDomains: 'exact' } })
    const link = new URLSearchParams({
      login_type: 'CorpApp',
      appid: simulator.corp.id,
      agentid: String(appOf(simulator).agentId),
      redirect_uri: 'http://somewhere.example:81/cb',
      state: 's',
    })
    expect((await call(simulator, `/wwlogin/sso/login?${link.toString()}`)).status).toBe(400)
    expect(last(simulator)).toMatchObject({
      status: 400,
      rule: 'login link',
      reason: expect.stringContaining('somewhere.example:81'),
    })
  })

  test('filters by app, errcode, part of the path and time', async () => {
    await using simulator = await startSimulator()
    await api(simulator, 'user/get?userid=nobody')
    simulator.clock.advance(60_000)
    const later = simulator.clock.now()
    await api(simulator, 'user/get?userid=nobody', undefined, 'narrow')
    const count = async (query: string): Promise<unknown> =>
      (await call(simulator, `/__simulator/journal?${query}`)).body['count']
    expect(await count('app=narrow')).toBe(2)
    expect(await count('errcode=60111')).toBe(2)
    expect(await count('errcode=60111&app=narrow&contains=')).toBe(1)
    expect(await count('contains=user/')).toBe(2)
    expect(await count(`from=${later}`)).toBe(2)
    expect(await count(`to=${later - 1}`)).toBe(2)
    expect(await count('limit=1')).toBe(4)
    expect(await count('refused=1')).toBe(2)
    expect(await count('serial=2')).toBe(1)
    const wrong = await call(simulator, '/__simulator/journal?errcode=many')
    expect([wrong.status, wrong.body['error']]).toEqual([400, expect.stringContaining('errcode')])
  })

  test('keeps everything of the newest thousand, and long bodies by their length', async () => {
    await using simulator = await startSimulator()
    await call(simulator, '/cgi-bin/user/create?access_token=x', { name: 'x'.repeat(70_000) })
    expect(last(simulator)?.request).toMatch(/^text\/plain, 7\d{4} bytes$/)
    for (let calls = 0; calls < 1000; calls += 1) await call(simulator, '/cgi-bin/user/get')
    const [oldest, second] = simulator.journal.explain()
    expect(oldest).toMatchObject({ status: 200, caller: null, response: null })
    expect(second?.response).toMatchObject({ errcode: 41001 })
  })
  test('keeps 16 MB of bodies, and older ones by their length', async () => {
    await using simulator = await startSimulator()
    const body = { name: 'x'.repeat(60_000) }
    for (let calls = 0; calls < 300; calls += 1)
      await call(simulator, '/cgi-bin/user/create?access_token=x', body)
    const calls = simulator.journal.explain()
    expect(calls[0]).toMatchObject({
      caller: { ip: '127.0.0.1' },
      request: expect.stringMatching(/^text\/plain, 60\d{3} bytes$/),
      response: expect.stringMatching(/^application\/json, \d+ bytes$/),
    })
    expect(calls[299]).toMatchObject({ request: body, response: { errcode: 40014 } })
  })
})
