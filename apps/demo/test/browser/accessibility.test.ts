import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { hasChromium } from 'test-support/chromium'
import { describe, expect, it } from 'vitest'
import { pageTests, signIn } from '../support/page-tests.ts'
import { startDemo } from '../support/start-demo.ts'

/** Every width with both schemes, the languages in turn. */
const cases = [375, 768, 1280].flatMap((width, index) => [
  { width, colorScheme: 'light' as const, locale: index % 2 === 0 ? 'zh-CN' : 'en-US' },
  { width, colorScheme: 'dark' as const, locale: index % 2 === 0 ? 'en-US' : 'zh-CN' },
])

describe.runIf(hasChromium)('axe finds nothing serious', { timeout: 90_000 }, () => {
  const tests = pageTests()

  it.each(cases)('at $width in $colorScheme for $locale', async ({ width, colorScheme, locale }) => {
    await using demo = await startDemo({ OPERATIONS_DEPARTMENT: '4' }, tests.directory(), {
      consoleUrl: 'http://127.0.0.1/',
    })
    const viewport = { width, height: 800 }
    // axe is a script of its own, which the page's policy would refuse.
    await using visit = await tests.visit({ viewport, colorScheme, locale, bypassCSP: true })
    const { page } = visit
    await page.goto(`${demo.url}/`)
    await page.getByRole('link', { name: /^(?:用企业微信登录|Sign in with WeCom)$/ }).waitFor()
    const found = [await findings(page, 'welcome')]
    await signIn(page, demo)
    const views = [
      ['', '.person'],
      ['people/zhangsan', '.card-part'],
      ['people/LiSi', '.card-part'],
      ['departments/1', '.person'],
      ['search?q=li', '.person, .empty'],
      ['editor', '.cm-content'],
      ['operations', 'table'],
    ] as const
    for (const [path, sign] of views) {
      await page.goto(`${demo.url}/${path}`)
      await page.locator(sign).first().waitFor()
      found.push(await findings(page, path))
    }
    expect(found.flat()).toEqual([])
  })
})

/** What axe calls serious or critical, as lines that say where. */
async function findings(page: Page, view: string): Promise<string[]> {
  const lines: unknown = await page.evaluate(`(async () => {
    ${axe.source}
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => id + ' ' + node.target.join(' ') + ' ' + node.failureSummary))
  })()`)
  return Array.isArray(lines) ? lines.map((line) => `${view}: ${String(line)}`) : []
}
