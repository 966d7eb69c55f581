/** Takes pictures of the built site, in both languages, at two widths, light and dark, into the folder that is named. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from 'test-support/free-port'
import { openBrowser } from 'test-support/open-browser'
import { serve } from 'vitepress'

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'dist', 'screenshots')
const pages = {
  home: '/',
  'sign-in': '/sso/how-a-sign-in-works',
  questions: '/start/questions',
  benchmarks: '/benchmarks',
}
const port = await freePort()
const { server } = await serve({ root: join(import.meta.dirname, '..'), port })
await mkdir(folder, { recursive: true })
await using browser = await openBrowser()
for (const width of [375, 1280]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await using visit = await browser.visit({ colorScheme, viewport: { width, height: 800 } })
    for (const [language, root] of [
      ['en', ''],
      ['zh', '/zh'],
    ] as const) {
      for (const [name, path] of Object.entries(pages)) {
        await visit.page.goto(`http://localhost:${port}${root}${path}`)
        const file = join(folder, `${name}-${language}-${width}-${colorScheme}.png`)
        await visit.page.screenshot({ path: file, fullPage: true })
        console.log(file)
      }
    }
  }
}
server?.close()
