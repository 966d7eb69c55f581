import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Server, createServer } from 'node:http'
import express from 'express'
import { hasChromium, startChromium, startChromiumOn } from 'test-support/chromium'
import { getWecomUser, requireWecomUser } from '../../src/guard/require-wecom-user.ts'
import { wecomSSO } from '../../src/sso/wecom-sso.ts'
import { secret, startWecom, type Wecom } from '../support/test-app.ts'

const browserEntry = readFileSync(new URL('../../src/browser/index.ts', import.meta.url), 'utf8')

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
    app.all('/api', requireWecomUser(), (_request, response) => {
      response.json({})
    })
    app.get('/wecom-fetch.js', (_request, response) => {
      response.type('js').send(stripTypeScriptTypes(browserEntry))
    })
    app.get('/spa', (_request, response) => {
      response.send(`<h1>spa</h1><script type="module">
        import { wecomFetch } from '/wecom-fetch.js'
        const answer = await wecomFetch('/api')
        document.title = 'api ' + answer.status + ' at ' + location.hash</script>`)
    })
    app.get('/links', (_request, response) => {
      response.send(`<a href="/page/7">page</a>
        <script type="speculationrules">{"prerender":[{"source":"list","urls":["/page/7"],"eagerness":"immediate"}]}</script>`)
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

  it('wecomFetch goes to the sign-in and comes back to the very route, hash included', async () => {
    const page = await context.newPage()
    await page.goto(`${origin}/spa?a=1#/orders/5?tab=1`)
    await page.waitForURL('**/wwlogin/sso/login*')
    await choose(page)
    await page.waitForFunction(`document.title === 'api 200 at #/orders/5?tab=1'`)
    expect(page.url()).toBe(`${origin}/spa?a=1#/orders/5?tab=1`)
  })

  it('wecomFetch does not undo a sign-out; the button of the page that says so does', async () => {
    const page = await context.newPage()
    await page.goto(`${origin}/page/1`)
    await choose(page)
    await page.click('button')
    await page.waitForURL(`${origin}/`)
    await page.goto(`${origin}/spa#/orders/5`)
    await page.waitForSelector('small')
    expect(await page.textContent('small')).toBe('WECOM_SIGNED_OUT')
    await page.click('a')
    await page.waitForURL('**/wwlogin/sso/login*')
    await choose(page)
    await page.waitForFunction(`document.title === 'api 200 at #/orders/5'`)
  })

  it('wecomFetch weighs two kilobytes at most', () => {
    expect(gzipSync(stripTypeScriptTypes(browserEntry)).length).toBeLessThanOrEqual(2048)
  })

  it('a link that was prerendered for a stranger leads to the sign-in when it is followed', async () => {
    const page = await context.newPage()
    const guesses: number[] = []
    server.on('request', (request, response) => {
      if (request.headers['sec-purpose'] !== undefined)
        response.on('finish', () => guesses.push(response.statusCode))
    })
    await page.goto(`${origin}/links`)
    await vi.waitFor(() => {
      expect(guesses).toContain(503)
    }, 20_000)
    await page.click('a')
    await page.waitForURL('**/wwlogin/sso/login*')
    await choose(page)
    expect(await page.textContent('h1')).toBe('zhangsan')
  })

  it('a form posted after the session ended shows a page with a way to sign in', async () => {
    const page = await context.newPage()
    await page.goto(`${origin}/`)
    await page.setContent(`<form method="post" action="${origin}/api"><button>send</button></form>`)
    await page.click('button')
    await page.waitForSelector('small')
    expect(await page.textContent('small')).toBe('WECOM_LOGIN_REQUIRED')
    await page.click('a')
    await page.waitForURL('**/wwlogin/sso/login*')
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
