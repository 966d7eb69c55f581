import { describe, expect, onTestFinished, test } from 'vitest'
import { hasChromium, startChromium } from 'test-support/chromium'
import type { Visit } from 'test-support/open-browser'
import { freePort } from 'test-support/free-port'
import { runToEnd, runUntil, startExample } from './start-example.ts'

type Page = Visit['page']

/** How the pages of an example are reached, and what it is told of that. */
interface Address {
  readonly title: string
  /** The origin of what listens on a port of this machine. */
  readonly of: (name: string, port: number) => string
  /** Flags that lead a browser there. */
  readonly flags: (ports: Readonly<Record<string, number>>) => readonly string[]
}

/** Trusted domain of the simulated app, and its neighbour. */
const hosts: Readonly<Record<string, string>> = { server: 'portal.example.com', page: 'page.example.com' }

const addresses: readonly Address[] = [
  { title: 'on localhost', of: (_name, port) => `http://localhost:${port}`, flags: () => [] },
  {
    // Browsers send no Sec-Fetch headers there, and cookies cannot be Secure.
    title: 'on plain http, with a name',
    of: (name) => `http://${hosts[name]}`,
    flags: (ports) => [
      `--host-resolver-rules=${Object.entries(ports)
        .map(([name, port]) => `MAP ${hosts[name]}:80 127.0.0.1:${port}`)
        .join(',')}`,
    ],
  },
]

describe.runIf(hasChromium).each(addresses)('in Chromium, $title', ({ of, flags }) => {
  const settings = (port: number) => ({
    BASE_URL: of('server', port),
    SESSION_SECRET: 'thirty-two-characters-of-a-test-at-least',
  })

  async function open(ports: Readonly<Record<string, number>>): Promise<Page> {
    const browser = await startChromium(flags(ports))
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    return page
  }

  /** Clicks 张三 on the page of the simulator and waits to be back. */
  async function pick(page: Page, home: string): Promise<void> {
    await page.waitForURL('**/wwlogin/sso/login*')
    await page.getByText('张三').click()
    await page.waitForURL((url) => url.origin === home)
  }

  test.each(['serverless', 'express5-graphql'])('%s: page, query, sign-out', async (name) => {
    const { port: server } = await startExample(name, settings)
    const origin = of('server', server)
    const page = await open({ server })
    await page.goto(origin)
    await pick(page, origin)
    const request = { query: '{ me { name } }' }
    expect(await page.evaluate(post, ['/graphql', request] as const)).toEqual({
      data: { me: { name: '张三' } },
    })
    await page.click('button')
    await page.waitForSelector('small')
    expect(await page.textContent('small')).toBe('WECOM_SIGNED_OUT')
  })

  test('nestjs: page, API and query', async () => {
    const { port: server } = await startExample('nestjs', settings)
    const origin = of('server', server)
    const page = await open({ server })
    await page.goto(origin)
    await pick(page, origin)
    expect(await page.textContent('h1')).toBe('zhangsan')
    const request = { query: '{ order(id: 2) { owner { name } } }' }
    expect(await page.evaluate(post, ['/graphql', request] as const)).toEqual({
      data: { order: { owner: { name: '李四' } } },
    })
    await page.goto(`${origin}/me`)
    expect(JSON.parse((await page.textContent('body')) ?? '')).toMatchObject({ userId: 'zhangsan' })
  })

  test('spa-vue: signs in from a hash route of another port, and out', async () => {
    const front = await freePort()
    const home = of('page', front)
    const { port: server, folder } = await startExample('spa-vue', (port) => ({
      ...settings(port),
      FRONT_END: home,
    }))
    await runToEnd(folder, 'graphql-codegen')
    await runToEnd(folder, 'vue-tsc', ['--noEmit'])
    await runUntil(
      folder,
      'node_modules/vite/bin/vite.js',
      {
        PORT: String(front),
        VITE_API: of('server', server),
        __VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS: hosts['page'] ?? '',
      },
      'Local:',
    )
    const page = await open({ server, page: front })
    await page.goto(`${home}/#/departments/4`)
    await pick(page, home)
    await page.waitForSelector('li')
    expect(page.url()).toBe(`${home}/#/departments/4`)
    expect(await page.textContent('h1')).toContain('后端组')
    await page.click('nav a')
    await page.waitForFunction(`document.querySelector('h1').textContent.includes('云杉')`)
    await page.click('button')
    await page.waitForSelector('small')
    expect(await page.textContent('small')).toBe('WECOM_SIGNED_OUT')
    await page.click('a')
    await pick(page, home)
    expect(new URL(page.url()).origin).toBe(home)
  })

  test.each(['/', '/top'])("login-panel: %s signs in from Tencent's panel", async (path) => {
    const { port: server } = await startExample('login-panel', settings)
    const page = await open({ server })
    await page.goto(of('server', server) + path)
    const frame = await (await page.waitForSelector('iframe')).contentFrame()
    await frame?.getByText('张三').click()
    await page.waitForFunction(`document.querySelector('h1')?.textContent === 'zhangsan'`)
    await page.reload()
    await page.waitForFunction(`document.querySelector('h1')?.textContent === 'zhangsan'`)
    expect(page.url()).toBe(`${of('server', server)}/`)
    expect(await page.evaluate(post, ['/graphql', { query: '{ me { name } }' }] as const)).toEqual({
      data: { me: { name: '张三' } },
    })
  })
})

/** Runs in the page. */
async function post([path, body]: readonly [string, object]): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}
