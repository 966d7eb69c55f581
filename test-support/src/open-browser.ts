import type { BrowserContextOptions, Page } from 'playwright-core'
import { startChromium } from './chromium.ts'

/** One visitor with a fresh profile. */
export interface Visit extends AsyncDisposable {
  readonly page: Page
  /** What went wrong in the page: console errors and warnings, script errors, requests that left this machine. */
  complaints(): readonly string[]
}

/** A running browser. */
export interface OpenBrowser extends AsyncDisposable {
  visit(options?: BrowserContextOptions): Promise<Visit>
}

/** Starts the Chromium of the machine without a window. */
export async function openBrowser(): Promise<OpenBrowser> {
  const browser = await startChromium()
  return {
    visit: async (options = {}) => {
      const context = await browser.newContext({ locale: 'zh-CN', ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      return {
        page,
        complaints: collectComplaints(page),
        [Symbol.asyncDispose]: () => context.close(),
      }
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

function collectComplaints(page: Page): () => readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    const local = ['127.0.0.1', 'localhost'].includes(hostname) || ['data:', 'blob:'].includes(protocol)
    if (!local) complaints.push(`request: ${request.url()}`)
  })
  return () => complaints
}
