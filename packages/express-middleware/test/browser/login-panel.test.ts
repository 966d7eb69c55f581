import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import express from 'express'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { hasChromium, startChromium } from 'test-support/chromium'
import { getWecomUser } from '../../src/guard/require-wecom-user.ts'
import { wecomSSO } from '../../src/sso/wecom-sso.ts'
import { secret, startWecom, type Wecom } from '../support/test-app.ts'

/** Tencent's own package, as a browser loads it. */
const sdk = readFileSync(new URL(import.meta.resolve('@wecom/jssdk/dist/wecom.global.prod.js')), 'utf8')

/** The one host the package speaks to; the test leads it to the simulator. */
const loginHost = 'https://login.work.weixin.qq.com'

describe.runIf(hasChromium)(
  "Tencent's login panel signs in through the middleware",
  { timeout: 60_000 },
  () => {
    let wecom: Wecom
    let browser: Browser
    beforeAll(async () => {
      wecom = await startWecom()
      // A routed page counts as one from the internet, and the app is on this machine.
      browser = await startChromium(['--disable-features=LocalNetworkAccessChecks'])
    }, 60_000)
    afterAll(async () => {
      await browser.close()
      await wecom.client.close()
      await wecom.simulator.close()
    })

    /** The app of the page about front ends. */
    async function openApp(redirectType: string): Promise<{ page: Page; origin: string }> {
      const app = express()
      const server = createServer(app)
      await new Promise<void>((ready) => {
        server.listen(0, '127.0.0.1', ready)
      })
      const address = server.address()
      const origin = `http://localhost:${typeof address === 'object' ? address?.port : 0}`
      const sso = wecomSSO({ client: wecom.client, sessionSecret: secret, baseUrl: origin })
      app.use(sso)
      app.get('/sdk.js', (_request, response) => void response.type('js').send(sdk))
      app.get('/login-panel', (request, response) => {
        const { state, redirectUri } = sso.loginState(request, response, { returnTo: '/home' })
        const { corpId, agentId } = wecom.client
        response.json({ appid: corpId, agentid: String(agentId), state, redirect_uri: redirectUri })
      })
      app.post('/login-panel', express.json(), (request, response, next) => {
        sso
          .completeLogin(request, response, request.body)
          .then(({ userId }) => response.json({ userId }), next)
      })
      app.get('/home', (request, response) => void response.send(`<h1>${getWecomUser(request).userId}</h1>`))
      app.get('/', (_request, response) => {
        response.send(`<h1></h1><div id="login"></div><script src="/sdk.js"></script><script type="module">
        const { appid, agentid, state, redirect_uri } = await (await fetch('/login-panel')).json()
        ww.createWWLoginPanel({
          el: '#login',
          params: { login_type: 'CorpApp', appid, agentid, redirect_uri, state, redirect_type: '${redirectType}' },
          onLoginSuccess: async ({ code }) => {
            const headers = { 'Content-Type': 'application/json' }
            const answer = await fetch('/login-panel', { method: 'POST', headers, body: JSON.stringify({ code, state }) })
            document.querySelector('h1').textContent = (await answer.json()).userId
          },
        })</script>`)
      })
      const page = await browser.newPage()
      onTestFinished(async () => {
        await page.close()
        server.closeAllConnections()
        server.close()
      })
      await page.route(`${loginHost}/**`, async (route) => {
        const url = route.request().url().replace(loginHost, wecom.simulator.url)
        await route.fulfill({ response: await route.fetch({ url, maxRedirects: 0 }) })
      })
      await page.goto(origin)
      const frame = await (await page.waitForSelector('iframe')).contentFrame()
      await frame?.getByText('张三').click()
      return { page, origin }
    }

    it.each(['top', 'callback'])('redirect_type %s', async (redirectType) => {
      const { page, origin } = await openApp(redirectType)
      await page.waitForFunction(`document.querySelector('h1')?.textContent === 'zhangsan'`)
      expect(page.url()).toBe(redirectType === 'top' ? `${origin}/home` : `${origin}/`)
      await page.goto(`${origin}/home`)
      expect(await page.textContent('h1')).toBe('zhangsan')
    })
  },
)
