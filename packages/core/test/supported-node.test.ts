import { expect, test } from 'vitest'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const entries = ['src/index.ts', 'src/testing/index.ts'].map((file) => join(import.meta.dirname, '..', file))

test.each(entries)(
  'below Node 22.19 %s says which Node it needs, before a dependency fails',
  async (entry) => {
    const message = await importUnder('20.20.2', entry)
    expect(message).toBe(
      '@wecom-kit/core needs Node 22.19 or newer, this is Node 20.20.2: install the current LTS from https://nodejs.org',
    )
  },
)

test.each(['22.19.0', '24.0.0', '26.1.0'])('is imported by Node %s', async (version) => {
  expect(await importUnder(version, entries[0]!)).toBe('imported')
})

async function importUnder(version: string, entry: string): Promise<string> {
  const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' })
    console.log(await import('${entry}').then(() => 'imported', (error) => error.message))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code])
  return stdout.trim()
}
