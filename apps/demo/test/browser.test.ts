import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPage } from '../tools/build-page.ts'
import { hasChromium } from 'test-support/chromium'
import { openBrowser, type OpenBrowser } from 'test-support/open-browser'
import { startDemo, type RunningDemo } from './support/start-demo.ts'

describe.runIf(hasChromium)('the page in Chromium', { timeout: 60_000 }, () => {
  let pageDirectory: string
  let browser: OpenBrowser

  beforeAll(async () => {
    pageDirectory = await mkdtemp(join(tmpdir(), 'wecom-demo-page-'))
    await buildPage(pageDirectory)
    browser = await openBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]()
    await rm(pageDirectory, { recursive: true, force: true })
  })

  it('signs 张三 in, shows colleagues, runs a query, speaks English and signs out', async () => {
    await using demo = await startDemo({}, pageDirectory)
    await using visit = await browser.visit()
    const { page } = visit

    await signIn(page, demo)
    expect(page.url()).toBe(`${demo.url}/`)
    const colleagues = page.getByRole('list', { name: '部门成员' })
    await colleagues.getByText('LiSi').waitFor()
    expect(await colleagues.getByRole('listitem').count()).toBe(6)

    await fillEditor(page, '{ user(id: "lisi") { name position } }')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('textbox', { name: '查询结果' }).getByText('高级工程师').waitFor()

    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Department members' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')

    // A question still under way while the session ends would be answered 401, which the console reports.
    const settled = statsRead(page, 2)
    await page.reload()
    await settled
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in with WeCom' }).waitFor()
    expect(page.url()).toBe(`${demo.url}/`)
    expect(visit.complaints()).toEqual([])
  })

  it('shows the answer to the latest query, however late an earlier one comes', async () => {
    await using demo = await startDemo({}, pageDirectory)
    await using visit = await browser.visit()
    const { page } = visit
    await signIn(page, demo)
    const late = Promise.withResolvers<void>()
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('wangwu') === true) await late.promise
      await route.continue()
    })
    const result = page.getByRole('textbox', { name: '查询结果' })
    await fillEditor(page, '{ user(id: "wangwu") { name } }')
    const first = page.waitForResponse(
      (response) => response.request().postData()?.includes('wangwu') === true,
    )
    await page.keyboard.press('Control+Enter')
    await fillEditor(page, '{ user(id: "lisi") { name } }')
    await page.keyboard.press('Control+Enter')
    await result.getByText('李四').waitFor()
    late.resolve()
    await (await first).finished()
    // By the time another query is typed the page has done with the late answer.
    await fillEditor(page, '{ user(id: "zhaoliu") { name } }')
    expect(await result.innerText()).toContain('李四')
    await page.unroute('**/graphql')
  })

  it('completes fields from the schema and marks what it does not know', async () => {
    await using demo = await startDemo({}, pageDirectory)
    await using visit = await browser.visit()
    const { page } = visit
    await signIn(page, demo)
    await fillEditor(page, '{ nonsense }')
    await page.locator('#query-editor .cm-lintRange-error').waitFor()
    await fillEditor(page, '{ ')
    await page.keyboard.type('departmentU')
    await page.getByRole('option', { name: /^departmentUsers/ }).waitFor()
    expect(await page.getByRole('option', { name: /nonsense/ }).count()).toBe(0)
    expect(visit.complaints()).toEqual([])
  })

  it('fits a screen of 360 px in dark mode, before and after signing in', async () => {
    await using demo = await startDemo({}, pageDirectory)
    await using visit = await browser.visit({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
    const { page } = visit
    await page.goto(`${demo.url}/`)
    await page.getByRole('link', { name: '用企业微信登录' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(14, 20, 28)')
    await signIn(page, demo)
    await page.getByRole('list', { name: '部门成员' }).getByText('LiSi').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })

  it('says so when the session has ended meanwhile', async () => {
    await using demo = await startDemo({}, pageDirectory)
    await using visit = await browser.visit()
    const { page } = visit
    await signIn(page, demo)
    await page.getByRole('list', { name: '部门成员' }).getByText('LiSi').waitFor()
    await page.context().clearCookies()
    await page.getByRole('checkbox', { name: '含下级部门' }).check()
    await page.getByRole('link', { name: '用企业微信登录' }).waitFor()
    expect(await page.getByText('登录已失效').isVisible()).toBe(true)
    expect(await page.getByText('LiSi').first().isVisible()).toBe(false)
  })

  it('offers to try again when the server cannot be reached', async () => {
    await using demo = await startDemo({}, pageDirectory)
    await using visit = await browser.visit()
    const { page } = visit
    await page.route('**/graphql', (route) => route.abort())
    await page.goto(`${demo.url}/`)
    const words = page.getByText('连不上服务器')
    await words.waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('link', { name: '用企业微信登录' }).waitFor()
    expect(await words.isVisible()).toBe(false)
  })

  it('leads keyboard users past the header, and out of the editor with Tab', async () => {
    await using demo = await startDemo({}, pageDirectory)
    await using visit = await browser.visit()
    const { page } = visit
    await signIn(page, demo)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await page.getByRole('textbox', { name: 'GraphQL 查询' }).focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.id')).toBe('variables-editor')
  })
})

/** The way a person takes: the page, the simulator's login page, a member, back. */
async function signIn(page: Page, demo: RunningDemo): Promise<void> {
  await page.goto(`${demo.url}/`)
  await page.getByRole('link', { name: '用企业微信登录' }).click()
  await page.waitForURL(`${demo.wecom.url}/wwlogin/sso/login?**`)
  await page.getByRole('link', { name: '张三' }).click()
  await page.getByRole('heading', { level: 1, name: '张三' }).waitFor()
  await page.getByRole('textbox', { name: 'GraphQL 查询' }).waitFor()
}

/**
 * Resolves at the nth reading of the numbers below the editor that begins from now on: one follows the list, and one
 * every query. One already under way would end the wait too early.
 */
async function statsRead(page: Page, times: number): Promise<void> {
  const begun = new Set<Request>()
  page.on('request', (request) => begun.add(request))
  let left = times
  await page.waitForResponse((response) => {
    if (begun.has(response.request()) && response.url().endsWith('/demo/stats')) left -= 1
    return left === 0
  })
}

async function fillEditor(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'GraphQL 查询' }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  // Typing over a selection makes Chromium try inline styles of its own, which the page's policy refuses aloud.
  await page.keyboard.press('Backspace')
  await page.keyboard.insertText(text)
}
