import { expect, it } from 'vitest'
import { requireWecomUser } from '../../src/guard/require-wecom-user.ts'
import { wecomSSO } from '../../src/sso/wecom-sso.ts'
import { attacks, callback, codeFor, leadsToWecom, sessionName, stateOf, whoIs } from '../support/attacks.ts'
import { publicOrigin, secret } from '../support/test-app.ts'
import { atWecom, inApp, navigation, signIn } from '../support/visitor.ts'

attacks('G. loops', ({ wecom, app }) => {
  it.each([navigation, inApp])(
    'G1 · a browser that drops all cookies sees WeCom twice, then a page',
    async (headers) => {
      const { send } = await app()
      let answer = await send('/private', { headers })
      let trips = 0
      while (leadsToWecom(answer.location) && trips < 5) {
        trips += 1
        answer = await send(await atWecom(answer.location, 'simulate_user=zhangsan'), { headers })
      }
      expect(trips).toBe(2)
      expect(answer.status).toBe(400)
      expect(answer.body).toContain('WECOM_COOKIES_BLOCKED')
      expect(answer.body).toContain('Cookie')
      expect(wecom().allCalls()).toBe(0)
    },
  )

  it('G2 · a session cookie that never comes back ends on a page after three sign-ins within a minute', async () => {
    const { visitor, sso } = await app()
    const one = visitor()
    let answer = await one.get('/private')
    let trips = 0
    while (leadsToWecom(answer.location) && trips < 9) {
      trips += 1
      answer = await one.get(await atWecom(answer.location, 'simulate_user=zhangsan'))
      await one.plant(`${sessionName(sso)}=; Max-Age=0; Path=/`)
      if (answer.location === '/private') answer = await one.get('/private')
    }
    expect([trips, answer.status]).toEqual([4, 400])
    expect(answer.body).toContain('WECOM_SESSION_NOT_KEPT')
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(3)
  })

  it('G2 · Secure cookies on a plain http baseUrl are refused at construction', () => {
    const session = { cookie: { secure: true } }
    expect(() =>
      wecomSSO({ client: wecom().client, sessionSecret: secret, baseUrl: publicOrigin, session }),
    ).toThrow(/WECOM_SETUP_SECURE_COOKIE_ON_HTTP/)
  })

  it('G3 · signing out inside WeCom lasts until the visitor asks to sign in', async () => {
    const { visitor, sso } = await app()
    const one = visitor(inApp)
    await signIn(one)
    await one.get('/wecom/logout', { method: 'POST' })
    for (let time = 0; time < 3; time += 1) {
      const answer = await one.get('/private')
      expect([answer.status, answer.location]).toEqual([401, undefined])
      expect(answer.body).toContain('已退出登录')
    }
    const login = await one.get('/wecom/login?returnTo=/private')
    expect((await one.get(await atWecom(login.location, 'simulate_user=zhangsan'))).location).toBe('/private')
    expect(await whoIs(one)).toBe('zhangsan')
    await one.plant(`${sessionName(sso)}=; Max-Age=0; Path=/`)
    expect(leadsToWecom((await one.get('/private')).location)).toBe(true)
  })

  it('G3 · going back to a callback after signing out inside WeCom does not sign in again', async () => {
    const { visitor } = await app()
    const one = visitor(inApp)
    const target = await atWecom((await one.get('/private')).location, 'simulate_user=zhangsan')
    await one.get(target)
    await one.get('/wecom/logout', { method: 'POST' })
    const again = await one.get(target)
    expect([again.status, again.location]).toEqual([401, undefined])
    expect(again.body).toContain('WECOM_SIGNED_OUT')
    const login = await one.get('/wecom/login?returnTo=/private')
    expect((await one.get(await atWecom(login.location, 'simulate_user=zhangsan'))).location).toBe('/private')
  })

  it('G4 · a member without permission gets 403 as page and JSON, never a login', async () => {
    const { visitor } = await app(
      {},
      {
        routes: (server) =>
          void server.get(
            '/boss',
            requireWecomUser(() => false),
          ),
      },
    )
    const one = visitor()
    await signIn(one)
    const page = await one.get('/boss')
    expect([page.status, page.location, page.setCookies]).toEqual([403, undefined, []])
    expect(page.body).toContain('没有权限')
    const api = await one.get('/boss', { headers: { accept: '*/*', 'sec-fetch-mode': 'cors' } })
    expect([api.status, JSON.parse(api.body).code]).toEqual([403, 'WECOM_FORBIDDEN'])
  })

  it('G5 · refusals, errors and stale callbacks never lead back to WeCom by themselves', async () => {
    const { visitor } = await app()
    for (const query of [
      '?error=access_denied',
      '?state=1',
      '',
      '?code=',
      `?code=${codeFor(wecom())}&state=1`,
    ]) {
      const answer = await visitor().get(`/wecom/callback${query}`)
      expect([query, answer.status, answer.location]).toEqual([query, 400, undefined])
    }
  })

  it('G6 · Back and reload on the callback end on the page', async () => {
    const { visitor } = await app()
    const one = visitor()
    const asked = await one.get('/private')
    const target = callback(codeFor(wecom()), stateOf(asked.location))
    expect((await one.get(target)).location).toBe('/private')
    expect([(await one.get(target)).location, (await one.get(target)).location]).toEqual([
      '/private',
      '/private',
    ])
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })
})
