import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clientAnswering } from './support/attacks.ts'
import { majors, publicOrigin, startApp, startWecom, type TestApp, type Wecom } from './support/test-app.ts'
import { atWecom, background, inApp, signIn, Visitor } from './support/visitor.ts'

let wecom: Wecom
beforeAll(async () => {
  wecom = await startWecom()
})
afterAll(async () => {
  await wecom.client.close()
  await wecom.simulator.close()
})
afterEach(() => {
  wecom.simulator.journal.clear()
})

describe.each(majors)('sign-in on Express $major', ({ express }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp({ express, sso: { client: wecom.client, mePath: '/wecom/me' } })
  })
  afterAll(async () => {
    await app.close()
  })

  it('brings a visitor from a guarded page to WeCom and back to that page, with one exchange', async () => {
    const visitor = app.visitor()
    const asked = await visitor.get('/private?tab=2')
    expect(asked.status).toBe(302)
    expect(new URL(asked.location ?? '').pathname).toBe('/wwlogin/sso/login')
    const done = await visitor.get(await atWecom(asked.location, 'simulate_user=zhangsan'))
    expect(done.status).toBe(302)
    expect(done.location).toBe('/private?tab=2')
    const page = await visitor.get('/private?tab=2')
    expect(JSON.parse(page.body)).toMatchObject({
      user: { userId: 'zhangsan', corpId: wecom.client.corpId, agentId: wecom.client.agentId },
    })
    expect(page.setCookies).toEqual([])
    expect(wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('uses the in-app link inside WeCom', async () => {
    const asked = await app.visitor(inApp).get('/private')
    expect(asked.status).toBe(302)
    expect(new URL(asked.location ?? '').pathname).toBe('/connect/oauth2/authorize')
    expect(asked.location).toContain(encodeURIComponent(`${publicOrigin}/wecom/callback`))
  })

  it('answers 401 JSON to everything that is no page', async () => {
    const answer = await app.visitor(background).get('/api/private')
    expect(answer.status).toBe(401)
    expect(JSON.parse(answer.body)).toEqual({
      error: 'unauthorized',
      code: 'WECOM_LOGIN_REQUIRED',
      message: expect.any(String),
      loginUrl: '/wecom/login',
    })
    expect(answer.setCookies).toEqual([])
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('lets a forged callback and a coupon pass without asking WeCom', async () => {
    const forged = await app.visitor().get('/?code=forged&state=0123456789abcdef')
    expect(forged.status).toBe(200)
    const coupon = await app.visitor().get('/shop?code=SALE')
    expect(JSON.parse(coupon.body)).toEqual({ url: '/shop?code=SALE', user: null })
    expect(wecom.allCalls()).toBe(0)
  })

  it('signs out, and stays signed out inside WeCom until the visitor asks', async () => {
    const visitor = app.visitor(inApp)
    await signIn(visitor)
    expect((await visitor.get('/private')).status).toBe(200)
    expect((await visitor.get('/wecom/logout', { method: 'POST' })).status).toBe(303)
    const again = await visitor.get('/private')
    expect(again.status).toBe(401)
    expect(again.body).toContain('WECOM_SIGNED_OUT')
    const login = await visitor.get('/wecom/login?returnTo=/private')
    const back = await visitor.get(await atWecom(login.location, 'simulate_user=LiSi'))
    expect(back.location).toBe('/private')
    expect((await visitor.get('/private')).body).toContain('"userId":"LiSi"')
  })

  it('tells who is signed in at mePath', async () => {
    const visitor = app.visitor()
    expect((await visitor.get('/wecom/me')).status).toBe(401)
    await signIn(visitor)
    expect(JSON.parse((await visitor.get('/wecom/me')).body)).toMatchObject({ userId: 'zhangsan' })
  })

  it('gives a single-page app the address and the cookie', async () => {
    const visitor = app.visitor(background)
    const answer = await visitor.get('/wecom/login?response=json&returnTo=/spa')
    const { url } = JSON.parse(answer.body)
    expect(answer.status).toBe(200)
    expect((await visitor.get(await atWecom(url, 'simulate_user=zhangsan'))).location).toBe('/spa')
  })

  it('finishes on the page that was asked for when callbackPath is off', async () => {
    const open = await startApp({ express, sso: { client: wecom.client, callbackPath: false } })
    const visitor = open.visitor()
    const asked = await visitor.get('/private?tab=2')
    const callback = await atWecom(asked.location, 'simulate_user=zhangsan')
    expect(callback).toMatch(/^\/private\?tab=2&code=[^&]+&state=[0-9A-Za-z]{69,128}$/)
    expect((await visitor.get(callback)).location).toBe('/private?tab=2')
    await open.close()
  })

  it.each([{}, { callbackPath: false } as const])(
    'brings a guarded coupon link back whole, with %o',
    async (sso) => {
      const shop = await startApp({ express, sso: { client: wecom.client, mode: 'required', ...sso } })
      const visitor = shop.visitor()
      const done = await signIn(visitor, '/shop?code=SALE&state=new')
      expect(done.location).toBe('/shop?code=SALE&state=new')
      expect((await visitor.get(done.location ?? '')).body).toContain('/shop?code=SALE&state=new')
      await shop.close()
    },
  )

  it('signs in over https with __Host- cookies, behind a proxy that strips a prefix', async () => {
    const secure = await startApp({
      express,
      sso: { client: wecom.client, baseUrl: 'https://localhost:8443/oa' },
    })
    const visitor = new Visitor(secure.origin, 'https://localhost:8443')
    const asked = await visitor.get('/private?a=1')
    const back = await atWecom(asked.location, 'simulate_user=zhangsan')
    expect(back).toMatch(/^\/oa\/wecom\/callback\?/)
    expect((await visitor.get(back.slice('/oa'.length))).location).toBe('/oa/private?a=1')
    expect((await visitor.get('/private')).status).toBe(200)
    for (const name of (await visitor.cookies()).keys()) expect(name).toMatch(/^__Host-wecom_/)
    await secure.close()
  })

  it('answers 503 to more sign-ins at once than maxInflight', async () => {
    const asked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<object>()
    const client = clientAnswering(wecom.client, () => {
      asked.resolve()
      return answer.promise
    })
    const small = await startApp({ express, sso: { client, maxInflight: 1 } })
    const first = signIn(small.visitor())
    await asked.promise
    expect((await signIn(small.visitor())).status).toBe(503)
    answer.resolve({ kind: 'member', corpId: client.corpId, userId: 'zhangsan' })
    expect((await first).location).toBe('/private')
    expect((await signIn(small.visitor())).location).toBe('/private')
    await small.close()
  })

  it('guards everything but the public paths with mode required', async () => {
    const closed = await startApp({
      express,
      sso: { client: wecom.client, mode: 'required', publicPaths: ['/healthz'] },
    })
    expect((await closed.visitor().get('/healthz')).status).toBe(200)
    expect((await closed.visitor().get('/anything')).status).toBe(302)
    expect((await closed.visitor(background).get('/anything')).status).toBe(401)
    await closed.close()
  })
})
