import helmet from 'helmet'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findProgram } from 'test-support/find-program'
import { freePort } from 'test-support/free-port'
import { startNginx } from 'test-support/nginx'
import type { WecomSSOOptions } from '../src/options/options.ts'
import { leadsToWecom, sessionName } from './support/attacks.ts'
import { publicOrigin, startApp, startWecom, type TestApp, type Wecom } from './support/test-app.ts'
import { atWecom, navigation, Visitor } from './support/visitor.ts'

const nginx = findProgram('tests behind nginx do not run', 'nginx')

// nginx reads the head of an answer into 4 kB by default and answers 502 beyond. Helmet's headers take 1.1 kB of them, and
// an app has cookies of its own.
describe.runIf(nginx !== undefined)('behind nginx with its default buffers, with helmet', () => {
  let wecom: Wecom
  beforeAll(async () => {
    wecom = await startWecom()
  })
  afterAll(async () => {
    await wecom.client.close()
    await wecom.simulator.close()
  })

  async function behindNginx(
    options: Partial<WecomSSOOptions> = {},
  ): Promise<{ app: TestApp; visitor: Visitor }> {
    const app = await startApp({
      sso: { client: wecom.client, ...options },
      before: (server) =>
        void server.use(helmet(), (_request, response, next) => {
          response.setHeader('Set-Cookie', `app=${'x'.repeat(300)}; Path=/`)
          next()
        }),
    })
    const port = await freePort()
    const upstreams = [Number(new URL(app.origin).port)]
    const proxy = await startNginx({ nginx: nginx ?? '', port, upstreams })
    onTestFinished(async () => {
      await proxy[Symbol.asyncDispose]()
      await app.close()
    })
    const origin = new URL(options.baseUrl ?? publicOrigin).origin
    return { app, visitor: new Visitor(`http://127.0.0.1:${port}`, origin, navigation) }
  }

  const lengths = [400, 900, 1000, 1100, 1300, 1700, 2000, 2040, 5000]
  const pages = lengths.flatMap((length) => [
    `/private?q=${'a'.repeat(length)}`,
    `/private?q=${'%E4%BD%A0'.repeat(length / 9)}`,
    `/private?${'a=b&'.repeat(length / 4)}`,
  ])

  it.each<[string, Partial<WecomSSOOptions>]>([
    ['a callback of our own', {}],
    ['the page as its own callback', { callbackPath: false }],
    ['a base path', { baseUrl: `${publicOrigin}/oa` }],
    ['https', { baseUrl: 'https://localhost:8443' }],
    ['strict cookies', { session: { cookie: { sameSite: 'strict' } } }],
  ])('the way to WeCom and back with pages of every length: %s', async (_what, options) => {
    const { app, visitor } = await behindNginx(options)
    for (const page of pages) {
      // What other tabs left, a session that no longer opens, and what a sibling host planted.
      const name = sessionName(app.sso)
      const more = `; Path=/${name.startsWith('__Host-') ? '; Secure' : ''}`
      await visitor.plant(`${name}=stale${more}`)
      for (let flow = 0; flow < 12; flow += 1)
        await visitor.plant(`${name}_login_${String(flow).padStart(20, '0')}=x${more}`)
      const asked = await visitor.get(page)
      expect([page.length, asked.status]).not.toEqual([page.length, 502])
      const back = await visitor.get(await atWecom(wecomAddress(asked), 'simulate_user=zhangsan'))
      expect([page.length, back.status]).not.toEqual([page.length, 502])
      expect([200, 302]).toContain(back.status)
      expect((await visitor.get('/wecom/logout', { method: 'POST' })).status).toBe(303)
      visitor.jar.removeAllCookiesSync()
    }
  })

  it.each([
    ['http', publicOrigin],
    ['https', 'https://localhost:8443'],
  ])('the largest session beside everything else an answer can carry: %s', async (_what, baseUrl) => {
    const { app, visitor } = await behindNginx({
      baseUrl,
      onLogin: async (_user, request, response) => {
        for (let size = 2000; size > 0; size -= 10) {
          try {
            await app.sso.setSessionData(request, response, { text: 'x'.repeat(size) })
            return
          } catch {
            // A little less, then.
          }
        }
      },
    })
    // Signed out a moment ago, so that this cookie goes too.
    await visitor.get('/wecom/logout', { method: 'POST' })
    const target = `/private?q=${'a'.repeat(240)}`
    const asked = await visitor.get(`/wecom/login?returnTo=${encodeURIComponent(target)}`)
    const back = await visitor.get(await atWecom(wecomAddress(asked), 'simulate_user=zhangsan'))
    expect([200, 302]).toContain(back.status)
    expect((await visitor.get(target)).status).toBe(200)
  })
})

/** Where an answer leads: by a redirect, or by a page where the address is too long for one. */
function wecomAddress({ location, body }: { location: string | undefined; body: string }): string {
  const address = location ?? /href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&#38;', '&') ?? ''
  expect(leadsToWecom(address)).toBe(true)
  return address
}
