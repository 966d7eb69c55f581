import { request as httpRequest } from 'node:http'
import { describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { call } from './support.ts'

/** What a client with these headers is answered; fetch would not let Host and Origin be chosen. */
async function answerTo(
  simulator: Simulator,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(simulator.url + path, { method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    request.on('error', reject)
    request.end()
  })
}

describe('the name a request is addressed to', () => {
  const paths = ['/', '/cgi-bin/gettoken', '/connect/oauth2/authorize', '/wwlogin/sso/login']
  const ours = ['/__simulator', '/__simulator/', '/__simulator/state', '/__simulator/console/main.js']

  test.each([...paths, ...ours])('%s is refused under a name that is not the own one', async (path) => {
    await using simulator = await startSimulator()
    const { status, text } = await answerTo(simulator, path, { host: 'rebound.example:4700' })
    expect({ status, text }).toEqual({ status: 403, text: expect.stringContaining('--allow-host') })
    expect(simulator.journal.count()).toBe(0)
  })

  test('may be one that was allowed, a loopback name or an IP address', async () => {
    await using simulator = await startSimulator({ allowHosts: ['Simulator', 'wecom.example'] })
    for (const host of ['simulator:4700', 'wecom.example', 'localhost', '127.0.0.1:1', '[::1]:4700'])
      expect(await answerTo(simulator, '/__simulator/state', { host })).toMatchObject({ status: 200 })
    expect(await answerTo(simulator, '/cgi-bin/gettoken', { host: 'simulator:4700' })).toMatchObject({
      status: 200,
    })
  })

  test.each(['http://simulator', 'simulator:4700', '*.example', ''])(
    'cannot be allowed as %j',
    async (name) => {
      await expect(startSimulator({ allowHosts: [name] })).rejects.toThrow(
        'allowHosts[0]: expected a host name',
      )
    },
  )
})

describe('the page a request comes from', () => {
  const switches: readonly [method: string, path: string][] = [
    ['POST', 'reset'],
    ['POST', 'users'],
    ['DELETE', 'journal'],
    ['GET', 'state'],
    ['GET', 'events'],
    ['GET', 'unknown'],
  ]

  test.each(switches)('%s %s is refused to pages of other origins', async (method, path) => {
    await using simulator = await startSimulator()
    for (const headers of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const { status, text } = await answerTo(simulator, `/__simulator/${path}`, headers, method)
      expect({ status, text }).toEqual({ status: 403, text: expect.stringContaining('another origin') })
    }
  })

  test('may be any for the console itself, which cannot be framed', async () => {
    await using simulator = await startSimulator()
    expect(await answerTo(simulator, '/__simulator/', { 'sec-fetch-site': 'cross-site' })).toMatchObject({
      status: 200,
    })
    const { headers } = await call(simulator, '/__simulator/')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})
