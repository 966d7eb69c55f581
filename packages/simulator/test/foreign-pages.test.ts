import { createServer, request as httpRequest } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { hasChromium, startChromium } from 'test-support/chromium'
import { credentials, startReceiver } from './receiver.ts'
import { call } from './support.ts'

/** What a client with these headers is answered; fetch would not let Host and Origin be chosen. */
async function answerTo(
  simulator: Simulator,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(simulator.url + path, { method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    request.on('error', reject)
    request.end()
  })
}

describe('the name a request is addressed to', () => {
  const paths = ['/', '/cgi-bin/gettoken', '/connect/oauth2/authorize', '/wwlogin/sso/login']
  const ours = ['/__simulator', '/__simulator/', '/__simulator/state', '/__simulator/console/main.js']

  test.each([...paths, ...ours])('%s is refused under a name that is not the own one', async (path) => {
    await using simulator = await startSimulator()
    const { status, text } = await answerTo(simulator, path, { host: 'rebound.example:4700' })
    expect({ status, text }).toEqual({ status: 403, text: expect.stringContaining('--allow-host') })
    expect(simulator.journal.count()).toBe(0)
  })

  test('may be one that was allowed, a loopback name or an IP address', async () => {
    await using simulator = await startSimulator({ allowHosts: ['Simulator', 'wecom.example'] })
    for (const host of ['simulator:4700', 'wecom.example', 'localhost', '127.0.0.1:1', '[::1]:4700'])
      expect(await answerTo(simulator, '/__simulator/state', { host })).toMatchObject({ status: 200 })
    expect(await answerTo(simulator, '/cgi-bin/gettoken', { host: 'simulator:4700' })).toMatchObject({
      status: 200,
    })
  })

  test.each(['http://simulator', 'simulator:4700', '*.example', ''])(
    'cannot be allowed as %j',
    async (name) => {
      await expect(startSimulator({ allowHosts: [name] })).rejects.toThrow(
        'allowHosts[0]: expected a host name',
      )
    },
  )
})

describe('the page a request comes from', () => {
  const switches: readonly [method: string, path: string][] = [
    ['POST', 'reset'],
    ['POST', 'users'],
    ['DELETE', 'journal'],
    ['GET', 'state'],
    ['GET', 'events'],
    ['GET', 'unknown'],
  ]

  test.each(switches)('%s %s is refused to pages of other origins', async (method, path) => {
    await using simulator = await startSimulator()
    for (const headers of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const { status, text } = await answerTo(simulator, `/__simulator/${path}`, headers, method)
      expect({ status, text }).toEqual({ status: 403, text: expect.stringContaining('another origin') })
    }
  })

  test('may be any for the console itself, which cannot be framed', async () => {
    await using simulator = await startSimulator()
    expect(await answerTo(simulator, '/__simulator/', { 'sec-fetch-site': 'cross-site' })).toMatchObject({
      status: 200,
    })
    const { headers } = await call(simulator, '/__simulator/')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

/** Runs on the foreign page: every way in which a page sends without asking first, and two that ask. */
const sendEverything = (base: string, callback: string): string => `(async () => {
  const member = JSON.stringify({ userid: 'evil', name: 'evil', department: [1] })
  const send = (path, init) =>
    fetch('${base}' + path, init).then(({ type }) => type, () => 'blocked')
  const simple = { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' } }
  return Promise.all([
    send('users', { ...simple, body: member }),
    send('users', { ...simple, body: member, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    send('callbacks', { ...simple, body: ${JSON.stringify(callback)} }),
    send('state', { mode: 'no-cors' }),
    send('state'),
    send('users', { method: 'POST', body: member, headers: { 'content-type': 'application/json' } }),
    navigator.sendBeacon('${base}users', member),
  ])
})()`

describe.skipIf(!hasChromium)('a page of another origin in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startChromium(['--host-resolver-rules=MAP rebound.example 127.0.0.1'])
  })
  afterAll(() => browser.close())

  async function openElsewhere(): Promise<Page> {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>elsewhere</title>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    onTestFinished(() => void server.close())
    const address = server.address()
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
    return page
  }

  /** By another site's name for the same machine, and by the page's own site on another port. */
  test.each(['localhost', '127.0.0.1'])('changes nothing at %s, whatever it sends', async (name) => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    let verifications = 0
    receiver.spoilEcho = (echo) => {
      verifications += 1
      return echo
    }
    const base = `http://${name}:${new URL(simulator.url).port}/__simulator/`
    const page = await openElsewhere()
    const callback = JSON.stringify({ app: 'portal', url: receiver.url, ...credentials })
    await simulator.contacts.deleteUser('lisi')
    expect(await page.evaluate(sendEverything(base, callback))).toEqual([
      'opaque',
      'opaque',
      'opaque',
      'opaque',
      'blocked',
      'blocked',
      true,
    ])
    await page.setContent(`<form method="post" enctype="text/plain" action="${base}reset"><button></form>`)
    const answered = page.waitForResponse((response) => response.url().endsWith('reset'))
    await page.getByRole('button').click()
    expect((await answered).status()).toBe(403)
    expect(simulator.contacts.user('evil')).toBeUndefined()
    expect(simulator.contacts.user('lisi')).toBeUndefined()
    expect(simulator.callbacks.list()).toEqual([])
    expect(verifications).toBe(0)
    await page.close()
  })

  test('learns and does nothing by a name that it has resolve to this machine', async () => {
    await using simulator = await startSimulator()
    const page = await browser.newPage()
    const base = `http://rebound.example:${new URL(simulator.url).port}/__simulator/`
    expect((await page.goto(base))?.status()).toBe(403)
    const script = `fetch('${base}users/zhangsan', { method: 'DELETE' }).then(({ status }) => status)`
    expect(await page.evaluate(script)).toBe(403)
    expect(simulator.contacts.user('zhangsan')).toBeDefined()
    await page.close()
  })
})
