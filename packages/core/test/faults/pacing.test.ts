import { Dispatcher } from 'undici'
import { expect, it } from 'vitest'
import { canaries } from '../support/canaries.ts'
import { describeFaults, tokenPath, updatePath, userAnswer, userPath } from '../support/fault-bench.ts'
import { json, statusOnly } from '../support/fault-modes.ts'
import { idleController } from '../support/idle-controller.ts'

/** Answers every path but gettoken with 500, without sockets: a minute's outage in milliseconds. */
class OutageDispatcher extends Dispatcher {
  sent = 0
  over = false
  override dispatch({ path }: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const controller = idleController()
    const isToken = path.startsWith(tokenPath)
    if (!isToken) this.sent += 1
    const token = { errcode: 0, access_token: canaries.token, expires_in: 7200 }
    const answer = isToken ? token : { errcode: 0, userid: 'zhangsan' }
    queueMicrotask(() => {
      handler.onRequestStart?.(controller, {})
      handler.onResponseStart?.(controller, isToken || this.over ? 200 : 500, {})
      handler.onResponseData?.(controller, Buffer.from(JSON.stringify(answer)))
      handler.onResponseEnd?.(controller, {})
    })
    return true
  }
}

describeFaults('pacing', ({ open, failure }) => {
  // Deviation: the table says Retry-After 0 means now. The formula of the retry section, max(retryAfter, backoff),
  // wins: at once is what a server in trouble needs least.
  it.each([
    ['0', [100, 200], 3],
    ['2', [2_100, 2_100], 3],
    ['Fri, 01 Jan 2016 00:00:00 GMT', [100, 200], 3],
    ['abc', [100, 200], 3],
    ['-5', [100, 200], 3],
    ['1.5', [100, 200], 3],
    ['', [100, 200], 3],
  ])('F68 429 with Retry-After "%s" waits %j', async (header, expected, requests) => {
    const { server, write, writes, time } = await open()
    server.on(updatePath, statusOnly(429, { 'retry-after': header }))
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_HTTP', status: 429, attempts: requests })
    expect(time.sleeps.map(Math.round)).toEqual(expected)
    expect(writes()).toBe(requests)
  })

  it('F68 Retry-After 3600 does not fit the deadline: fail now and say how long', async () => {
    const { server, read, reads, time } = await open()
    server.on(userPath, statusOnly(429, { 'retry-after': '3600' }))
    expect(await failure(read())).toMatchObject({ status: 429, attempts: 1, retryAfterMs: 3_600_000 })
    expect([reads(), time.sleeps.length]).toEqual([1, 0])
  })

  it('F68 a date 10 s ahead is waited for', async () => {
    const { server, read, reads, time } = await open()
    const startedAt = Date.now()
    const date = new Date(startedAt + 10_000).toUTCString()
    server.on(userPath, statusOnly(503, { 'retry-after': date }), userAnswer)
    await read()
    expect(reads()).toBe(2)
    // The header's date has no milliseconds, and what passed until it was read is not waited for again.
    expect(time.sleeps[0]).toBeGreaterThanOrEqual(9_000 - (Date.now() - startedAt))
    expect(time.sleeps[0]).toBeLessThan(11_000)
  })

  it('F68 503 with Retry-After was refused before it ran: a write is repeated', async () => {
    const { server, write, writes } = await open()
    server.on(updatePath, statusOnly(503, { 'retry-after': '1' }), json({ errcode: 0 }))
    await write()
    expect(writes()).toBe(2)
  })

  it('F69 everything fails for 60 s at 50 calls a second: at most 1.25 requests per call', async () => {
    const dispatcher = new OutageDispatcher()
    const { wecom, time } = await open({ dispatcher })
    const calls = 3000
    for (let call = 0; call < calls; call += 1) {
      await wecom.users.get('zhangsan').catch(() => {})
      time.advance(20)
    }
    expect(dispatcher.sent).toBeGreaterThan(calls)
    expect(dispatcher.sent).toBeLessThanOrEqual(calls * 1.25)
    dispatcher.over = true
    for (let call = 0; call < 200; call += 1) await wecom.users.get('zhangsan')
    dispatcher.over = false
    const before = dispatcher.sent
    await failure(wecom.users.get('zhangsan'))
    expect(dispatcher.sent - before).toBe(3)
  })

  const listPath = '/cgi-bin/user/list_id'
  const page = (cursor: unknown, ...ids: string[]) =>
    json({ errcode: 0, next_cursor: cursor, dept_user: ids.map((userid) => ({ userid, department: 1 })) })

  it.each([
    ['the cursor it was asked with', [page('a'), page('a')], 2],
    ['cursors in a circle', [page('a'), page('b'), page('c'), page('a')], 4],
  ])('F70 WeCom answers %s: an error instead of an endless loop', async (_case, pages, requests) => {
    const { server, wecom } = await open()
    server.on(listPath, ...pages)
    expect(await failure(wecom.users.listIds().toArray())).toMatchObject({
      code: 'ERR_WECOM_INVALID_RESPONSE',
      reason: 'schema',
    })
    expect(server.count(listPath)).toBe(requests)
  })

  it('F70 an empty page with a cursor goes on', async () => {
    const { server, wecom } = await open()
    server.on(listPath, page('a'), page('b', 'x'), page('', 'y'))
    await expect(wecom.users.listIds().toArray()).resolves.toHaveLength(2)
    expect(server.count(listPath)).toBe(3)
  })

  it.each([null, '', undefined])('F70 next_cursor %j ends', async (cursor) => {
    const { server, wecom } = await open()
    server.on(listPath, page(cursor, 'x'))
    await expect(wecom.users.listIds().toArray()).resolves.toHaveLength(1)
    expect(server.count(listPath)).toBe(1)
  })

  it('F70 a page without its list is refused', async () => {
    const { server, wecom } = await open()
    server.on(listPath, json({ errcode: 0, next_cursor: '' }))
    expect(await failure(wecom.users.listIds().toArray())).toMatchObject({ reason: 'schema' })
  })

  it.each([
    ['with a query', `https://qyapi.weixin.qq.com/?access_token=${canaries.token}`],
    ['with a path', 'https://qyapi.weixin.qq.com/cgi-bin'],
    ['with a fragment', `https://qyapi.weixin.qq.com/#${canaries.token}`],
    ['with user and password', `https://user:${canaries.secret}@qyapi.weixin.qq.com`],
    ['with a password only', `https://:${canaries.secret}@qyapi.weixin.qq.com`],
    ['without https', 'http://qyapi.weixin.qq.com'],
    ['that only looks like loopback', 'http://127.0.0.1.example.com'],
    ['of another scheme', 'ftp://qyapi.weixin.qq.com'],
    ['without a scheme', 'qyapi.weixin.qq.com'],
    ['that is empty', ''],
  ])('F71 a baseUrl %s is refused at construction', async (_case, baseUrl) => {
    for (const option of ['baseUrl', 'authorizeBaseUrl', 'loginBaseUrl']) {
      const error = await failure(open({ [option]: baseUrl }))
      expect(error).toMatchObject({ code: 'ERR_WECOM_CONFIG', message: expect.stringContaining(option) })
    }
  })
})
