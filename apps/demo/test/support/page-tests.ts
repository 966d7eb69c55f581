import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, type OpenBrowser, type Visit } from 'test-support/open-browser'
import { afterAll, beforeAll } from 'vitest'
import { buildPage } from '../../tools/build-page.ts'
import type { RunningDemo } from './start-demo.ts'

/** The built page and a browser, for the tests of one file. */
export interface PageTests {
  /** Where the page was built to. */
  directory(): string
  visit(options?: BrowserContextOptions): Promise<Visit>
}

/** Builds the page and starts the browser before the tests, and takes both away after them. */
export function pageTests(): PageTests {
  let directory = ''
  let browser: OpenBrowser | undefined
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'wecom-demo-page-'))
    const [opened] = await Promise.all([openBrowser(), buildPage(directory)])
    browser = opened
  }, 60_000)
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]()
    await rm(directory, { recursive: true, force: true })
  })
  return {
    directory: () => directory,
    visit: async (options) => {
      if (browser === undefined) throw new Error('the browser is not open yet')
      return browser.visit(options)
    },
  }
}

/** The way a person takes: the page, the simulator's login page, a member, back. */
export async function signIn(page: Page, demo: RunningDemo, name = '张三', path = ''): Promise<void> {
  await page.goto(`${demo.url}/${path}`)
  await page.getByRole('link', { name: /^(?:用企业微信登录|Sign in with WeCom)$/ }).click()
  await page.waitForURL(`${demo.wecom.url}/wwlogin/sso/login?**`)
  await page.getByRole('link', { name }).click()
  await page.getByRole('searchbox').waitFor()
}

/** The whole of an element is in the window: what a person sees without scrolling. */
export async function isInWindow(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).first().boundingBox()
  const size = page.viewportSize()
  return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height
}
