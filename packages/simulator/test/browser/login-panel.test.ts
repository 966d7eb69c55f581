import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Browser, Frame, Page } from 'playwright-core'
import { hasChromium, startChromium } from 'test-support/chromium'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Simulator, startSimulator } from '../../src/index.ts'
import { api } from '../support.ts'

/** Tencent's own package, as a browser loads it. */
const sdk = readFileSync(new URL(import.meta.resolve('@wecom/jssdk/dist/wecom.global.prod.js')), 'utf8')

/** The one host the package speaks to; a test leads it here. */
const loginHost = 'https://login.work.weixin.qq.com'

interface Website {
  url: string
  /** Addresses that its pages were asked for, newest last. */
  visits: string[]
}

/** A website with the panel on `/`; every other address says where it is. */
async function startWebsite(): Promise<Website> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    const body =
      request.url === '/' ? '<div id="panel"></div><script src="/sdk.js"></script>' : '<h1>back</h1>'
    const isScript = request.url === '/sdk.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? sdk : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://localhost:${port}`, visits }
}

describe.skipIf(!hasChromium)('the login panel of @wecom/jssdk', () => {
  let browser: Browser

  beforeAll(async () => {
    // A routed page counts as one from the internet, and the website is on this machine.
    browser = await startChromium(['--disable-features=LocalNetworkAccessChecks'])
  })
  afterAll(() => browser.close())

  async function openWebsite(simulator: Simulator, website: Website): Promise<Page> {
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.route(`${loginHost}/**`, async (route) => {
      const url = route.request().url().replace(loginHost, simulator.url)
      await route.fulfill({ response: await route.fetch({ url, maxRedirects: 0 }) })
    })
    await page.goto(`${website.url}/`)
    return page
  }

  /** Puts the panel on the page, keeps what its callbacks are told, and waits for its frame. */
  async function openPanel(page: Page, params: Record<string, string>): Promise<Frame> {
    await page.evaluate(
      `window.told = []
       const tell = (name) => (event) => window.told.push([name, event])
       ww.createWWLoginPanel({
         el: '#panel',
         params: ${JSON.stringify(params)},
         onCheckWeComLogin: tell('check'),
         onLoginSuccess: tell('success'),
         onLoginFail: tell('fail'),
       })`,
    )
    const frame = await (await page.waitForSelector('iframe')).contentFrame()
    if (frame === null) throw new Error('the panel has no frame')
    return frame
  }

  const told = (page: Page): Promise<unknown> => page.evaluate('window.told')

  function parameters(
    simulator: Simulator,
    website: Website,
    more: Record<string, string>,
  ): Record<string, string> {
    return {
      login_type: 'CorpApp',
      appid: simulator.corp.id,
      agentid: '1000002',
      redirect_uri: `${website.url}/callback`,
      state: 'panel-state',
      ...more,
    }
  }

  test('hands the code to the website with redirect_type=callback', async () => {
    await using simulator = await startSimulator()
    const website = await startWebsite()
    const page = await openWebsite(simulator, website)
    const frame = await openPanel(page, parameters(simulator, website, { redirect_type: 'callback' }))
    await frame.getByText('张三').click()
    await expect
      .poll(() => told(page), { timeout: 10_000 })
      .toEqual([
        ['check', { isWeComLogin: false }],
        ['success', { code: expect.stringMatching(/^[\w-]{43}$/) }],
      ])
    const code: unknown = await page.evaluate('window.told[1][1].code')
    expect((await api(simulator, `auth/getuserinfo?code=${String(code)}`)).body['userid']).toBe('zhangsan')
    expect(page.url()).toBe(`${website.url}/`)
  })

  test.each(['top', undefined])('moves the top window with redirect_type=%s', async (type) => {
    await using simulator = await startSimulator()
    const website = await startWebsite()
    const page = await openWebsite(simulator, website)
    const more: Record<string, string> = type === undefined ? {} : { redirect_type: type }
    const frame = await openPanel(page, parameters(simulator, website, more))
    await frame.getByText('张三').click()
    await expect
      .poll(() => page.url(), { timeout: 10_000 })
      .toMatch(/\/callback\?code=[\w-]{43}&state=panel-state$/)
  })

  test('moves the frame alone with redirect_type=self', async () => {
    await using simulator = await startSimulator()
    const website = await startWebsite()
    const page = await openWebsite(simulator, website)
    const frame = await openPanel(page, parameters(simulator, website, { redirect_type: 'self' }))
    await frame.getByText('张三').click()
    await frame.waitForURL(/\/callback\?code=[\w-]{43}&state=panel-state$/)
    expect(page.url()).toBe(`${website.url}/`)
  })

  test.each<[string, Record<string, string>, object]>([
    ['a wrong app', { agentid: '1' }, { errCode: -31028, errMsg: expect.any(String) }],
    [
      'a strange redirect_uri',
      { redirect_uri: 'https://evil.example/' },
      { errCode: -31039, errMsg: expect.any(String) },
    ],
  ])('tells the website of %s', async (_what, more, failure) => {
    await using simulator = await startSimulator()
    const website = await startWebsite()
    const page = await openWebsite(simulator, website)
    await openPanel(page, parameters(simulator, website, { redirect_type: 'callback', ...more }))
    await expect.poll(() => told(page), { timeout: 10_000 }).toEqual([['fail', failure]])
  })

  test('gives no code to a website that is not the one of redirect_uri', async () => {
    await using simulator = await startSimulator()
    const website = await startWebsite()
    const page = await openWebsite(simulator, website)
    const frame = await openPanel(
      page,
      parameters(simulator, website, {
        redirect_type: 'callback',
        redirect_uri: 'http://127.0.0.1:9/callback',
        simulate_user: 'zhangsan',
      }),
    )
    await frame.getByRole('heading').waitFor()
    expect(await told(page)).toEqual([])
    const frameOfPage = await openPanel(
      page,
      parameters(simulator, website, { redirect_type: 'callback', redirect_uri: 'http://127.0.0.1:9/' }),
    )
    await expect
      .poll(() => told(page), { timeout: 10_000 })
      .toContainEqual(['fail', { errCode: -31033, errMsg: expect.any(String) }])
    expect(frameOfPage.url()).toContain('login.work.weixin.qq.com')
  })
})
