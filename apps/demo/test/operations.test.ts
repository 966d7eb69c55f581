import { Writable } from 'node:stream'
import { pino } from 'pino'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { Visitor } from 'test-support/visitor'
import { waitFor } from 'test-support/wait-for'
import { describe, expect, it } from 'vitest'
import { startDemo } from './support/start-demo.ts'

const token = 'metrics-token-0123456789'

describe('what operators look at', () => {
  it('is alive, and ready until it is about to stop', async () => {
    await using demo = await startDemo()
    const visitor = new Visitor(demo.url)
    expect(await (await visitor.fetch('healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await visitor.fetch('readyz')).json()).toEqual({ status: 'ok', redis: 'unused' })
    demo.drain()
    const draining = await visitor.fetch('readyz')
    expect([draining.status, await draining.json()]).toEqual([503, { status: 'draining', redis: 'unused' }])
    expect((await visitor.fetch('healthz')).status).toBe(200)
  })

  it('shows metrics to this machine, to nobody behind a proxy, and to whoever has the token', async () => {
    await using demo = await startDemo({ METRICS_TOKEN: token })
    const visitor = new Visitor(demo.url)
    await visitor.signIn('zhangsan')
    await visitor.fetch('people/zhangsan')
    const metrics = await (await visitor.fetch('metrics')).text()
    expect(metrics).toContain('demo_sign_ins_total{outcome="ok"} 1')
    expect(metrics).toMatch(
      /demo_wecom_call_duration_seconds_count\{path="\/cgi-bin\/gettoken",outcome="ok"\} 1/,
    )
    expect(metrics).toMatch(
      /demo_http_request_duration_seconds_count\{route="people",method="GET",status="200"\} 1/,
    )
    expect(metrics).not.toContain('zhangsan')
    const proxied = { 'x-forwarded-for': '203.0.113.9' }
    expect((await visitor.fetch('metrics', { headers: proxied })).status).toBe(403)
    const wrong = { ...proxied, authorization: 'Bearer metrics-token-9876543210' }
    expect((await visitor.fetch('metrics', { headers: wrong })).status).toBe(403)
    const right = { ...proxied, authorization: `Bearer ${token}` }
    expect((await visitor.fetch('metrics', { headers: right })).status).toBe(200)
  })

  it('opens the operations view to one department only, and shows failures by the id the visitor got', async () => {
    await using demo = await startDemo({ OPERATIONS_DEPARTMENT: '4' })
    const [visitor, outsider, stranger] = [
      new Visitor(demo.url),
      new Visitor(demo.url),
      new Visitor(demo.url),
    ]
    await visitor.signIn('zhangsan')
    await outsider.signIn('sunli')
    expect((await stranger.fetch('demo/operations')).status).toBe(401)
    expect((await outsider.fetch('demo/operations')).status).toBe(403)
    for (const path of ['/cgi-bin/user/get', '/cgi-bin/user/list']) {
      const body = { path, kind: 'errcode', errcode: 60020, times: 99 }
      await demo.wecom.control('faults', { method: 'POST', body })
    }
    const headers = { 'content-type': 'application/json', 'x-request-id': 'seen-by-the-visitor' }
    const body = JSON.stringify({ query: '{ user(id: "nobody-here") { name } }' })
    const failed = await visitor.fetch('graphql', { method: 'POST', headers, body })
    expect(failed.headers.get('x-request-id')).toBe('seen-by-the-visitor')
    const view: unknown = await (await visitor.fetch('demo/operations')).json()
    expect(view).toMatchObject({
      token: { status: 'fresh', refreshes: 1 },
      signIns: 2,
      failures: expect.arrayContaining([
        expect.objectContaining({ code: expect.stringContaining('60020'), requestId: 'seen-by-the-visitor' }),
      ]),
    })
    const shown = JSON.stringify(view)
    expect(shown).not.toContain(String(demo.wecom.environment['WECOM_APP_SECRET']))
  })

  it('counts a sign-in that failed, whoever was to blame, and no visitor who is not signed in', async () => {
    await using demo = await startDemo({ OPERATIONS_DEPARTMENT: '4' })
    const visitor = new Visitor(demo.url)
    const forged = await visitor.navigate('wecom/callback?code=forged&state=forged')
    expect(forged.status).toBeGreaterThanOrEqual(400)
    expect(forged.status).toBeLessThan(500)
    expect((await visitor.fetch('demo/operations')).status).toBe(401)
    await visitor.signIn('zhangsan')
    const view: unknown = await (await visitor.fetch('demo/operations')).json()
    expect(view).toMatchObject({ signIns: 1, failures: [{ where: 'sign-in', code: expect.any(String) }] })
    expect(await (await visitor.fetch('metrics')).text()).toContain('demo_sign_ins_total{outcome="failed"} 1')
  })

  it('logs every request with an id and its path, without codes, cookies and queries', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    await using demo = await startDemo({}, undefined, { logger: pino({}, stream) })
    const visitor = new Visitor(demo.url)
    await visitor.signIn('zhangsan')
    const log = await waitFor('the log of the sign-in', async () => {
      const text = lines.join('')
      return text.includes('"path":"/wecom/callback"') ? text : undefined
    })
    expect(log).toMatch(/"req":\{"id":"[\w-]{36}","method":"GET","path":"\/wecom\/callback"\}/)
    expect(log).not.toMatch(/code=|state=|cookie|__Host-|wecom_\d/i)
  })
})

describe.runIf(hasRedisServer())('with Redis', () => {
  it('is ready only while Redis answers', async () => {
    await using redis = await startRedisServer()
    await using demo = await startDemo({ REDIS_URL: redis.url })
    const ready = async (): Promise<number> => (await fetch(`${demo.url}/readyz`)).status
    expect(await ready()).toBe(200)
    await redis.stop()
    await waitFor('the demo to notice', async () => ((await ready()) === 503 ? true : undefined))
    await redis.start()
    await waitFor('the demo to recover', async () => ((await ready()) === 200 ? true : undefined))
  })
})
