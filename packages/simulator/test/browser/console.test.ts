import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Simulator, startSimulator } from '../../src/index.ts'
import { hasChromium, startChromium } from 'test-support/chromium'
import { isRecord } from '../../src/shape/shape.ts'
import { credentials, startReceiver } from '../receiver.ts'
import { api, applyForLeave, call, patient, tokenOf } from '../support.ts'

/** Runs on the page: controls that a screen reader could not name. */
const namelessControls = `[...document.querySelectorAll('button, input, select, textarea, a')]
  .filter((control) => !control.labels?.length && !control.ariaLabel && !control.textContent.trim())
  .map((control) => control.outerHTML)`

describe.skipIf(!hasChromium)('the console in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(() => browser.close())

  /**
   * Opens the console; every request elsewhere and every error on the page fails the test.
   * Hold the page with `await using`, so that it is gone before the simulator is.
   */
  async function open(simulator: Simulator, hash = '', locale = 'en-US'): Promise<Page> {
    const page = await browser.newPage({ locale })
    page.setDefaultTimeout(8000)
    const problems: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(simulator.url) && !request.url().startsWith('data:'))
        problems.push(request.url())
    })
    page.on('pageerror', (error) => problems.push(error.message))
    onTestFinished(() => expect(problems).toEqual([]))
    await page.goto(`${simulator.url}/__simulator/${hash}`)
    await page.locator('section').first().waitFor()
    return page
  }

  test('shows calls as they happen, masked', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator)
    await page.getByText('Live', { exact: true }).waitFor()
    const token = await tokenOf(simulator)
    await call(simulator, `/cgi-bin/user/get?userid=nobody&access_token=${token}`)
    const row = page.getByRole('row').filter({ hasText: '/cgi-bin/user/get' })
    await row.waitFor()
    expect(await row.innerText()).toContain('60111')
    expect(await page.content()).not.toContain(token)
    await page.getByLabel('Filter by path').fill('gettoken')
    await row.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => simulator.journal.count(), patient).toBe(0)
  })

  test('speaks Chinese and English', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '', 'zh-CN')
    await page.getByRole('heading', { name: '企业微信模拟器' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'WeCom simulator' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  test('edits members and departments', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#members')
    await page.getByLabel('Find by name or userid').fill('张三')
    await page.keyboard.press('Enter')
    await page.getByText('1–1 / 1 members').waitFor()
    await page.getByRole('button', { name: 'Edit zhangsan' }).click()
    await page.getByRole('dialog').getByLabel('Position', { exact: true }).fill('架构师')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => simulator.contacts.user('zhangsan')?.position, patient).toBe('架构师')
    await page.getByRole('link', { name: 'Departments' }).click()
    await page.getByText('12 departments').waitFor()
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('法务部')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('13 departments').waitFor()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Delete 13' }).click()
    await page.getByText('12 departments').waitFor()
  })

  test('says why an edit was refused', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#departments')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Delete 4', exact: true }).click()
    await expect
      .poll(() => page.getByRole('alert').innerText(), patient)
      .toContain('department 4 has members')
  })

  test('says in the dialog why an edit was refused, and keeps what was typed', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#members')
    await page.getByRole('button', { name: 'Edit zhangsan' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Userid').fill('lisi')
    await dialog.getByLabel('Departments').selectOption(['前端组 (3)'])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByRole('alert').getByText('userid lisi exists already').waitFor()
    await dialog.getByLabel('Userid').fill('zhangsan')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(simulator.contacts.user('zhangsan')?.department).toEqual([3])
  })

  test('changes settings one by one, says why one is not taken, and puts it back', async () => {
    await using simulator = await startSimulator({ settings: { concurrency: 7 } })
    await using page = await open(simulator, '#settings')
    await page.getByLabel('latencyMs', { exact: true }).fill('[9, 1]')
    await page.keyboard.press('Tab')
    await page.getByRole('alert').getByText('latencyMs: the first number').waitFor()
    await page.getByLabel('concurrency', { exact: true }).fill('3')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Put back concurrency' }).waitFor()
    expect(simulator.settings.get()).toMatchObject({ concurrency: 3, latencyMs: 0 })
    await page.getByLabel('callbacks.retry', { exact: true }).selectOption('connection')
    await expect.poll(() => simulator.settings.get().callbacks.retry, patient).toBe('connection')
    await page.getByLabel('rateLimit.perMinute', { exact: true }).fill('5')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Put back rateLimit.perMinute' }).click()
    await expect.poll(() => simulator.settings.get().rateLimit, patient).toEqual({})
    await page.getByRole('button', { name: 'Put back concurrency' }).click()
    await expect.poll(() => simulator.settings.get().concurrency, patient).toBe(7)
  })

  test('gives no command of a stranger as curl', async () => {
    await using simulator = await startSimulator()
    // As a page of another origin may send it: browsers encode neither $ nor brackets of a path.
    const { port } = new URL(simulator.url)
    const path = '/cgi-bin/$(touch$IFS/tmp/x)?$(id)token=a&code!=b'
    get({ port, path, host: '127.0.0.1' }).on('error', () => {})
    await expect.poll(() => simulator.journal.count(), patient).toBe(1)
    await using page = await open(simulator)
    await page.getByRole('button', { expanded: false }).first().click()
    const curl = await page.locator('pre', { hasText: 'curl -X GET' }).innerText()
    expect(curl).toBe(
      `curl -X GET "${simulator.url}/cgi-bin/%24(touch%24IFS/tmp/x)?%24(id)token=$__ID_TOKEN&code%21=$CODE_"`,
    )
  })

  test('opens a call to its request, its answer and the reason, and gives it as curl', async () => {
    await using simulator = await startSimulator()
    const token = await tokenOf(simulator, 'narrow')
    await call(simulator, `/cgi-bin/user/get?userid=fengbo&access_token=${token}`)
    await using page = await open(simulator)
    await page.getByRole('button', { name: '#2' }).click()
    await page.getByText('visible range: fengbo exists, outside of what narrow sees').waitFor()
    await page.getByText(/"errmsg": "no privilege/).waitFor()
    await page
      .getByText(`curl -X GET "${simulator.url}/cgi-bin/user/get?userid=fengbo&access_token=$ACCESS_TOKEN"`)
      .waitFor()
    expect(await page.content()).not.toContain(token)
    await tokenOf(simulator)
    await page.getByText('3 calls', { exact: true }).waitFor()
    await page.getByText(/"errmsg": "no privilege/).waitFor()
  })

  test('finds calls by app, errcode, outcome and path, also those that happen later', async () => {
    await using simulator = await startSimulator()
    await api(simulator, 'user/get?userid=nobody')
    await using page = await open(simulator)
    await page.getByLabel('errcode').fill('60111')
    await page.getByText('1 calls', { exact: true }).waitFor()
    await api(simulator, 'user/get?userid=nobody', undefined, 'narrow')
    await page.getByText('2 calls', { exact: true }).waitFor()
    await page.getByLabel('App', { exact: true }).selectOption('narrow')
    await page.getByText('1 calls', { exact: true }).waitFor()
    await page.getByLabel('errcode').fill('')
    await page.getByText('2 calls', { exact: true }).waitFor()
    await page.getByLabel('Outcome').selectOption('Refused only')
    await page.getByText('1 calls', { exact: true }).waitFor()
    await page.getByLabel('Filter by path').fill('/tag/')
    await page.getByText('0 calls', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: '#' }).count()).toBe(0)
  })

  test('says why a login link was refused', async () => {
    await using simulator = await startSimulator()
    await call(
      simulator,
      `/wwlogin/sso/login?appid=${simulator.corp.id}&agentid=1000002&redirect_uri=http://evil.example/`,
    )
    await using page = await open(simulator)
    const row = page.getByRole('row').filter({ hasText: '/wwlogin/sso/login' })
    expect(await row.innerText()).toMatch(/redirect_uri is not on a trusted domain .* evil\.example/)
  })

  test('pages through members, disables and edits one without telling untouched fields', async () => {
    await using simulator = await startSimulator({ seed: 'big-corp?users=120&departments=5' })
    await using page = await open(simulator, '#members')
    await page.getByText('1–50 / 120 members').waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('101–120 / 120 members').waitFor()
    await page.getByRole('searchbox').fill('zhangsan')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Disable zhangsan' }).click()
    await page.getByRole('button', { name: 'Enable zhangsan' }).waitFor()
    expect(simulator.contacts.user('zhangsan')?.status).toBe(2)
  })

  test('edits an app: range, domains, IPs, switched off', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#apps')
    await page.getByRole('button', { name: 'Edit portal' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('group', { name: 'Visible range' }).getByLabel('Kind').selectOption('some')
    await dialog.getByLabel('Departments').selectOption(['研发中心 (2)'])
    await dialog.getByLabel('Trusted domains').fill('a.example, b.example:81')
    await dialog.getByLabel('Trusted IPs').fill('10.0.0.1')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Switched on portal' }).click()
    await expect
      .poll(() => simulator.admin.apps()[0], patient)
      .toMatchObject({
        visible: { departments: [2] },
        trustedDomains: ['a.example', 'b.example:81'],
        trustedIps: ['10.0.0.1'],
        enabled: false,
      })
  })

  test('is live: what others do appears, and disturbs nobody who types', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#messages')
    await page.getByText('Live', { exact: true }).waitFor()
    const text = { touser: 'zhangsan', agentid: 1_000_002, msgtype: 'text', text: { content: '早上好' } }
    await api(simulator, 'message/send', text)
    await page.getByText('早上好').waitFor()
    await page.getByRole('link', { name: 'Faults' }).click()
    await page.getByLabel('Path').first().fill('/cgi-bin/half')
    simulator.faults.add({ path: '/cgi-bin/elsewhere', kind: 'hang' })
    await page.getByLabel('Path').first().fill('/cgi-bin/whole')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Delete hang /cgi-bin/elsewhere' }).waitFor()
    expect(simulator.faults.list()).toMatchObject([
      { path: '/cgi-bin/elsewhere' },
      { path: '/cgi-bin/whole' },
    ])
  })

  test.each([375, 1280, 1920])('holds at a width of %d, on every tab', async (width) => {
    await using simulator = await startSimulator()
    await api(simulator, 'user/get?userid=nobody')
    await using page = await open(simulator)
    await page.setViewportSize({ width, height: 800 })
    for (const link of await page.getByRole('navigation').getByRole('link').all()) {
      await link.click()
      await page.locator('main[aria-busy="false"]').waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
  })

  test('leaves the focus where it was after an edit by keyboard', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#members')
    await page.getByRole('button', { name: 'Edit zhangsan' }).press('Enter')
    await page.getByRole('dialog').getByLabel('Position', { exact: true }).fill('架构师')
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: '架构师' }).waitFor()
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Edit zhangsan')
  })

  test('shows the view asked for last, however long another one takes', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator)
    const asked = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    await page.route('**/__simulator/users?*', async (route) => {
      asked.resolve()
      await release.promise
      await route.continue()
    })
    await page.getByRole('link', { name: 'Members' }).click()
    await asked.promise
    await page.getByRole('link', { name: 'Departments' }).click()
    await page.getByText('12 departments').waitFor()
    const late = page.waitForResponse('**/__simulator/users?*')
    release.resolve()
    await (await late).finished()
    // The page has had its turn when it answers a question asked after that.
    await page.evaluate('new Promise((resolve) => setTimeout(resolve))')
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Departments'])
  })

  test('shows a call once, however the page learns of it', async () => {
    await using simulator = await startSimulator()
    await call(simulator, '/cgi-bin/user/get')
    await using page = await browser.newPage({ locale: 'en-US' })
    const release = Promise.withResolvers<void>()
    await page.route('**/__simulator/journal?*', async (route) => {
      await release.promise
      await route.continue()
    })
    const opened = page.goto(`${simulator.url}/__simulator/`)
    await page.getByText('Live', { exact: true }).waitFor()
    await call(simulator, '/cgi-bin/department/list')
    release.resolve()
    await opened
    await page.getByText('2 calls', { exact: true }).waitFor()
    await call(simulator, '/cgi-bin/tag/list')
    await page.getByText('3 calls', { exact: true }).waitFor()
    expect(await page.getByRole('cell', { name: '/cgi-bin/department/list' }).count()).toBe(1)
  })

  test('says so when the simulator is gone', async () => {
    const simulator = await startSimulator()
    await using page = await open(simulator, '#members')
    await simulator.close()
    await page.getByText('Disconnected').waitFor()
    await page.getByRole('link', { name: 'Departments' }).click()
    await expect.poll(() => page.getByRole('alert').innerText(), patient).toContain('start it again')
  })

  test('adds faults, scripted and random, and clears them', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#faults')
    await page.getByLabel('Kind').first().selectOption('http')
    await page.getByLabel('Status').fill('503')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('row').filter({ hasText: '503' }).waitFor()
    expect(simulator.faults.list()).toEqual([
      { id: 1, path: '/cgi-bin/gettoken', kind: 'http', status: 503, times: 1 },
    ])
    await page.getByLabel('Seed').fill('42')
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('Running: 0.2, Seed 42').waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('button', { name: 'Delete http /cgi-bin/gettoken' }).click()
    await expect.poll(() => simulator.faults.list(), patient).toEqual([])
    await page.getByRole('textbox', { name: 'Answer' }).fill('{"errcode":81013}')
    await page.getByRole('button', { name: 'Add stub' }).click()
    await page.getByRole('button', { name: 'Delete Stubs /cgi-bin/user/get' }).click()
    await expect.poll(() => simulator.stubs.list(), patient).toEqual([])
  })

  test('registers a callback, pushes an event and shows what became of it', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await using page = await open(simulator, '#callbacks')
    await page.getByLabel('URL').fill(receiver.url)
    await page.getByLabel('Token', { exact: true }).fill(credentials.token)
    await page.getByLabel('EncodingAESKey').fill(credentials.encodingAesKey)
    await page.getByRole('button', { name: 'Verify and save' }).click()
    await page.getByRole('cell', { name: receiver.url }).waitFor()
    await page.getByRole('button', { name: 'Push an event' }).click()
    await page.getByRole('row').filter({ hasText: '✓' }).waitFor()
    expect(receiver.pushes[0]).toContain('<UserID><![CDATA[zhangsan]]></UserID>')
    await page.getByRole('button', { name: '#1' }).click()
    await page.getByText('<UserID><![CDATA[zhangsan]]></UserID>').waitFor()
    await page.getByRole('button', { name: 'Send again #1' }).click()
    await expect.poll(() => receiver.pushes.length, patient).toBe(2)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Reset to the seed' }).click()
    await expect.poll(() => simulator.callbacks.deliveries(), patient).toEqual([])
    expect(simulator.callbacks.list()).toHaveLength(1)
  })

  test('shows messages, covers secrets, moves the clock and kills tokens', async () => {
    await using simulator = await startSimulator()
    await api(simulator, 'message/send', {
      touser: 'zhangsan',
      agentid: 1_000_002,
      msgtype: 'text',
      text: { content: '<b>你好</b>' },
    })
    await using page = await open(simulator, '#messages')
    await page.getByText('<b>你好</b>').waitFor()
    await page.getByRole('link', { name: 'Apps' }).click()
    const secret = page.getByText(simulator.apps[0]?.secret ?? '')
    await page.getByRole('button', { name: 'Show' }).first().waitFor()
    expect(await secret.count()).toBe(0)
    await page.getByRole('button', { name: 'Show' }).first().click()
    expect(await secret.count()).toBe(1)
    await page.getByRole('button', { name: 'Kill live tokens' }).click()
    await page.getByRole('cell', { name: 'revoked' }).waitFor()
    await page.getByRole('link', { name: 'Clock' }).click()
    await page.getByRole('button', { name: 'Advance 2 hours' }).click()
    await expect.poll(() => simulator.clock.now() - Date.now(), patient).toBeGreaterThan(7_000_000)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Reset to the seed' }).click()
    await expect.poll(() => simulator.messages.list(), patient).toEqual([])
  })

  test('shows customers and applications, and lets people act on them', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#customers')
    await page.getByLabel('Name', { exact: true }).fill('陈女士')
    await page.getByRole('button', { name: 'Customer adds a member' }).click()
    await page.getByRole('button', { name: 'Customer leaves 陈女士 zhangsan' }).click()
    await expect
      .poll(() => simulator.customers.list().at(-1), patient)
      .toMatchObject({ name: '陈女士', follows: [] })
    await applyForLeave(simulator)
    await page.getByRole('link', { name: 'Approvals' }).click()
    await page.getByText('liwei …').waitFor()
    await page.getByRole('button', { name: /^Agree/ }).click()
    await page.getByText('liwei ✓').waitFor()
    expect(simulator.approvals.list()).toMatchObject([{ status: 2 }])
    expect(await page.getByRole('button', { name: /^Withdraw/ }).count()).toBe(0)
    await page.getByRole('button', { name: /\d{12}/ }).click()
    await page.getByText('"spNo"').waitFor()
  })

  test('every control has a name and can be reached from the keyboard', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator)
    const links = await page.getByRole('navigation').getByRole('link').all()
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) {
      await link.press('Enter')
      await page.locator('main[aria-busy="false"]').waitFor()
      const nameless = await page.evaluate(namelessControls)
      expect(nameless).toEqual([])
      expect(await page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count()).toBe(0)
    }
    await page.goto(`${simulator.url}/__simulator/?again`)
    await page.locator('section').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content')
  })

  test('the login page signs somebody in by keyboard, consent included', async () => {
    await using simulator = await startSimulator()
    await using page = await browser.newPage({ locale: 'en-US' })
    const link = new URLSearchParams({
      appid: simulator.corp.id,
      redirect_uri: `${simulator.url}/cgi-bin/gettoken`,
      response_type: 'code',
      scope: 'snsapi_privateinfo',
      state: 's1',
      agentid: '1000002',
    })
    await page.goto(`${simulator.url}/connect/oauth2/authorize?${link.toString()}`)
    await page.getByRole('searchbox').fill('zhangsan')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '张三' }).press('Enter')
    await page.getByLabel('Mobile number').uncheck()
    await page.getByRole('button', { name: 'Allow' }).press('Enter')
    await page.waitForURL(/code=[\w-]+&state=s1/)
    const code = new URL(page.url()).searchParams.get('code') ?? ''
    const { body } = await api(simulator, `auth/getuserinfo?code=${code}`)
    const detail = (await api(simulator, 'auth/getuserdetail', { user_ticket: body['user_ticket'] })).body
    expect(detail).toMatchObject({ userid: 'zhangsan', email: 'zhangsan@mail.example.com' })
    expect(detail).not.toHaveProperty('mobile')
  })
})

