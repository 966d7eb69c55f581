import { describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { api, call } from './support.ts'

type Query = Record<string, string>

const redirectUri = 'http://localhost:3000/callback?next=%2Fa#/route'

function authorizePath(simulator: Simulator, more: Query = {}): string {
  const query = {
    appid: simulator.corp.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'snsapi_base',
    state: 'abc123',
    agentid: '1000002',
    ...more,
  }
  return `/connect/oauth2/authorize?${new URLSearchParams(query).toString()}`
}

function webPath(simulator: Simulator, more: Query = {}): string {
  const query = {
    login_type: 'CorpApp',
    appid: simulator.corp.id,
    agentid: '1000002',
    redirect_uri: redirectUri,
    state: 'web_login@gyoss9',
    ...more,
  }
  return `/wwlogin/sso/login?${new URLSearchParams(query).toString()}`
}

async function locationOf(simulator: Simulator, path: string): Promise<URL> {
  const { headers, status } = await call(simulator, path)
  expect(status).toBe(302)
  return new URL(headers.get('location') ?? '')
}

async function codeFor(simulator: Simulator, path: string): Promise<string> {
  return (await locationOf(simulator, path)).searchParams.get('code') ?? ''
}

async function exchange(
  simulator: Simulator,
  code: string,
  app = 'portal',
): Promise<Record<string, unknown>> {
  return (await api(simulator, `auth/getuserinfo?code=${encodeURIComponent(code)}`, undefined, app)).body
}

const ok = { errcode: 0, errmsg: 'ok' }

describe('the login redirect', () => {
  test('adds code and state behind the query and before the fragment', async () => {
    await using simulator = await startSimulator()
    const location = await locationOf(simulator, authorizePath(simulator, { simulate_user: 'zhangsan' }))
    expect(location.href).toMatch(
      /^http:\/\/localhost:3000\/callback\?next=%2Fa&code=[\w-]{43}&state=abc123#\/route$/,
    )
  })

  test('leads to the member, in and out of the visible range', async () => {
    await using simulator = await startSimulator()
    const inside = await codeFor(simulator, authorizePath(simulator, { simulate_user: 'ZHANGSAN' }))
    expect(await exchange(simulator, inside)).toEqual({ ...ok, userid: 'zhangsan' })
    const outside = await codeFor(
      simulator,
      authorizePath(simulator, { simulate_user: 'zhangsan', agentid: '1000003' }),
    )
    expect(await exchange(simulator, outside, 'narrow')).toEqual({ ...ok, userid: 'zhangsan' })
  })

  test('leads to a linked member with the corp before the userid', async () => {
    await using simulator = await startSimulator()
    const code = await codeFor(
      simulator,
      authorizePath(simulator, { simulate_user: 'ww9a1c0b2d3e4f5061/luyao' }),
    )
    expect(await exchange(simulator, code)).toEqual({ ...ok, userid: 'ww9a1c0b2d3e4f5061/luyao' })
  })

  test('leads to an outsider with errcode 0, and to the external_userid only where its owner is seen', async () => {
    await using simulator = await startSimulator()
    const visitor = await codeFor(simulator, authorizePath(simulator, { simulate_external: '1' }))
    expect(await exchange(simulator, visitor)).toEqual({ ...ok, openid: 'oSimVisitor00000000000000001' })
    const openid = 'oSimCustomer0000000000000002'
    const customer = await codeFor(simulator, authorizePath(simulator, { simulate_external: openid }))
    expect(await exchange(simulator, customer)).toEqual({
      ...ok,
      openid,
      external_userid: 'wmSimCustomer000000000000000000002',
    })
    const unseen = await codeFor(
      simulator,
      authorizePath(simulator, { simulate_external: openid, agentid: '1000003' }),
    )
    expect(await exchange(simulator, unseen, 'narrow')).toEqual({ ...ok, openid })
  })

  test('after a refusal carries the state alone', async () => {
    await using simulator = await startSimulator()
    for (const path of [
      authorizePath(simulator, { simulate_refuse: '1' }),
      webPath(simulator, { simulate_refuse: '1' }),
    ]) {
      const { searchParams } = await locationOf(simulator, path)
      expect([...searchParams.keys()]).toEqual(['next', 'state'])
    }
  })

  test('works on both web-login pages, with any state', async () => {
    await using simulator = await startSimulator()
    const old = webPath(simulator, { simulate_user: 'zhangsan' }).replace(
      '/wwlogin/sso/login',
      '/wwopen/sso/qrConnect',
    )
    for (const path of [webPath(simulator, { simulate_user: 'zhangsan' }), old]) {
      const { searchParams } = await locationOf(simulator, path)
      expect(searchParams.get('state')).toBe('web_login@gyoss9')
      expect(await exchange(simulator, searchParams.get('code') ?? '')).toEqual({ ...ok, userid: 'zhangsan' })
    }
  })
})

describe('the web login', () => {
  test('takes a link without login_type for a corp app', async () => {
    await using simulator = await startSimulator()
    const path = webPath(simulator, { simulate_user: 'zhangsan' }).replace('login_type=CorpApp&', '')
    expect(await exchange(simulator, await codeFor(simulator, path))).toEqual({ ...ok, userid: 'zhangsan' })
  })

  test('refuses a member outside the visible range at the scan', async () => {
    await using simulator = await startSimulator()
    const path = webPath(simulator, { agentid: '1000003', simulate_user: 'zhangsan' })
    const { status, text } = await call(simulator, path)
    expect(status).toBe(400)
    expect(text).toContain('无权限')
    expect(simulator.codes.list()).toEqual([])
  })

  test('serves the frame of the older widget', async () => {
    await using simulator = await startSimulator()
    const path = webPath(simulator, { simulate_user: 'zhangsan', login_type: 'jssdk' }).replace(
      '/wwlogin/sso/login',
      '/wwopen/sso/v1/qrConnect',
    )
    expect(await codeFor(simulator, path)).toMatch(/^[\w-]{43}$/)
    const framed = await fetch(simulator.url + path, { headers: { 'sec-fetch-dest': 'iframe' } })
    expect(await framed.text()).toMatch(
      /parent\.postMessage\("http:\/\/localhost:3000\/callback[^"]*code=[^"]*", "http:\/\/localhost:3000"\)/,
    )
  })

  test.each<[Query, number]>([
    [{ appid: 'ww0' }, -31027],
    [{ agentid: '1' }, -31028],
    [{ agentid: '' }, -31028],
    [{ redirect_uri: '' }, -31035],
    [{ redirect_uri: 'https://evil.example/' }, -31039],
    [{ login_type: 'Other' }, -31040],
    [{ login_type: 'ServiceApp' }, -31034],
  ])('says with the documented code why it refuses %j', async (query, errCode) => {
    await using simulator = await startSimulator()
    const { status, text } = await call(simulator, webPath(simulator, { version: '2.4.4', ...query }))
    expect(status).toBe(400)
    expect(text).toContain(`<code>${errCode}</code>`)
    expect(text).toContain(`onLoginFail\\",\\"payload\\":{\\"errCode\\":${errCode}`)
  })

  test('tells the web-login domain and the trusted domain apart in its code', async () => {
    await using simulator = await startSimulator()
    simulator.admin.updateApp('portal', { webLoginDomains: ['web.example.com'] })
    const { text } = await call(simulator, webPath(simulator, { redirect_uri: 'https://evil.example/' }))
    expect(text).toContain('-31020')
  })

  test('says how many of the members its page lists', async () => {
    await using simulator = await startSimulator({ seed: 'big-corp?users=100&departments=5' })
    const page = async (more: Query): Promise<string> =>
      (await call(simulator, webPath(simulator, more))).text
    expect(await page({ lang: 'en' })).toContain('60 of 100 are listed; search for the others.')
    expect(await page({ lang: 'zh' })).toContain('共 100 人，只列出 60 人')
    expect(await page({ lang: 'en', simulate_search: 'zhangsan' })).not.toContain('are listed')
  })
})

describe('a login link is refused with a page when', () => {
  test.each<[string, Query]>([
    ['the corp is another', { appid: 'ww0' }],
    ['response_type is not code', { response_type: 'token' }],
    ['there is no scope', { scope: '' }],
    ['the app does not exist', { agentid: '1' }],
    ['snsapi_privateinfo names no app', { scope: 'snsapi_privateinfo', agentid: '' }],
    ['the member is unknown', { simulate_user: 'nobody' }],
    ['the member is disabled', { simulate_user: 'zhoujie' }],
    [
      'the scope is privateinfo and the member is out of sight',
      { scope: 'snsapi_privateinfo', agentid: '1000003' },
    ],
    [
      'the scope is privateinfo and nobody is a member',
      { scope: 'snsapi_privateinfo', simulate_external: '1' },
    ],
  ])('%s', async (_why, query) => {
    await using simulator = await startSimulator()
    const { headers, status, text } = await call(
      simulator,
      authorizePath(simulator, { simulate_user: 'zhangsan', ...query }),
    )
    expect(status).toBe(400)
    expect(headers.get('content-type')).toContain('text/html')
    expect(text).toContain('class="error"')
  })

  test.each<[string, Query]>([
    ['the scope is history', { scope: 'snsapi_userinfo' }],
    ['the state has other characters', { state: 'a-b' }],
    ['the state is too long', { state: 'a'.repeat(129) }],
  ])('the setting is documented and %s', async (_why, query) => {
    await using simulator = await startSimulator()
    const path = authorizePath(simulator, { simulate_user: 'zhangsan', ...query })
    const location = await locationOf(simulator, path)
    expect(location.searchParams.get('state')).toBe(query['state'] ?? 'abc123')
    const code = location.searchParams.get('code') ?? ''
    expect(await exchange(simulator, code)).toEqual({ ...ok, userid: 'zhangsan' })
    simulator.settings.set({ login: { scopes: 'documented', state: 'documented' } })
    expect((await call(simulator, path)).status).toBe(400)
  })

  test.each([
    ['http://portal.example.com/x', 302],
    ['https://portal.example.com/y', 302],
    ['http://portal.example.com:8080/x', 400],
    ['http://www.portal.example.com/x', 400],
    ['http://127.0.0.1:9999/x', 302],
    ['http://localhost.evil.example/x', 400],
    ['javascript:alert(1)', 400],
    ['//portal.example.com', 400],
    ['', 400],
  ])('the host of redirect_uri is not trusted: %s answers %d', async (uri, expected) => {
    await using simulator = await startSimulator()
    const { status, text } = await call(
      simulator,
      authorizePath(simulator, { redirect_uri: uri, simulate_user: 'zhangsan' }),
    )
    expect(status).toBe(expected)
    expect(text.includes('redirect_uri')).toBe(expected === 400)
  })

  test('trustedDomains is exact and the host is localhost', async () => {
    await using simulator = await startSimulator({ settings: { trustedDomains: 'exact' } })
    expect((await call(simulator, authorizePath(simulator, { simulate_user: 'zhangsan' }))).status).toBe(400)
    simulator.admin.updateApp('portal', { trustedDomains: ['localhost:3000'] })
    expect((await call(simulator, authorizePath(simulator, { simulate_user: 'zhangsan' }))).status).toBe(302)
  })

  test('the web-login domain is not the OAuth domain', async () => {
    await using simulator = await startSimulator({ settings: { trustedDomains: 'exact' } })
    simulator.admin.updateApp('portal', { webLoginDomains: ['localhost:3000'] })
    expect((await call(simulator, authorizePath(simulator, { simulate_user: 'zhangsan' }))).status).toBe(400)
    expect((await call(simulator, webPath(simulator, { simulate_user: 'zhangsan' }))).status).toBe(302)
  })
})

describe('a code', () => {
  test('works once, for five minutes, and by default says 40029 for every failure', async () => {
    await using simulator = await startSimulator()
    const used = simulator.codes.issue({ user: 'zhangsan' })
    await exchange(simulator, used)
    const old = simulator.codes.issue({ user: 'zhangsan' })
    simulator.clock.advance(300_000)
    const errcodes = async (): Promise<unknown[]> => [
      (await exchange(simulator, used))['errcode'],
      (await exchange(simulator, old))['errcode'],
      (await exchange(simulator, 'unknown'))['errcode'],
    ]
    expect(await errcodes()).toEqual([40029, 40029, 40029])
    simulator.settings.set({ codeErrors: 'specific' })
    expect(await errcodes()).toEqual([42022, 42003, 40029])
    expect((await api(simulator, 'auth/getuserinfo')).body['errcode']).toBe(41008)
  })

  test('is not for another app, nor for contacts-sync, and survives their tries', async () => {
    await using simulator = await startSimulator()
    const code = await codeFor(simulator, authorizePath(simulator, { simulate_user: 'zhangsan' }))
    expect((await exchange(simulator, code, 'narrow'))['errcode']).toBe(50001)
    expect((await exchange(simulator, code, 'contacts-sync'))['errcode']).toBe(50001)
    expect((await exchange(simulator, code))['userid']).toBe('zhangsan')
  })

  test('of a link without agentid is for any app that trusts the host', async () => {
    await using simulator = await startSimulator({ settings: { trustedDomains: 'exact' } })
    const path = authorizePath(simulator, {
      agentid: '',
      redirect_uri: 'https://portal.example.com/',
      simulate_user: 'lisi',
    })
    const code = await codeFor(simulator, path)
    expect((await exchange(simulator, code, 'narrow'))['errcode']).toBe(50001)
    expect((await exchange(simulator, code))['userid']).toBe('LiSi')
  })

  test('is not counted by the rate limit while it is good', async () => {
    await using simulator = await startSimulator({ settings: { rateLimit: { perMinute: 5 } } })
    const codes = Array.from({ length: 5 }, () => simulator.codes.issue({ user: 'zhangsan' }))
    const [first = ''] = codes
    const { body } = await call(
      simulator,
      `/cgi-bin/gettoken?corpid=${simulator.corp.id}&corpsecret=${simulator.apps[0]?.secret}`,
    )
    const get = async (code: string): Promise<unknown> =>
      (
        await call(
          simulator,
          `/cgi-bin/auth/getuserinfo?access_token=${String(body['access_token'])}&code=${code}`,
        )
      ).body['errcode']
    for (const code of codes) expect(await get(code)).toBe(0)
    const repeats = []
    for (let round = 0; round < 6; round += 1) repeats.push(await get(first))
    expect(repeats).toEqual([40029, 40029, 40029, 40029, 40029, 45009])
    const late = simulator.codes.issue({ user: 'zhangsan' })
    simulator.clock.advance(300_000)
    const expired = []
    for (let round = 0; round < 6; round += 1) expired.push(await get(late))
    expect(expired).toEqual([40029, 40029, 40029, 40029, 40029, 45009])
  })

  test('of the second verification at login is for contacts-sync', async () => {
    await using simulator = await startSimulator()
    const code = simulator.codes.issue({ user: 'zhangsan', purpose: 'verify' })
    expect((await exchange(simulator, code))['errcode']).toBe(40029)
    expect(await exchange(simulator, code, 'contacts-sync')).toEqual({ ...ok, userid: 'zhangsan' })
    expect((await exchange(simulator, code, 'contacts-sync'))['errcode']).toBe(40029)
  })

  test('is exchanged on the older path alone in a private deployment', async () => {
    await using simulator = await startSimulator({ settings: { deployment: 'private' } })
    const code = simulator.codes.issue({ user: 'zhangsan' })
    expect(await api(simulator, `auth/getuserinfo?code=${code}`)).toMatchObject({
      status: 404,
      body: { errcode: 404 },
    })
    expect((await api(simulator, `user/getuserinfo?code=${code}`)).body).toEqual({
      ...ok,
      UserId: 'zhangsan',
      DeviceId: '',
    })
  })

  test('has the old spelling on the old path', async () => {
    await using simulator = await startSimulator()
    const code = simulator.codes.issue({ user: 'zhangsan', scope: 'snsapi_privateinfo' })
    expect((await api(simulator, `user/getuserinfo?code=${code}`)).body).toEqual({
      ...ok,
      UserId: 'zhangsan',
      DeviceId: '',
      user_ticket: expect.any(String),
      expires_in: 1800,
    })
    const outsider = simulator.codes.issue({ user: 'oSimVisitor00000000000000001' })
    expect((await api(simulator, `user/getuserinfo?code=${outsider}`)).body).toMatchObject({
      OpenId: 'oSimVisitor00000000000000001',
    })
  })
})

describe('a user_ticket', () => {
  const ticketOf = async (simulator: Simulator, more: Query = {}): Promise<unknown> => {
    const path = authorizePath(simulator, { scope: 'snsapi_privateinfo', simulate_user: 'zhangsan', ...more })
    return (await exchange(simulator, await codeFor(simulator, path)))['user_ticket']
  }
  const detail = async (
    simulator: Simulator,
    ticket: unknown,
    app = 'portal',
  ): Promise<Record<string, unknown>> =>
    (await api(simulator, 'auth/getuserdetail', { user_ticket: ticket }, app)).body

  test('yields the consented fields, gender as text, and no name', async () => {
    await using simulator = await startSimulator()
    expect(await detail(simulator, await ticketOf(simulator))).toEqual({
      ...ok,
      userid: 'zhangsan',
      gender: '1',
      avatar: expect.stringContaining('zhangsan'),
      qr_code: expect.stringContaining('userQRCode'),
      mobile: '13800010002',
      email: 'zhangsan@mail.example.com',
      biz_mail: 'zhangsan@yunshan.example.com',
      address: '广州市海珠区新港中路',
    })
  })

  test('without consent yields a default picture and gender "0"', async () => {
    await using simulator = await startSimulator()
    const nothing = await detail(simulator, await ticketOf(simulator, { simulate_fields: '' }))
    expect(nothing).toEqual({
      ...ok,
      userid: 'zhangsan',
      gender: '0',
      avatar: expect.stringContaining('default'),
    })
    const some = await detail(simulator, await ticketOf(simulator, { simulate_fields: 'mobile' }))
    expect(some).toMatchObject({ mobile: '13800010002', gender: '0' })
    expect(some).not.toHaveProperty('email')
  })

  test('gives only the fields the admin ticked, and 92001 when there are none', async () => {
    await using simulator = await startSimulator()
    simulator.admin.updateApp('portal', { sensitiveFields: ['email'] })
    const some = await detail(simulator, await ticketOf(simulator))
    expect(some).toMatchObject({ email: 'zhangsan@mail.example.com', gender: '0' })
    expect(some).not.toHaveProperty('mobile')
    const ticket = await ticketOf(simulator)
    simulator.admin.updateApp('portal', { sensitiveFields: [] })
    expect((await detail(simulator, ticket))['errcode']).toBe(92001)
  })

  test('is for its app, for 1800 seconds and for somebody in sight', async () => {
    await using simulator = await startSimulator()
    const ticket = await ticketOf(simulator)
    expect((await detail(simulator, ticket, 'legacy'))['errcode']).toBe(84015)
    expect((await detail(simulator, 'forged'))['errcode']).toBe(84015)
    expect((await detail(simulator, undefined))['errcode']).toBe(84090)
    simulator.admin.updateApp('portal', { visible: { departments: [12] } })
    expect((await detail(simulator, ticket))['errcode']).toBe(60021)
    simulator.admin.updateApp('portal', { visible: 'all' })
    simulator.clock.advance(1_800_000)
    expect((await detail(simulator, ticket))['errcode']).toBe(84014)
  })

  test('never comes from snsapi_base or web login', async () => {
    await using simulator = await startSimulator()
    expect(await ticketOf(simulator, { scope: 'snsapi_base' })).toBeUndefined()
    const code = await codeFor(
      simulator,
      webPath(simulator, { simulate_user: 'zhangsan', scope: 'snsapi_privateinfo' }),
    )
    expect(await exchange(simulator, code)).toEqual({ ...ok, userid: 'zhangsan' })
  })
})

describe('the pages', () => {
  test('list people as links that log in, in Chinese and English', async () => {
    await using simulator = await startSimulator()
    const { status, text } = await call(simulator, authorizePath(simulator))
    expect(status).toBe(200)
    expect(text).toContain('<html lang="zh-CN">')
    const link = /href="(\?[^"]*simulate_user=zhangsan[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { searchParams } = await locationOf(simulator, `/connect/oauth2/authorize${link}`)
    expect((await exchange(simulator, searchParams.get('code') ?? ''))['userid']).toBe('zhangsan')
    expect((await call(simulator, webPath(simulator, { lang: 'en' }))).text).toContain(
      'Whom do you want to be?',
    )
  })

  test('find one of 12,000 and stay short', async () => {
    await using simulator = await startSimulator({ seed: 'big-corp' })
    const { text } = await call(simulator, authorizePath(simulator, { simulate_search: 'u07777' }))
    expect(text).toContain('simulate_user=u07777')
    expect((await call(simulator, authorizePath(simulator))).text.length).toBeLessThan(60_000)
  })

  test('ask for consent once in thirty days', async () => {
    await using simulator = await startSimulator()
    const picked = authorizePath(simulator, { scope: 'snsapi_privateinfo', simulate_pick: 'zhangsan' })
    const first = await call(simulator, picked)
    expect(first.text).toContain('name="simulate_fields" value="mobile"')
    await locationOf(
      simulator,
      authorizePath(simulator, {
        scope: 'snsapi_privateinfo',
        simulate_user: 'zhangsan',
        simulate_fields: 'mobile',
      }),
    )
    const code = await codeFor(simulator, picked)
    const ticket = (await exchange(simulator, code))['user_ticket']
    const { body } = await api(simulator, 'auth/getuserdetail', { user_ticket: ticket })
    expect(body).toMatchObject({ mobile: '13800010002', gender: '0' })
    simulator.clock.advance(30 * 86_400_000)
    expect((await call(simulator, picked)).status).toBe(200)
  })

  test('escape whatever a name or the link holds', async () => {
    await using simulator = await startSimulator()
    await simulator.contacts.updateUser('zhangsan', { name: '<img src=x onerror=alert(1)>' })
    const { text } = await call(
      simulator,
      authorizePath(simulator, { simulate_search: '"><script>alert(1)</script>' }),
    )
    expect(text).not.toContain('<script>')
    expect((await call(simulator, authorizePath(simulator, { simulate_search: '<img' }))).text).not.toContain(
      '<img',
    )
  })
})
