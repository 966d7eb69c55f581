import type { Express } from 'express'
import { expect, it } from 'vitest'
import { wecomJssdk } from '../src/extras/jssdk.ts'
import { attacks, leadsToWecom, sessionName, whoIs } from './support/attacks.ts'
import { publicOrigin, TestClock } from './support/test-app.ts'
import { inApp, signIn } from './support/visitor.ts'

// What others can plant where `__Host-` is not possible, and what other sites can start.
attacks('cookies and origins', ({ app }) => {
  it('hundreds of junk cookies of our name do not hide the genuine one', async () => {
    const { visitor, send, sso } = await app()
    const one = visitor()
    await signIn(one)
    const name = sessionName(sso)
    const value = (await one.cookies()).get(name)
    const junk = [`${name}=x; `.repeat(300), `${name}=eyJhbGciOiJkaXIifQ..${'A'.repeat(60)}; `.repeat(60)]
    for (const before of junk) {
      expect((await send('/', { headers: { cookie: `${before}${name}=${value}` } })).body).toContain(
        'zhangsan',
      )
    }
  })

  it('a planted sign-out mark ends nobody: made up, from the future, or of somebody else', async () => {
    const clock = new TestClock()
    const { visitor, sso } = await app({ now: clock.now })
    const name = `${sessionName(sso)}_out`
    const attacker = visitor()
    await signIn(attacker, '/private', 'simulate_user=LiSi')
    clock.advance(1000)
    await attacker.get('/wecom/logout', { method: 'POST' })
    const foreign = (await attacker.cookies()).get(name)
    clock.advance(-1000)
    const victim = visitor()
    await signIn(victim)
    for (const mark of ['1', String(clock.now() + 1e9), '9'.repeat(15), foreign]) {
      await victim.plant(`${name}=${mark}; Path=/`)
      expect(await whoIs(victim), mark).toBe('zhangsan')
    }
  })

  it('a link on another site does not undo a sign-out, our own link and page do', async () => {
    const { visitor } = await app({ trustedOrigins: ['https://portal.example'] })
    const one = visitor()
    await signIn(one)
    await one.get('/wecom/logout', { method: 'POST' })
    const login = async (headers: Record<string, string>) =>
      await one.get('/wecom/login?returnTo=/private', { headers })
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { referer: 'https://evil.example/' },
    ] as Record<string, string>[]) {
      const { status, body } = await login(headers)
      expect([status, body.includes('WECOM_SIGNED_OUT')]).toEqual([401, true])
      expect(body).toContain('href="/wecom/login?returnTo=%2Fprivate"')
    }
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'cross-site', referer: 'https://portal.example/home' },
      { referer: `${publicOrigin}/` },
      {},
    ] as Record<string, string>[]) {
      expect(leadsToWecom((await login(headers)).location), JSON.stringify(headers)).toBe(true)
    }
  })

  it('a link from elsewhere signs in whoever did not sign out', async () => {
    const { visitor } = await app()
    expect(
      leadsToWecom(
        (await visitor().get('/wecom/login', { headers: { 'sec-fetch-site': 'cross-site' } })).location,
      ),
    ).toBe(true)
  })

  it("in WeCom's own browser, where signing in is silent, a session ends with the webview", async () => {
    const clock = new TestClock()
    const { visitor, sso } = await app({ now: clock.now })
    const lifetime = async (headers?: Record<string, string>) => {
      const one = visitor(headers)
      const signedIn = await signIn(one)
      clock.advance(2 * 3600)
      const renewed = await one.get('/private')
      return [signedIn, renewed].map(({ setCookies }) =>
        /Max-Age=\d+/.test(setCookies.find((line) => line.startsWith(`${sessionName(sso)}=`)) ?? ''),
      )
    }
    expect(await lifetime(inApp)).toEqual([false, false])
    expect(await lifetime()).toEqual([true, true])
  })

  it('allowedReturnOrigins is about returnTo alone; trustedOrigins about everything else', async () => {
    const origin = 'https://portal.example'
    const routes = (server: Express, sso: Parameters<typeof wecomJssdk>[0]) =>
      void server.get('/jssdk', wecomJssdk(sso))
    for (const [options, isTrusted] of [
      [{ allowedReturnOrigins: [origin] }, false],
      [{ trustedOrigins: [origin] }, true],
    ] as const) {
      const { visitor, sso } = await app(options, { routes })
      const one = visitor()
      await signIn(one)
      const cookie = await one.jar.getCookieString(`${publicOrigin}/`)
      const request = Object.assign(Object.create(null), {
        headers: { cookie, origin },
        socket: {},
        method: 'GET',
        url: '/',
      })
      expect((await sso.authenticateUpgrade(request))?.userId).toBe(isTrusted ? 'zhangsan' : undefined)
      expect((await one.get(`/jssdk?url=${origin}/page`)).status).toBe(isTrusted ? 200 : 400)
      const back = await one.get(`/wecom/login?returnTo=${origin}/page`)
      expect(back.status).toBe(302)
      const left = await one.get(`/wecom/logout?returnTo=${origin}/bye`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site', origin },
      })
      expect([left.status, left.location]).toEqual(isTrusted ? [303, '/'] : [403, undefined])
    }
  })

  it.each<[string, Record<string, string>, number]>([
    ['no Sec-Fetch, Origin: null, our cookie', { origin: 'null' }, 303],
    [
      'Origin: null from a browser that tells the site',
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['Origin: null from a browser that tells the mode', { origin: 'null', 'sec-fetch-mode': 'cors' }, 403],
  ])('signing out on plain http behind helmet: %s', async (_what, headers, status) => {
    const { visitor } = await app()
    const one = visitor({ accept: 'text/html' })
    await signIn(one)
    expect((await one.get('/wecom/logout', { method: 'POST', headers })).status).toBe(status)
  })

  it('a sign-out address that was typed asks, with a button that posts', async () => {
    const { visitor } = await app()
    const one = visitor(inApp)
    await signIn(one)
    const asked = await one.get('/wecom/logout?returnTo=/bye')
    expect([
      asked.status,
      asked.body.includes('<form method="post" action="/wecom/logout?returnTo=/bye">'),
    ]).toEqual([405, true])
    expect(await whoIs(one)).toBe('zhangsan')
    const done = await one.get('/wecom/logout?returnTo=/bye', { method: 'POST', headers: { origin: 'null' } })
    expect([done.status, done.location]).toEqual([303, '/bye'])
    expect(await whoIs(one)).toBeUndefined()
  })

  it('a 401 names the whole address to a page of another origin', async () => {
    const { send } = await app()
    const ask = async (headers: Record<string, string>) =>
      JSON.parse((await send('/api/private', { headers })).body).loginUrl
    expect(await ask({ origin: 'http://localhost:5173' })).toBe(`${publicOrigin}/wecom/login`)
    expect(await ask({ origin: publicOrigin })).toBe('/wecom/login')
  })
})
