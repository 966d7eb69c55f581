import { hasChromium } from 'test-support/chromium'
import { describe, expect, it } from 'vitest'
import { pageTests, signIn } from '../support/page-tests.ts'
import { startDemo } from '../support/start-demo.ts'

describe.runIf(hasChromium)('the page in trouble', { timeout: 60_000 }, () => {
  const tests = pageTests()

  it('says in one panel what that panel lacks, with the number of the request', async () => {
    await using demo = await startDemo({}, tests.directory(), { consoleUrl: 'http://127.0.0.1/' })
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo)
    const list = page.getByRole('list', { name: '成员列表' })
    await list.getByText('LiSi').waitFor()
    // The cache would hide the fault; the page reads everything again when it is gone.
    for (const path of ['/cgi-bin/user/get', '/cgi-bin/user/list'])
      await demo.wecom.control('faults', {
        method: 'POST',
        body: { path, kind: 'errcode', errcode: 45009, times: 99 },
      })
    const forgotten = page.waitForResponse('**/demo/forget')
    await page.evaluate("fetch('demo/forget', { method: 'POST' })")
    await forgotten
    await list.getByRole('link', { name: /李四/ }).click()
    const alert = page.locator('.card').getByRole('alert')
    await alert.getByText('企业微信的调用次数已达上限').waitFor()
    expect(await alert.innerText()).toMatch(/请求编号 [\w-]{36}/)
    expect(await alert.getByRole('button', { name: '重试' }).isVisible()).toBe(true)
    expect(await list.getByText('LiSi').isVisible()).toBe(true)
    expect(await page.getByRole('treeitem', { name: /后端组/ }).isVisible()).toBe(true)
  })

  it('notices in every tab that one of them has signed out, and says it once', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo)
    await page.getByRole('link', { name: /李四/ }).click()
    await page.getByRole('region', { name: '李四' }).waitFor()
    const other = await page.context().newPage()
    await other.goto(`${demo.url}/`)
    await other.getByRole('button', { name: '退出登录' }).click()
    await other.getByRole('link', { name: '用企业微信登录' }).waitFor()
    expect(await other.getByText('登录已失效').count()).toBe(0)
    await page.getByText('登录已失效，请重新登录。').waitFor()
    expect(await page.getByText('登录已失效').count()).toBe(1)
    expect(await page.getByText('LiSi').count()).toBe(0)
    // Signing in again leads back to the card.
    await page.getByRole('link', { name: '用企业微信登录' }).click()
    await page.getByRole('link', { name: '张三' }).click()
    await page.getByRole('region', { name: '李四' }).waitFor()
    await other.getByRole('searchbox').waitFor()
  })

  it('notices by the next question that the session is gone', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo)
    await page.getByRole('list', { name: '成员列表' }).getByText('LiSi').waitFor()
    await page.context().clearCookies()
    await page.getByRole('treeitem', { name: /市场部/ }).click()
    await page.getByText('登录已失效').waitFor()
    expect(await page.getByRole('link', { name: '用企业微信登录' }).isVisible()).toBe(true)
  })

  it('goes on by itself when the network is back', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo)
    const list = page.getByRole('list', { name: '成员列表' })
    await list.getByText('LiSi').waitFor()
    await page.context().setOffline(true)
    await page.getByText('网络已断开').waitFor()
    await list.getByRole('link', { name: /王五/ }).click()
    await page.getByText('连不上服务器').waitFor()
    expect(await list.getByText('LiSi').isVisible()).toBe(true)
    await page.context().setOffline(false)
    await page.getByRole('region', { name: '王五' }).waitFor()
    expect(await page.getByText('连不上服务器').count()).toBe(0)
  })

  it('offers to try again when the server cannot be reached, or the editor does not come', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await page.route('**/graphql', (route) => route.abort())
    await page.goto(`${demo.url}/`)
    await page.getByText('连不上服务器').waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('link', { name: '用企业微信登录' }).waitFor()
    await signIn(page, demo)
    await page.route('**/editor-view-*.js', (route) => route.abort())
    await page.getByRole('link', { name: 'GraphQL' }).click()
    await page.getByText('编辑器没有载入成功').waitFor()
    expect(await page.getByRole('searchbox').isVisible()).toBe(true)
    await page.unroute('**/editor-view-*.js')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('textbox', { name: 'GraphQL 查询' }).waitFor()
  })

  it('speaks the language of the browser, and the chosen one on the login page and on error pages too', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit({ locale: 'en-US' })
    const { page } = visit
    await page.goto(`${demo.url}/`)
    await page.getByRole('heading', { name: 'Find anyone at work' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('link', { name: '用企业微信登录' }).click()
    await page.waitForURL(`${demo.wecom.url}/wwlogin/sso/login?**`)
    expect(new URL(page.url()).searchParams.get('lang')).toBe('zh')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.goto(`${demo.url}/wecom/callback?code=forged&state=123456`)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.locator('small').innerText()).toMatch(/WECOM_STATE_INVALID · [\w-]{36}/)
    await page.getByText('通讯录 Directory').waitFor()
    await page.getByRole('link', { name: '返回首页' }).click()
    await page.getByRole('link', { name: '用企业微信登录' }).waitFor()
  })

  it('leads keyboard users past the header', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.type')).toBe('search')
  })
})
