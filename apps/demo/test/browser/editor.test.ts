import type { Page } from 'playwright-core'
import { hasChromium } from 'test-support/chromium'
import { describe, expect, it } from 'vitest'
import { pageTests, signIn } from '../support/page-tests.ts'
import { startDemo } from '../support/start-demo.ts'

const introspection = '{ __schema { queryType { name } } }'

describe.runIf(hasChromium)('the editor in Chromium', { timeout: 60_000 }, () => {
  const tests = pageTests()
  const onSimulator = { consoleUrl: 'http://127.0.0.1/' }

  it('runs what is asked, says what that took, and forgets the cache on demand', async () => {
    await using demo = await startDemo({}, tests.directory(), onSimulator)
    await using visit = await tests.visit()
    const { page } = visit
    await openEditor(page, () => signIn(page, demo, '张三', 'editor'))
    await fill(page, '{ user(id: "lisi") { name position } }')
    await page.keyboard.press('Control+Enter')
    const result = page.getByRole('textbox', { name: '查询结果' })
    await result.getByText('高级工程师').waitFor()
    await page.getByText(/本次查询：没有调用企业微信，缓存命中 \d+ 次/).waitFor()
    await page.getByRole('button', { name: '清空缓存' }).click()
    await page.getByText('缓存已清空').waitFor()
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByText(/本次查询：user\/(?:get|list) × 1/).waitFor()
    await fill(page, introspection)
    await page.keyboard.press('Control+Enter')
    await result.getByText('queryType').waitFor()
    expect(visit.complaints()).toEqual([])
  })

  it('runs one of two operations, keeps query and history over a reload, and formats without losing comments', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await openEditor(page, () => signIn(page, demo, '张三', 'editor'))
    await fill(page, 'query A{me{name}} # kept\nquery B{me{id}}')
    await page.getByRole('combobox', { name: '要运行的操作' }).selectOption('A')
    await page.getByRole('button', { name: '运行' }).click()
    const result = page.getByRole('textbox', { name: '查询结果' })
    await result.getByText('张三').waitFor()
    await page.getByRole('combobox', { name: '要运行的操作' }).selectOption('B')
    await page.getByRole('button', { name: '运行' }).click()
    await result.getByText('zhangsan').waitFor()
    await page.getByRole('button', { name: '整理格式' }).click()
    const query = page.getByRole('textbox', { name: 'GraphQL 查询' })
    await query.getByText('query A {').waitFor()
    expect(await query.innerText()).toContain('# kept')
    await page.reload()
    await query.getByText('query A {').waitFor()
    const history = page.getByRole('combobox', { name: '运行记录' })
    expect(await history.getByRole('option').count()).toBe(2)
    await page.getByRole('button', { name: '文档' }).click()
    const docs = page.getByRole('complementary', { name: '接口文档' })
    await docs.getByRole('button', { name: 'UserConnection', exact: true }).click()
    await docs.getByText('totalCount').waitFor()
    expect(visit.complaints()).toEqual([])
  })

  it('shows the answer to the latest query, however late an earlier one comes', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await openEditor(page, () => signIn(page, demo, '张三', 'editor'))
    const late = Promise.withResolvers<void>()
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('wangwu') === true) await late.promise
      await route.continue()
    })
    const result = page.getByRole('textbox', { name: '查询结果' })
    await fill(page, '{ user(id: "wangwu") { name } }')
    const first = page.waitForResponse(
      (response) => response.request().postData()?.includes('wangwu') === true,
    )
    await page.keyboard.press('Control+Enter')
    await fill(page, '{ user(id: "lisi") { name } }')
    await page.keyboard.press('Control+Enter')
    await result.getByText('李四').waitFor()
    late.resolve()
    await (await first).finished()
    // By the time another query is typed the page has done with the late answer.
    await fill(page, '{ user(id: "zhaoliu") { name } }')
    expect(await result.innerText()).toContain('李四')
    await page.unroute('**/graphql')
  })

  it('completes fields from the schema, marks what it does not know, and lets Tab out', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await openEditor(page, () => signIn(page, demo, '张三', 'editor'))
    await fill(page, '{ nonsense }')
    await page.locator('#query-editor .cm-lintRange-error').waitFor()
    await fill(page, '{ ')
    await page.keyboard.type('departmentU')
    await page.getByRole('option', { name: /^departmentUsers/ }).waitFor()
    expect(await page.getByRole('option', { name: /nonsense/ }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.id')).toBe('variables-editor')
    expect(visit.complaints()).toEqual([])
  })
})

async function openEditor(page: Page, arrive: () => Promise<void>): Promise<void> {
  await arrive()
  await page.getByRole('textbox', { name: 'GraphQL 查询' }).waitFor()
}

async function fill(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'GraphQL 查询' }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  // Typing over a selection makes Chromium try inline styles of its own, which the page's policy refuses aloud.
  await page.keyboard.press('Backspace')
  await page.keyboard.insertText(text)
}
