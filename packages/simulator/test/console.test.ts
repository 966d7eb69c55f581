import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { hasChromium, startChromium } from 'test-support/chromium'
import { credentials, startReceiver } from './receiver.ts'
import { api, call, patient, tokenOf } from './support.ts'

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
    await page.getByText('1 / 1 members').waitFor()
    await page.getByRole('button', { name: 'Edit zhangsan' }).click()
    await page.getByRole('dialog').getByLabel('Position').fill('架构师')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => simulator.contacts.user('zhangsan')?.position, patient).toBe('架构师')
    await page.getByRole('link', { name: 'Departments' }).click()
    await page.getByText('12 departments').waitFor()
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('法务部')
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
    await dialog.getByLabel('Departments').fill('77')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByRole('alert').getByText('there is no department 77').waitFor()
    await dialog.getByLabel('Departments').fill('4')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(simulator.contacts.user('zhangsan')?.department).toEqual([4])
  })

  test('says why settings are not saved', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#settings')
    await page.getByLabel('Clock and settings').fill('{"concurrency": 3,}')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').getByText('This is not JSON').waitFor()
    await page.getByLabel('Clock and settings').fill('{"concurrency": 3}')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').waitFor({ state: 'hidden' })
    expect(simulator.settings.get().concurrency).toBe(3)
  })

  test('leaves the focus where it was after an edit by keyboard', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator, '#members')
    await page.getByRole('button', { name: 'Edit zhangsan' }).press('Enter')
    await page.getByRole('dialog').getByLabel('Position').fill('架构师')
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
    await page.getByText('2 calls').waitFor()
    await call(simulator, '/cgi-bin/tag/list')
    await page.getByText('3 calls').waitFor()
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
    await page.getByLabel('Kind').selectOption('http')
    await page.getByLabel('Argument').fill('503')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('row').filter({ hasText: '503' }).waitFor()
    expect(simulator.faults.list()).toEqual([
      { id: 1, path: '/cgi-bin/gettoken', kind: 'http', status: 503, times: 1 },
    ])
    await page.getByLabel('Seed').fill('42')
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('Running: 0.2, Seed 42').waitFor()
    await page.getByRole('button', { name: 'Clear all faults' }).click()
    await expect.poll(() => simulator.faults.list(), patient).toEqual([])
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

  test('every control has a name and can be reached from the keyboard', async () => {
    await using simulator = await startSimulator()
    await using page = await open(simulator)
    for (const hash of [
      'calls',
      'apps',
      'members',
      'departments',
      'faults',
      'callbacks',
      'messages',
      'settings',
    ]) {
      await page.goto(`${simulator.url}/__simulator/#${hash}`)
      await page.locator(`nav a[aria-current][href="#${hash}"]`).waitFor()
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
  expect((await call(simulator, '/__simulator')).headers.get('location')).toBe('/__simulator/')
})

test('the console has every text in both languages and none too many', async () => {
  const folder = new URL('../src/console/client/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name !== 'texts.js')
  const sources = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  const [zh, en] = readFileSync(new URL('texts.js', folder), 'utf8')
    .split('const en =')
    .map((part) => [...part.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1] ?? ''))
  expect(zh).toEqual(en)
  expect(zh?.filter((key) => !new RegExp(`['"\`]${key}['"\`]`).test(sources))).toEqual([])
})
