import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import express from 'express'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { hasChromium, startChromium } from 'test-support/chromium'
import { wecomJssdk } from '../src/extras/jssdk.ts'
import { requireWecomUser } from '../src/guard/require-wecom-user.ts'
import { createTestSession } from '../src/testing/index.ts'
import { wecomSSO } from '../src/sso/wecom-sso.ts'
import { listen, secret, startWecom, type Wecom } from './support/test-app.ts'

/** Tencent's own package, as a browser loads it. */
const sdk = readFileSync(new URL(import.meta.resolve('@wecom/jssdk/dist/wecom.global.prod.js')), 'utf8')

/** What the package asks of WeCom's client, and what the client answers. */
interface Call {
  readonly name: string
  readonly parameters: Readonly<Record<string, unknown>>
}

// The page of the guide, with a client that does what WeCom's does: it checks the signature for the address it shows.
describe.runIf(hasChromium)('ww.register of @wecom/jssdk with our signatures', { timeout: 60_000 }, () => {
  let wecom: Wecom
  let browser: Browser
  beforeAll(async () => {
    wecom = await startWecom()
    browser = await startChromium()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await wecom.client.close()
    await wecom.simulator.close()
  })

  /** A ticket as WeCom's client knows it: from WeCom, not from us. */
  async function ticket(path: string): Promise<string> {
    const { url, corp, apps } = wecom.simulator
    const token = await askWecom(`${url}/cgi-bin/gettoken?corpid=${corp.id}&corpsecret=${apps[0]?.secret}`)
    return (await askWecom(`${url}${path}access_token=${token['access_token']}`))['ticket'] ?? ''
  }

  async function openPage(
    kind: 'config' | 'agentConfig',
    path: string,
  ): Promise<{ page: Page; calls: Call[]; origin: string }> {
    const app = express()
    const sso = wecomSSO({ client: wecom.client, sessionSecret: secret })
    const open = await listen(app, sso)
    onTestFinished(() => open.close())
    const origin = open.origin.replace('127.0.0.1', 'localhost')
    app.use(sso)
    app.get('/wecom/jssdk', requireWecomUser(), wecomJssdk(sso))
    app.get('/sdk.js', (_request, response) => void response.type('js').send(sdk))
    app.use((_request, response) => {
      response.send(`<h1></h1><script src="/sdk.js"></script><script type="module">
        const sign = async (url) => (await fetch('/wecom/jssdk?url=' + encodeURIComponent(url))).json()
        const { corpId, agentId } = await sign(location.href)
        const tell = (what) => () => { document.title += '|' + what }
        ww.register({
          corpId,
          agentId,
          jsApiList: ['selectEnterpriseContact'],
          ${kind === 'config' ? 'getConfigSignature: async (url) => (await sign(url)).config' : 'getAgentConfigSignature: async (url) => (await sign(url)).agentConfig'},
          onConfigSuccess: tell('config'),
          onConfigFail: tell('no-config'),
          onAgentConfigSuccess: tell('agentConfig'),
          onAgentConfigFail: tell('no-agentConfig'),
        })</script>`)
    })
    const context = await browser.newContext({
      userAgent: 'Mozilla/5.0 (iPhone) wxwork/4.1.9 MicroMessenger/7.0.1',
    })
    onTestFinished(() => context.close())
    const { cookie } = createTestSession({ userId: 'zhangsan' }, sso)
    const at = cookie.indexOf('=')
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }])
    const page = await context.newPage()
    const calls: Call[] = []
    await page.exposeFunction('client', async (name: string, parameters: Call['parameters']) => {
      calls.push({ name, parameters })
      return await answer(page.url(), { name, parameters })
    })
    await page.addInitScript(
      `WeixinJSBridge = { on() {}, invoke: async (...call) => call.pop()(await client(...call)) }`,
    )
    await page.goto(origin + path)
    return { page, calls, origin }
  }

  /** WeCom's client: `config` is proven with the corp's ticket, `agentConfig` with the app's. */
  async function answer(address: string, { name, parameters }: Call): Promise<{ err_msg: string }> {
    const page = address.split('#', 1)[0] ?? ''
    const isCorp = name === 'preVerifyJSAPI'
    if (!isCorp && name !== 'agentConfig') return { err_msg: `${name}:ok` }
    const [nonce, time, given] = isCorp
      ? [parameters['verifyNonceStr'], parameters['verifyTimestamp'], parameters['verifySignature']]
      : [parameters['nonceStr'], parameters['timestamp'], parameters['signature']]
    const secretText = await ticket(
      isCorp ? '/cgi-bin/get_jsapi_ticket?' : '/cgi-bin/ticket/get?type=agent_config&',
    )
    const text = `jsapi_ticket=${secretText}&noncestr=${String(nonce)}&timestamp=${String(time)}&url=${page}`
    const isGenuine = createHash('sha1').update(text).digest('hex') === given
    return { err_msg: isGenuine ? `${name}:ok` : `${name}:invalid signature` }
  }

  const paths = ['/', '/orders?id=1&name=%E5%BC%A0+x', '/订单/7?a=b#/lines/5', "/a'(b)?c=%2F&d"]
  it.each(paths)('agentConfig holds for the page %s', async (path) => {
    const { page, calls } = await openPage('agentConfig', path)
    await page.waitForFunction(`document.title !== ''`)
    expect(await page.title()).toBe('|agentConfig')
    const { corpId, agentId } = wecom.client
    expect(calls[0]?.parameters).toMatchObject({ corpid: corpId, agentid: String(agentId) })
  })

  it.each(paths)('config holds for the page %s', async (path) => {
    const { page, calls } = await openPage('config', path)
    await page.waitForFunction(`document.title !== ''`)
    expect(await page.title()).toBe('|config')
    expect(calls[0]?.parameters).toMatchObject({ appId: wecom.client.corpId })
  })

  it('a page that changes its address is signed for anew', async () => {
    const { page, calls } = await openPage('agentConfig', '/orders')
    await page.waitForFunction(`document.title !== ''`)
    await page.evaluate(`history.pushState(undefined, '', '/orders/5?tab=lines')`)
    await page.evaluate(`ww.selectEnterpriseContact({ mode: 'single', type: ['user'] })`)
    expect(calls.map(({ name }) => name)).toEqual(['agentConfig', 'agentConfig', 'selectEnterpriseContact'])
    expect(await page.title()).toBe('|agentConfig|agentConfig')
  })

  it('the client of this test refuses the signature of another page', async () => {
    const { page } = await openPage('agentConfig', '/orders')
    await page.waitForFunction(`document.title !== ''`)
    await page.route('**/wecom/jssdk*', async (route) => {
      await route.continue({ url: route.request().url().replace('orders', 'others') })
    })
    await page.reload()
    await page.waitForFunction(`document.title !== ''`)
    expect(await page.title()).toBe('|no-agentConfig')
  })
})

async function askWecom(url: string): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await (await fetch(url)).text())
}
