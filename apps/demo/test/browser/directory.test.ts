import type { Page } from 'playwright-core'
import { hasChromium } from 'test-support/chromium'
import { describe, expect, it } from 'vitest'
import { createCallbackKeys, followSimulator } from '../../src/simulator-events.ts'
import { silent } from '../support/loggers.ts'
import { isInWindow, pageTests, signIn } from '../support/page-tests.ts'
import { startDemo } from '../support/start-demo.ts'

const sizes = [
  { name: 'a desktop', viewport: { width: 1280, height: 800 } },
  { name: 'a phone', viewport: { width: 375, height: 740 } },
] as const

describe.runIf(hasChromium)('the directory in Chromium', { timeout: 60_000 }, () => {
  const tests = pageTests()

  it.each(sizes)(
    'shows 张三 his team first, and opens a card and closes it, on $name',
    async ({ viewport }) => {
      await using demo = await startDemo({}, tests.directory())
      await using visit = await tests.visit({ viewport })
      const { page } = visit
      await signIn(page, demo)
      expect(page.url()).toBe(`${demo.url}/`)
      const list = page.getByRole('list', { name: '成员列表' })
      await list.getByText('LiSi').waitFor()
      expect(await list.getByRole('listitem').count()).toBe(6)
      expect(await page.evaluate('[scrollY, document.documentElement.scrollWidth]')).toEqual([
        0,
        viewport.width,
      ])
      expect(await isInWindow(page, 'h1')).toBe(true)
      expect(await page.getByRole('searchbox').count()).toBe(1)

      await list.getByRole('link', { name: /李四/ }).click()
      const card = page.getByRole('region', { name: '李四' })
      await card.getByText('高级工程师').waitFor()
      expect(page.url()).toBe(`${demo.url}/people/LiSi`)
      expect(await isInWindow(page, '.card-head')).toBe(true)
      expect(await card.getByText('仅本人可见').isVisible()).toBe(true)
      await card.getByRole('heading', { name: '上级的上级' }).waitFor()
      await card.getByRole('link', { name: /王芳/ }).waitFor()
      await card.getByRole('link', { name: /张三/ }).click()
      const mine = page.getByRole('region', { name: '张三' })
      await mine.getByRole('heading', { name: '直属下级' }).waitFor()
      await mine.getByRole('link', { name: /李四/ }).click()
      await card.getByText('高级工程师').waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width)
      await card.getByRole('link', { name: /返回列表|关闭/ }).click()
      await list.waitFor()
      expect(page.url()).toBe(`${demo.url}/`)
      expect(visit.complaints()).toEqual([])
    },
  )

  it('has a tree of departments with head counts, for mouse and keyboard', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo)
    const tree = page.getByRole('tree', { name: '部门' })
    await tree.getByRole('treeitem', { name: '云杉科技 40' }).waitFor()
    await tree.getByRole('treeitem', { name: /市场部/ }).click()
    await page.getByRole('heading', { level: 1, name: '市场部' }).waitFor()
    expect(page.url()).toBe(`${demo.url}/departments/7`)
    expect(await tree.getByRole('treeitem', { name: /品牌组/ }).count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await tree.getByRole('treeitem', { name: /品牌组/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '品牌组' }).waitFor()
    await tree.getByRole('treeitem', { name: /云杉科技/ }).click()
    await page.getByRole('checkbox', { name: '含下级部门' }).check()
    await page.getByText('40 人', { exact: true }).waitFor()
    expect(visit.complaints()).toEqual([])
  })

  it('finds people by name, pinyin, initials and userid while somebody types', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo)
    const box = page.getByRole('searchbox', { name: '搜索同事' })
    const list = page.getByRole('list', { name: '成员列表' })
    for (const [text, name] of [
      ['欧阳', '欧阳枫'],
      ['oyf', '欧阳枫'],
      ['wangf', '王芳'],
      ['zhouba', '周坝'],
      ['Leo', '李四'],
    ] as const) {
      await box.fill(text)
      await page.getByRole('heading', { name: `“${text}”的搜索结果` }).waitFor()
      await list.getByRole('link', { name: new RegExp(name) }).waitFor()
    }
    expect(page.url()).toBe(`${demo.url}/search?q=Leo`)
    await page.reload()
    await list.getByRole('link', { name: /李四/ }).waitFor()
    expect(await box.inputValue()).toBe('Leo')
    await box.fill('nobody at all')
    await page.getByText('没有找到匹配“nobody at all”的同事').waitFor()
    expect(visit.complaints()).toEqual([])
  })

  it('shows three members their own teams, and the operations view to one of them', async () => {
    await using demo = await startDemo({ OPERATIONS_DEPARTMENT: '4' }, tests.directory())
    for (const [name, colleague, mayLook] of [
      ['张三', '李四', true],
      ['陈静', '吴九', false],
      ['孙莉', '潘文', false],
    ] as const) {
      await using visit = await tests.visit()
      const { page } = visit
      await signIn(page, demo, name)
      await page
        .getByRole('list', { name: '成员列表' })
        .getByRole('link', { name: new RegExp(colleague) })
        .waitFor()
      expect(await page.getByRole('link', { name, exact: true }).isVisible()).toBe(true)
      await page.goto(`${demo.url}/operations`)
      if (mayLook) await page.getByText('/cgi-bin/gettoken').waitFor()
      else await page.getByText('运行状态只对指定部门的成员开放').waitFor()
    }
  })

  it('says so where there is nobody, or nobody this visitor may see', async () => {
    await using demo = await startDemo({}, tests.directory())
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo, '张三', 'people/nobody')
    const card = page.getByRole('region', { name: 'nobody' })
    await card.getByText('没有这位成员，或者你无权查看').waitFor()
    expect(page.url()).toBe(`${demo.url}/people/nobody`)
    await page.goto(`${demo.url}/departments/999`)
    await page.getByText('没有这个部门，或者你无权查看').waitFor()
    const answer = await page.goto(`${demo.url}/nothing/here`)
    expect(answer?.status()).toBe(404)
    await page.getByText('没有这个页面').waitFor()
    await page.getByRole('link', { name: '返回首页' }).click()
    await page.getByRole('list', { name: '成员列表' }).waitFor()
  })

  it('shows an edit at once, on the card, in the list and in two browsers', async () => {
    const keys = createCallbackKeys()
    const variables = { WECOM_CALLBACK_TOKEN: keys.token, WECOM_CALLBACK_AES_KEY: keys.encodingAesKey }
    await using demo = await startDemo(variables, tests.directory())
    const { simulator } = demo.wecom
    await followSimulator({ simulator, url: `${demo.url}/wecom/events`, keys, logger: silent })
    await using first = await tests.visit()
    await using second = await tests.visit()
    await signIn(first.page, demo)
    await signIn(second.page, demo, '王五')
    await first.page.getByRole('link', { name: /李四/ }).click()
    const card = first.page.getByRole('region', { name: '李四' })
    await card.getByText('高级工程师').waitFor()
    const list = second.page.getByRole('list', { name: '成员列表' })
    await list.getByText('高级工程师').waitFor()
    await second.page.getByRole('treeitem', { name: '后端组 6' }).waitFor()

    await demo.wecom.control('users/LiSi', { method: 'PATCH', body: { position: '首席工程师' } })
    await card.getByText('首席工程师').waitFor()
    await list.getByText('首席工程师').waitFor()

    const newcomer = { userid: 'xinren', name: '新人', department: [4], position: '实习生' }
    await demo.wecom.control('users', { method: 'POST', body: newcomer })
    await list.getByRole('link', { name: /新人/ }).waitFor()
    await second.page.getByRole('treeitem', { name: '后端组 7' }).waitFor()
    expect([...first.complaints(), ...second.complaints()]).toEqual([])
  })
  it('reads again what is in sight, however far somebody has been, and once for a flood of edits', async () => {
    const keys = createCallbackKeys()
    const variables = {
      SIMULATOR_SEED: 'big-corp?users=4000&departments=30',
      WECOM_CALLBACK_TOKEN: keys.token,
      WECOM_CALLBACK_AES_KEY: keys.encodingAesKey,
    }
    await using demo = await startDemo(variables, tests.directory())
    const { simulator } = demo.wecom
    await followSimulator({ simulator, url: `${demo.url}/wecom/events`, keys, logger: silent })
    await using visit = await tests.visit()
    const { page } = visit
    await signIn(page, demo, '张三', 'departments/1')
    await page.getByRole('checkbox', { name: '含下级部门' }).check()
    await page.getByText('4,000 人', { exact: true }).waitFor()
    const list = page.getByRole('list', { name: '成员列表' })
    const last = list.locator('[aria-posinset="4000"] a')
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    await last.waitFor()
    await page.evaluate('scrollTo(0, 0)')
    const first = list.locator('[aria-posinset="1"]')
    const id = await first.locator('code').innerText()
    const asked = listRequests(page)
    await simulator.contacts.updateUser(id, { position: '第一次' })
    await first.getByText('第一次').waitFor()
    expect(asked()).toBe(1)

    const held = Promise.withResolvers<void>()
    await page.route('**/graphql', async (route) => {
      await held.promise
      await route.continue()
    })
    const request = page.waitForRequest('**/graphql')
    await simulator.contacts.updateUser(id, { position: '第二次' })
    await request
    for (const position of ['第三次', '第四次']) await simulator.contacts.updateUser(id, { position })
    held.resolve()
    await first.getByText('第四次').waitFor()
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
    await last.waitFor()
    expect(visit.complaints()).toEqual([])
  })
})

/** How many pieces of lists the page has asked for since. */
function listRequests(page: Page): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.postData()?.includes('departmentUsers') === true) count += 1
  })
  return () => count
}
