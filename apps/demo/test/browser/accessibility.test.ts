import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { hasChromium } from 'test-support/chromium'
import { describe, expect, it } from 'vitest'
import { pageTests, signIn } from '../support/page-tests.ts'
import { startDemo } from '../support/start-demo.ts'

const widths = [375, 768, 1280]
const schemes = ['light', 'dark'] as const
const views = [
  ['', '.person'],
  ['people/zhangsan', '.card-part'],
  ['people/LiSi', '.card-part'],
  ['departments/1', '.person'],
  ['search?q=li', '.person, .empty'],
  ['editor', '.cm-content'],
  ['operations', 'table'],
  ['nothing/here', 'h1'],
] as const

describe.runIf(hasChromium)('axe finds nothing serious', { timeout: 120_000 }, () => {
  const tests = pageTests()

  it.each(['zh-CN', 'en-US'])('on any view for %s, light and dark, at 375, 768 and 1280', async (locale) => {
    await using demo = await startDemo({ OPERATIONS_DEPARTMENT: '4' }, tests.directory(), {
      consoleUrl: 'http://127.0.0.1/',
    })
    // axe is a script of its own, which the page's policy would refuse.
    await using visit = await tests.visit({ locale, bypassCSP: true })
    const { page } = visit
    await page.goto(`${demo.url}/`)
    await page.getByRole('link', { name: /^(?:用企业微信登录|Sign in with WeCom)$/ }).waitFor()
    const found = await everyLook(page, 'welcome')
    await signIn(page, demo)
    for (const [path, sign] of views) {
      await page.goto(`${demo.url}/${path}`)
      await page.locator(sign).first().waitFor()
      found.push(...(await everyLook(page, path)))
    }
    expect(found).toEqual([])
  })
})

/** The findings of one view at every width, light and dark. */
async function everyLook(page: Page, view: string): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      // Colours fade over, and axe would measure them on the way.
      await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))')
      found.push(...(await findings(page, `${view} at ${width}, ${colorScheme}`)))
    }
  }
  return found
}

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
