import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

function find(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const executablePath = find()

/** Whether the tests in a browser can run; says so loudly when not. */
export const hasChromium: boolean = executablePath !== undefined
if (!hasChromium && process.env['REQUIRE_SERVICES'] === '1') throw new Error('chromium is not on the PATH')
if (!hasChromium) process.stdout.write('SKIPPED: tests in a browser, chromium is not on the PATH\n')

/** Starts a browser that talks to nobody but the page. */
export function startChromium(more: readonly string[] = []): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ]
  return chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) })
}
