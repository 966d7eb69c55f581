import { expect, onTestFinished, test } from 'vitest'
import { hasChromium, startChromium } from 'test-support/chromium'
import { startExample } from './start-example.ts'

// The port stands in the uni-app page, so the browser is told that it is another one.
const baseUrl = 'http://localhost:13889'

test.runIf(hasChromium)('older-front-ends: both sign in as they were written', async () => {
  const { origin } = await startExample('older-front-ends', () => ({ BASE_URL: baseUrl }))
  const browser = await startChromium([`--host-resolver-rules=MAP localhost:13889 ${new URL(origin).host}`])
  onTestFinished(() => browser.close())
  for (const [path, shown] of Object.entries({ '/uni-app': 'zhangsan', '/guide': '张三' })) {
    const context = await browser.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`${baseUrl}${path}`)
    await page.getByText('张三').first().click()
    await page.getByRole('heading', { name: shown, exact: true }).waitFor()
    const answer = await page.evaluate(askMe)
    expect(answer).toEqual({ data: { me: { name: '张三' } } })
    await context.close()
  }
})

test('older-front-ends: a code without its browser is refused', async () => {
  const { origin } = await startExample('older-front-ends')
  const headers = { 'content-type': 'application/json' }
  const posted = await fetch(`${origin}/api/wecom/getUserInfo`, {
    method: 'POST',
    headers,
    body: '{"code":"stolen"}',
  })
  expect([posted.status, await posted.json()]).toMatchObject([400, { code: -1, data: null }])
  const referer = `${origin}/uni-app?code=stolen&state=made-up`
  const other = await fetch(`${origin}/wechat/getUserId/stolen`, { method: 'POST', headers: { referer } })
  expect(other.status).toBe(400)
})

/** Runs in the page. */
async function askMe(): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ query: '{ me { name } }' })
  return (await fetch('/graphql', { method: 'POST', headers, body })).json()
}
