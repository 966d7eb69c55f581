import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { pino } from 'pino'
import { freePort } from 'test-support/free-port'
import { openBrowser, type OpenBrowser } from 'test-support/open-browser'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { listen } from '../src/listen.ts'
import { openWecom } from '../src/open-wecom.ts'
import { livenSimulator } from './liven-simulator.ts'
import { buildPage, pageDirectory } from './build-page.ts'

/** Takes the pictures of the documentation anew, on the simulator, into docs/images or the folder that is named. */
const folder = process.argv[2] ?? fileURLToPath(new URL('../../../docs/images', import.meta.url))
const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 780 }
const small = { width: 800, height: 600 }

await buildPage()
const port = await freePort()
const config = readConfig({ PORT: String(port), SIMULATOR_PORT: '0' })
const { account, operationsDepartmentId, simulator } = await openWecom(config)
const consoleUrl = simulator && `${simulator.url}/__simulator/`
const logger = pino({ level: 'warn' })
const demo = await buildApp({
  ...config,
  account,
  operationsDepartmentId,
  sessionSecret: crypto.randomUUID(),
  pageDirectory,
  logger,
  consoleUrl,
})
const server = await listen(demo.app, { port, host: config.host, variable: 'PORT' })
try {
  await mkdir(folder, { recursive: true })
  await using browser = await openBrowser()
  await take(browser, { name: 'demo-welcome', viewport: small, isStranger: true }, async (page) => {
    await page.goto(config.baseUrl)
    await page.getByRole('link', { name: '用企业微信登录' }).waitFor()
  })
  await take(browser, { name: 'simulator-login', viewport: small, isStranger: true }, async (page) => {
    await page.goto(config.baseUrl)
    await page.getByRole('link', { name: '用企业微信登录' }).click()
    await page.getByRole('link', { name: '张三' }).waitFor()
  })
  await take(browser, { name: 'demo', viewport: desktop }, async (page) => {
    await page.goto(`${config.baseUrl}/people/LiSi`)
    await page.getByRole('treeitem', { name: /40/ }).waitFor()
    await page.getByRole('region', { name: '李四' }).waitFor()
  })
  await take(browser, { name: 'demo-phone', viewport: phone, colorScheme: 'dark' }, async (page) => {
    await page.goto(`${config.baseUrl}/search?q=zhang`)
    await page.getByRole('listitem').first().waitFor()
  })
  await take(browser, { name: 'demo-operations', viewport: desktop }, async (page) => {
    await page.goto(`${config.baseUrl}/operations`)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
  })
  await take(browser, { name: 'demo-editor', viewport: desktop }, async (page) => {
    await page.goto(`${config.baseUrl}/editor`)
    await page.getByRole('textbox', { name: 'GraphQL 查询' }).waitFor()
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByRole('textbox', { name: '查询结果' }).getByText('LiSi').waitFor()
  })
  if (simulator !== undefined) await livenSimulator(simulator)
  for (const tab of await consoleTabs(browser))
    await take(browser, { name: `console-${tab}`, viewport: desktop }, async (page) => {
      await page.goto(`${consoleUrl}#${tab}`)
      await page.locator('main[aria-busy="false"] section').first().waitFor()
      if (tab === 'calls') {
        await page.getByLabel('结果').selectOption('只看被拒绝的')
        await page.getByRole('button', { expanded: false }).first().click()
      }
    })
} finally {
  server.closeAllConnections()
  server.close()
  await demo.close()
  await simulator?.close()
}

/** As the console's own links name them. */
async function consoleTabs(browser: OpenBrowser): Promise<readonly string[]> {
  await using visit = await browser.visit()
  await visit.page.goto(`${consoleUrl}`)
  const links = visit.page.getByRole('navigation').getByRole('link')
  await links.first().waitFor()
  const addresses = await Promise.all((await links.all()).map((link) => link.getAttribute('href')))
  return addresses.map((address) => address?.replace('#', '') ?? '')
}

interface Picture {
  readonly name: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'dark'
  readonly isStranger?: boolean
}

/** Signs 张三 in, unless the picture is of a stranger, goes where the picture is and takes it. */
async function take(
  browser: OpenBrowser,
  { name, isStranger = false, ...options }: Picture,
  arrive: (page: Page) => Promise<void>,
): Promise<void> {
  await using visit = await browser.visit(options)
  const { page } = visit
  if (!isStranger) await signIn(page)
  await arrive(page)
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  // A palette halves a picture; where there is no pngquant it is only larger.
  spawnSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--output', path, '256', path])
  console.log(`${path} (${visit.complaints().length} complaints)`)
}

async function signIn(page: Page): Promise<void> {
  await page.goto(config.baseUrl)
  await page.getByRole('link', { name: '用企业微信登录' }).click()
  await page.getByRole('link', { name: '张三' }).click()
  await page.getByRole('searchbox').waitFor()
}
