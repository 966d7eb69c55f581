import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { findTool } from 'test-support/find-program'
import { startDemo } from '../support/start-demo.ts'
import { Visitor } from 'test-support/visitor'

const run = promisify(execFile)
const bash = findTool("the README's curl lines run in it", 'bash')
const curl = findTool("the README's curl lines need it", 'curl')

/** Runs the README's shell block that contains `mark`, with the demo's address in place of the printed one. */
async function runBlock(mark: string, url: string, page = '../../README.md'): Promise<string> {
  const readme = await readFile(new URL(page, import.meta.url), 'utf8')
  const block = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].find(([, script]) =>
    script?.includes(mark),
  )?.[1]
  if (block === undefined) throw new Error(`the README has no shell block with ${mark}`)
  const { stdout } = await run(bash ?? '', [
    '-euo',
    'pipefail',
    '-c',
    block.replaceAll('http://localhost:3000', url),
  ])
  return stdout
}

describe.runIf(bash !== undefined && curl !== undefined)('the curl lines of the README, as printed', () => {
  it('sign in with a cookie jar and ask GraphQL', async () => {
    await using demo = await startDemo()
    const output = await runBlock('/wecom/login?', demo.url)
    expect(output).toContain(`302 ${demo.url}/\n`)
    expect(output).toContain('"name":"张三"')
    expect(await demo.wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('sign in through the REST routes with code and state', async () => {
    await using demo = await startDemo()
    const output = await runBlock('/api/wecom/loginUrl', demo.url)
    expect(output).toMatch(/"code":0,"message":"success","data":\{.*"userid":"zhangsan"/)
    expect(output).toContain('{"code":0,"message":"success","data":{"authorized":true}}')
  })

  it('sign in through the REST routes as the page of the middleware prints it', async () => {
    await using demo = await startDemo()
    const page = '../../../../packages/express-middleware/README.md'
    const output = await runBlock('/api/wecom/loginUrl', demo.url, page)
    expect(output).toContain('"userid":"zhangsan"')
    expect(output).toContain('"authorized":true')
  })

  it('refuse a code without state', async () => {
    await using demo = await startDemo()
    const answer: unknown = JSON.parse(await runBlock('"your_auth_code"', demo.url))
    expect(answer).toEqual({ code: expect.any(Number), message: expect.any(String), data: null })
    expect(await demo.wecom.calls()).toBe(0)
  })
})

describe('the curl lines people copy from older guides, unchanged', () => {
  it('get 400 or 401 as {code, message, data} and cause no call', async () => {
    await using demo = await startDemo()
    const stranger = new Visitor(demo.url)
    const exchange = await stranger.post('api/wecom/getUserInfo', { code: 'your_auth_code' })
    const verify = await stranger.fetch('api/wecom/verify/user123')
    for (const response of [exchange, verify]) {
      expect([400, 401]).toContain(response.status)
      const body: unknown = await response.json()
      expect(body).toEqual({ code: expect.any(Number), message: expect.any(String), data: null })
      expect(body).not.toMatchObject({ code: 0 })
    }
    expect(await demo.wecom.calls()).toBe(0)
  })
})
