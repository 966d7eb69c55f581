import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, startChromium } from 'test-support/chromium'
import { type Simulator, startSimulator } from '../../src/index.ts'
import { clicksOfJobs } from '../clicks-of-jobs.ts'
import { credentials, startReceiver } from '../receiver.ts'
import { api, call, patient, tokenOf } from '../support.ts'

/** Does things on the page and counts them: a choice in a list is a click, typing is none. */
class Hand {
  clicks = 0
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async click(name: string, role: 'button' | 'link' = 'button'): Promise<void> {
    this.clicks += 1
    await this.page.getByRole(role, { name, exact: true }).first().click()
  }

  async choose(list: Locator, option: string): Promise<void> {
    this.clicks += 1
    await list.selectOption(option)
  }
}

interface Job {
  name: keyof typeof clicksOfJobs
  before?: (simulator: Simulator) => Promise<unknown>
  work: (hand: Hand, simulator: Simulator) => Promise<void>
  /** True once it is done. */
  done: (simulator: Simulator, page: Page) => unknown
}

const login = '/wwlogin/sso/login'

const jobs: readonly Job[] = [
  {
    name: 'kill live tokens',
    before: (simulator) => tokenOf(simulator),
    async work(hand) {
      await hand.click('Apps', 'link')
      await hand.click('Kill live tokens')
    },
    done: (simulator) => simulator.tokens.list().every(({ status }) => status === 'revoked'),
  },
  {
    name: 'order a fault',
    async work(hand) {
      await hand.click('Faults and stubs', 'link')
      await hand.click('Add')
    },
    done: (simulator) => simulator.faults.list().length === 1,
  },
  {
    name: 'move a member',
    async work(hand) {
      await hand.click('Members', 'link')
      await hand.click('Edit zhangsan')
      await hand.choose(hand.page.getByRole('dialog').getByLabel('Departments'), '前端组 (3)')
      await hand.click('Save')
    },
    done: (simulator) => simulator.contacts.user('zhangsan')?.department.join() === '3',
  },
  {
    name: 'disable a member',
    async work(hand) {
      await hand.click('Members', 'link')
      await hand.click('Disable zhangsan')
    },
    done: (simulator) => simulator.contacts.user('zhangsan')?.status === 2,
  },
  {
    name: 'push an event',
    async work(hand) {
      await hand.click('Callbacks', 'link')
      await hand.click('Push an event')
    },
    done: (simulator) => simulator.callbacks.deliveries().length === 1,
  },
  {
    name: 'read a message',
    before: (simulator) => api(simulator, 'message/send', message),
    async work(hand) {
      await hand.click('Messages', 'link')
      hand.clicks += 1
      await hand.page.getByRole('button', { name: /#1$/ }).click()
    },
    done: (_simulator, page) => page.getByText('"delivered"').isVisible(),
  },
  {
    name: 'move the clock',
    async work(hand) {
      await hand.click('Clock and settings', 'link')
      await hand.click('Advance 2 hours')
    },
    done: (simulator) => simulator.clock.now() - Date.now() > 7_000_000,
  },
  {
    name: 'slow everything down',
    async work(hand) {
      await hand.click('Clock and settings', 'link')
      await hand.page.getByLabel('latencyMs', { exact: true }).fill('300')
      await hand.page.keyboard.press('Tab')
    },
    done: (simulator) => simulator.settings.get().latencyMs === 300,
  },
  {
    name: 'see why a login failed',
    before: (simulator) =>
      call(
        simulator,
        `${login}?appid=${simulator.corp.id}&agentid=1000002&redirect_uri=http://evil.example/`,
      ),
    work: () => Promise.resolve(),
    done: (_simulator, page) =>
      page
        .getByText(/redirect_uri is not on a trusted domain/)
        .first()
        .isVisible(),
  },
  {
    name: 'reset',
    before: (simulator) => simulator.contacts.deleteUser('lisi'),
    async work(hand) {
      hand.page.once('dialog', (dialog) => {
        hand.clicks += 1
        void dialog.accept()
      })
      await hand.click('Reset to the seed')
    },
    done: (simulator) => simulator.contacts.user('lisi') !== undefined,
  },
]

const message = { touser: 'zhangsan', agentid: 1_000_002, msgtype: 'text', text: { content: '早上好' } }

describe.skipIf(!hasChromium)('a job in the console', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(() => browser.close())

  test.each(jobs)(
    '$name takes as many clicks from its first page as the README says',
    async ({ before, done, name, work }) => {
      await using receiver = await startReceiver()
      await using simulator = await startSimulator()
      await simulator.callbacks.register({ app: 'contacts-sync', url: receiver.url, ...credentials })
      await before?.(simulator)
      await using page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 800 } })
      page.setDefaultTimeout(8000)
      await page.goto(`${simulator.url}/__simulator/`)
      await page.locator('main[aria-busy="false"] section').first().waitFor()
      const hand = new Hand(page)
      await work(hand, simulator)
      await expect.poll(() => done(simulator, page), patient).toBe(true)
      expect(hand.clicks).toBe(clicksOfJobs[name])
    },
  )
})