test('the console is one page with its own scripts and a strict policy', async () => {
  await using simulator = await startSimulator()
  const page = await call(simulator, '/__simulator/')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  for (const [, path] of page.text.matchAll(/(?:src|href)="(console\/[^"]+)"/g)) {
    expect((await call(simulator, `/__simulator/${path}`)).status).toBe(200)
  }
  expect((await call(simulator, '/__simulator/console/nothing.js')).status).toBe(400)
  expect((await call(simulator, '/__simulator/console/..%2findex.html')).status).toBe(400)
  for (const path of ['/', '/?from=bookmark', '/__simulator'])
    expect((await call(simulator, path)).headers.get('location')).toBe('/__simulator/')
})

test('the console has every text in both languages and none too many', async () => {
  const folder = new URL('../../src/console/client/', import.meta.url)
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
  const files = readdirSync(folder).filter((name) => name !== 'texts.js')
  const sources = files.map(read).join('\n')
  const entries = [...read('texts.js').matchAll(/^ {2}(\w+): \[\s*(['"]).+?\2,\s*(['"]).+?\3,?\s*\],$/gms)]
  const keys = entries.map(([, key = '']) => key)
  expect(keys.length).toBeGreaterThan(100)
  expect(
    keys.filter((key) => !new RegExp(`['"\`]${key}['"\`]|(?:status|approval)\\$`).test(sources)),
  ).toEqual([])
  const asked = [...sources.matchAll(/\bt\('(\w+)'\)/g)].map(([, key = '']) => key)
  expect(asked.filter((key) => !keys.includes(key))).toEqual([])
})

test('every setting of the console says what it is about', async () => {
  await using simulator = await startSimulator()
  const labels = readFileSync(new URL('../../src/console/client/labels.js', import.meta.url), 'utf8')
  const paths = Object.entries(simulator.settings.get()).flatMap(([name, value]) =>
    isRecord(value) ? Object.keys(value).map((part) => `${name}.${part}`) : [name],
  )
  expect(paths.filter((path) => !new RegExp(`^ {2}'?${path}'?: \\[`, 'm').test(labels))).toEqual([])
})
