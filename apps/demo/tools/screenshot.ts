import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { listen } from '../src/listen.ts'
import { openWecom } from '../src/open-wecom.ts'
import { freePort } from 'test-support/free-port'
import { hasChromium } from 'test-support/chromium'
import { openBrowser } from 'test-support/open-browser'
import { buildPage, pageDirectory } from './build-page.ts'

/** Takes the picture of the READMEs anew: the page in Chromium, signed in as 张三 on the simulator. */
const picture = process.argv[2] ?? fileURLToPath(new URL('../../../docs/images/demo.png', import.meta.url))
const size = { width: 1280, height: 800 }

if (!hasChromium) process.exit(1)

await buildPage()
const port = await freePort()
const config = readConfig({ PORT: String(port), SIMULATOR_PORT: '0' })
const { account, simulator } = await openWecom(config)
const demo = await buildApp({
  ...config,
  account,
  sessionSecret: crypto.randomUUID(),
  pageDirectory,
  logger: pino({ level: 'warn' }),
  consoleUrl: simulator && `${simulator.url}/__simulator/`,
})
const server = await listen(demo.app, { port, host: config.host, variable: 'PORT' })
try {
  await using browser = await openBrowser()
  await using visit = await browser.visit({ viewport: size })
  const { page } = visit
  await page.goto(config.baseUrl)
  await page.getByRole('link', { name: '用企业微信登录' }).click()
  await page.getByRole('link', { name: '张三' }).click()
  await page.getByRole('textbox', { name: '查询结果' }).getByText('LiSi').waitFor()
  await page.getByText('user/list × 1').waitFor()
  await mkdir(dirname(picture), { recursive: true })
  await page.screenshot({ path: picture })
  console.log(`${picture} (${visit.complaints().length} complaints)`)
} finally {
  server.closeAllConnections()
  server.close()
  await demo.close()
  await simulator?.close()
}
