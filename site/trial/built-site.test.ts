import axe from 'axe-core'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { hasChromium } from 'test-support/chromium'
import { freePort } from 'test-support/free-port'
import { openBrowser, type OpenBrowser } from 'test-support/open-browser'
import { serve } from 'vitepress'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { questions, type Question } from './questions.ts'

/** The preview server compresses as hard as it can at each request: ten seconds for an index on a busy machine. */
const uncompressed = { extraHTTPHeaders: { 'accept-encoding': 'identity' } }

const languages = [
  { locale: 'en', root: '', questionsPage: 'Questions people ask' },
  { locale: 'zh', root: '/zh', questionsPage: '常见问题' },
] as const

describe.skipIf(!hasChromium)('the built site', { timeout: 120_000 }, () => {
  let origin = ''
  let browser: OpenBrowser
  let close = () => {}
  beforeAll(async () => {
    const port = await freePort()
    const { server } = await serve({ root: join(import.meta.dirname, '..'), port })
    close = () => void server?.close()
    origin = `http://localhost:${port}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser[Symbol.asyncDispose]()
    close()
  })

  describe.each(languages)('in $locale', ({ locale, root, questionsPage }) => {
    test('one search finds the answer of every question among its first five', async () => {
      await using visit = await browser.visit({ ...uncompressed, viewport: { width: 1280, height: 800 } })
      const { page } = visit
      await page.goto(`${origin}${root}/`)
      const missed: string[] = []
      for (const question of questions) {
        const found = (await search(page, question[locale])).slice(0, 5)
        if (!found.some((link) => answers(link, question, root)))
          missed.push(`${question.asks} ("${question[locale]}"): ${found.join(' ')}`)
      }
      expect(missed).toEqual([])
      expect(visit.complaints()).toEqual([])
    })

    test('two clicks from the start lead to the answer of every question', async () => {
      await using visit = await browser.visit({ ...uncompressed, viewport: { width: 1280, height: 800 } })
      const { page } = visit
      await page.goto(`${origin}${root}/`)
      await page.getByRole('navigation').getByRole('link', { name: questionsPage, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: questionsPage }).waitFor()
      for (const question of questions) {
        await follow(page, addressOf(question, locale, root))
        if (question.heading) await page.locator(`[id="${question.heading[locale]}"]`).waitFor()
        await page.goBack()
        await page.getByRole('heading', { level: 1, name: questionsPage }).waitFor()
      }
      expect(visit.complaints()).toEqual([])
    })

    test('no page of the sidebar is wider than a telephone', async () => {
      // Pages are whole without scripts, and faster.
      await using visit = await browser.visit({
        ...uncompressed,
        viewport: { width: 375, height: 800 },
        javaScriptEnabled: false,
      })
      const { page } = visit
      await page.goto(`${origin}${root}/`)
      const wide: string[] = []
      for (const link of await sidebarLinks(page)) {
        await page.goto(`${origin}${link}`, { waitUntil: 'domcontentloaded' })
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (excess > 0) wide.push(`${link}: ${excess}`)
      }
      expect(wide).toEqual([])
    })

    test.each(['light', 'dark'] as const)('text and drawings can be read in %s', async (colorScheme) => {
      await using visit = await browser.visit({
        ...uncompressed,
        colorScheme,
        viewport: { width: 1280, height: 800 },
      })
      const { page } = visit
      const weak: string[] = []
      for (const path of ['/', '/sso/how-a-sign-in-works', '/guides/secrets', '/errors']) {
        await page.goto(`${origin}${root}${path}`)
        weak.push(...(await weakTexts(page)))
      }
      expect(weak).toEqual([])
    })
  })
})

function addressOf({ page, heading }: Question, locale: 'en' | 'zh', root: string): string {
  return `${root}${page}${heading === undefined ? '' : `#${heading[locale]}`}`
}

/** Clicks the first link of the page's text that leads to the address. */
async function follow(page: Page, address: string): Promise<void> {
  const links = page.locator('main .vp-doc a')
  const targets = await links.evaluateAll((anchors) =>
    anchors.map((anchor) => anchor.getAttribute('href') ?? ''),
  )
  const index = targets.findIndex((target) => decodeURI(target) === address)
  expect(index, `a link to ${address}`).toBeGreaterThanOrEqual(0)
  await links.nth(index).click()
  await page.waitForURL((url) => decodeURIComponent(url.pathname + url.hash) === address)
}

function answers(link: string, { page }: Question, root: string): boolean {
  return link.split('#')[0] === root + page
}

async function search(page: Page, words: string): Promise<readonly string[]> {
  // A box opens with the words of the last search; on a slow machine their results come after the new words.
  await page.evaluate(() => sessionStorage.clear())
  await page.keyboard.press('Control+k')
  const results = page.locator('#localsearch-list a.result')
  await page.locator('#localsearch-input').fill(words)
  await results.first().waitFor()
  const links = await results.evaluateAll((anchors) =>
    anchors.map((anchor) => anchor.getAttribute('href') ?? ''),
  )
  await page.keyboard.press('Escape')
  return links.map((link) => decodeURIComponent(link.replace(/\.html(?=#|$)/, '')))
}

async function sidebarLinks(page: Page): Promise<readonly string[]> {
  const links = page.locator('.VPSidebar a')
  return links.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''))
}

/** Texts with too little contrast for WCAG AA, as axe names them. */
async function weakTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(async () => {
    ${axe.source}
    const { violations } = await axe.run('main', { runOnly: ['color-contrast'] })
    return violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => html + failureSummary))
  })()`)
}
