import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import express from 'express'
import { hasChromium, startChromium, startChromiumOn } from 'test-support/chromium'
import { getWecomUser } from '../src/guard/require-wecom-user.ts'
import { requireWecomUser } from '../src/guard/require-wecom-user.ts'
import { wecomSSO } from '../src/sso/wecom-sso.ts'
import { secret, startWecom, type Wecom } from './support/test-app.ts'

describe.runIf(hasChromium)('in a real Chromium', { timeout: 60_000 }, () => {
  let wecom: Wecom
  let browser: Browser
  let server: Server
  let origin: string
  let context: BrowserContext

  beforeAll(async () => {
    wecom = await startWecom()
    browser = await startChromium()
    const app = express()
    app.use(wecomSSO({ client: wecom.client, sessionSecret: secret }))
    app.get('/page/:tab', requireWecomUser(), (request, response) => {
      response.send(`<title>tab ${request.params['tab']}</title><h1>${getWecomUser(request).userId}</h1>
        <form method="post" action="/wecom/logout"><button>out</button></form>
        <script>fetch('/api').then((answer) => { document.title += ' api ' + answer.status })</script>`)
    })
    app.get('/api', requireWecomUser(), (_request, response) => {
      response.json({})
    })
    app.get('/', (_request, response) => {
      response.send(
        '<h1>open</h1><img src="/page/image"><script>fetch("/api").then((answer) => { document.title = "api " + answer.status })</script>',
      )
    })
    server = createServer(app)
    const { promise, resolve } = Promise.withResolvers<void>()
    server.listen(0, '127.0.0.1', resolve)
    await promise
    const address = server.address()
    origin = `http://localhost:${typeof address === 'object' ? address?.port : 0}`
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
    await wecom.client.close()
    await wecom.simulator.close()
  })

  beforeEach(async () => {
    context = await browser.newContext()
    wecom.simulator.journal.clear()
    return async () => {
      await context.close()
    }
  })

  /** Chooses a member on the page that is open. */
  async function choose(page: Page, userId = 'zhangsan'): Promise<void> {
    await page.goto(`${page.url()}&simulate_user=${userId}`)
  }

  it('two tabs sign in side by side, each to its own page, with one exchange', async () => {
    const [one, two] = [await context.newPage(), await context.newPage()]
    await Promise.all([one.goto(`${origin}/page/1`), two.goto(`${origin}/page/2`)])
    expect([one.url(), two.url()].every((url) => url.includes('/wwlogin/sso/login'))).toBe(true)
    await choose(one)
    await choose(two)
    expect([one.url(), two.url()]).toEqual([`${origin}/page/1`, `${origin}/page/2`])
    expect(await two.textContent('h1')).toBe('zhangsan')
    expect(wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('a background fetch and an image do not disturb a sign-in under way', async () => {
    const [one, two] = [await context.newPage(), await context.newPage()]
    await one.goto(`${origin}/page/1`)
    await two.goto(`${origin}/`)
    await two.waitForFunction(`document.title === 'api 401'`)
    await choose(one)
    expect(one.url()).toBe(`${origin}/page/1`)
    await one.waitForFunction(`document.title.endsWith('api 200')`)
  })

  it('Back and reload after signing in stay on our pages', async () => {
    const page = await context.newPage()
    await page.goto(`${origin}/`)
    await page.goto(`${origin}/page/1`)
    await choose(page)
    await page.reload()
    expect(await page.textContent('h1')).toBe('zhangsan')
    await page.goto(`${origin}/page/2`)
    await page.goBack()
    expect(page.url()).toBe(`${origin}/page/1`)
    expect(await page.textContent('h1')).toBe('zhangsan')
    expect(wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('reloading the very callback ends on the page, not in an error', async () => {
    const page = await context.newPage()
    const callbacks: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/wecom/callback')) callbacks.push(request.url())
    })
    await page.goto(`${origin}/page/1`)
    await choose(page)
    await page.goto(callbacks[0] ?? 'none')
    expect(page.url()).toBe(`${origin}/page/1`)
    expect(wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('signing out is final until the visitor asks, and the code is in no address bar or history', async () => {
    const page = await context.newPage()
    await page.goto(`${origin}/page/1`)
    await choose(page)
    expect(page.url()).not.toContain('code=')
    await page.click('button')
    await page.waitForURL(`${origin}/`)
    await page.goto(`${origin}/page/1`)
    expect(await page.textContent('small')).toBe('WECOM_SIGNED_OUT')
    await page.click('a')
    await page.waitForURL('**/wwlogin/sso/login*')
    await choose(page, 'LiSi')
    expect(await page.textContent('h1')).toBe('LiSi')
  })

  it('with cookies blocked it sees WeCom twice and then a page that explains', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'wecom-sso-'))
    await mkdir(join(profile, 'Default'))
    // Chromium's own setting "block all cookies".
    const settings = { profile: { default_content_setting_values: { cookies: 2 } } }
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(settings))
    const blocking = await startChromiumOn(profile)
    const page = await blocking.newPage()
    await page.goto(`${origin}/page/1`)
    let trips = 0
    while (page.url().includes('/wwlogin/') && trips < 5) {
      trips += 1
      await choose(page)
    }
    expect(trips).toBe(2)
    expect(await page.textContent('small')).toBe('WECOM_COOKIES_BLOCKED')
    expect(await page.textContent('h1')).toMatch(/Cookie|cookie/)
    await blocking.close()
    // Chromium's helpers may still be writing when it is gone itself.
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  })

  it('with SameSite=Strict cookies the way back from another site still ends signed in', async () => {
    const app = express()
    app.use(
      wecomSSO({ client: wecom.client, sessionSecret: secret, session: { cookie: { sameSite: 'strict' } } }),
    )
    app.get('/page', requireWecomUser(), (request, response) => {
      response.send(`<h1>${getWecomUser(request).userId}</h1>`)
    })
    const strict = createServer(app)
    const { promise, resolve } = Promise.withResolvers<void>()
    strict.listen(0, '127.0.0.1', resolve)
    await promise
    const address = strict.address()
    const page = await context.newPage()
    await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : 0}/page`)
    await choose(page)
    await page.waitForSelector('h1')
    expect(await page.textContent('h1')).toBe('zhangsan')
    strict.closeAllConnections()
    strict.close()
  })
})
