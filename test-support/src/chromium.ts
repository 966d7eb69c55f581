import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { findProgram } from './find-program.ts'

const executablePath = findProgram(
  'tests in a browser do not run',
  'chromium',
  'chromium-browser',
  'google-chrome',
)

/** Whether tests in a browser can run. Without a browser one line says that they are skipped. */
export const hasChromium: boolean = executablePath !== undefined

/** Starts a browser without a window that talks to nobody but the page. */
export function startChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ ...executable, args: [...quiet, ...more] })
}

/** The same on a profile that exists already; closing the context ends the browser. */
export function startChromiumOn(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { ...executable, args: [...quiet] })
}

const executable = executablePath === undefined ? {} : { executablePath }
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
