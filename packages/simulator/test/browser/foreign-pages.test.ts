import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../../src/index.ts'
import { hasChromium, startChromium } from 'test-support/chromium'
import { credentials, startReceiver } from '../receiver.ts'

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
