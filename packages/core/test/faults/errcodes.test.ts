import { expect, it } from 'vitest'
import { canaries } from '../support/canaries.ts'
import { describeFaults, tokenPath, updatePath, userAnswer, userPath } from '../support/fault-bench.ts'
import { errcode, json, later, tokenAnswer } from '../support/fault-modes.ts'

const busy = errcode(-1, 'system busy')

describeFaults('errcodes', ({ open, failure }) => {
  it('F37 errcode -1 twice: a read succeeds after backoff from 500 ms', async () => {
    const { server, read, reads, time } = await open()
    server.on(userPath, busy, busy, userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(3)
    expect(time.sleeps).toEqual([250, 500])
  })

  it('F37 errcode -1 always: 1 + 3 requests, as WeCom asks; a write fails at once', async () => {
    const { server, read, reads, write, writes } = await open()
    server.on(userPath, busy)
    server.on(updatePath, busy)
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_API', errcode: -1, attempts: 4 })
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_API', errcode: -1, attempts: 1 })
    expect([reads(), writes()]).toEqual([4, 1])
  })

  it('F37 errcode -1 on an idempotent POST and on a message with duplicate check: repeated', async () => {
    const { server, wecom } = await open()
    const sendPath = '/cgi-bin/message/send'
    const message = { touser: 'a', msgtype: 'text', text: { content: 'x' } } as const
    server.on(sendPath, busy, json({ errcode: 0, msgid: 'm' }))
    await expect(wecom.messages.send({ ...message, enable_duplicate_check: 1 })).resolves.toEqual({
      msgid: 'm',
    })
    expect(server.count(sendPath)).toBe(2)
    server.on(sendPath, busy)
    expect(await failure(wecom.messages.send(message))).toMatchObject({ errcode: -1, attempts: 1 })
    expect(server.count(sendPath)).toBe(3)
  })

  it('F37 errcode 6000 is a refusal: a write is repeated too', async () => {
    const { server, write, writes } = await open()
    server.on(updatePath, errcode(6000), errcode(6000), json({ errcode: 0 }))
    await write()
    expect(writes()).toBe(3)
    server.on(updatePath, errcode(6000))
    expect(await failure(write())).toMatchObject({ errcode: 6000, attempts: 3 })
  })

  it.each([45009, 45011])('F38 %d on an API call: RateLimitError at once, nothing repeated', async (code) => {
    const { server, read, reads, write, writes, tokens } = await open()
    server.on(userPath, errcode(code))
    server.on(updatePath, errcode(code))
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_RATE_LIMIT', errcode: code, attempts: 1 })
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_RATE_LIMIT', attempts: 1 })
    expect([reads(), writes(), tokens()]).toEqual([1, 1, 1])
  })

  it('F38 45009 on gettoken: the same error for 60 s, then one more try', async () => {
    const { server, wecom, tokens, time } = await open()
    server.on(tokenPath, errcode(45009), tokenAnswer(canaries.token))
    const first = await failure(wecom.auth.token())
    expect(first).toMatchObject({ code: 'ERR_WECOM_RATE_LIMIT', errcode: 45009, attempts: 1 })
    time.advance(59_000)
    expect(await failure(wecom.auth.token())).toBe(first)
    expect([tokens(), wecom.auth.state().status]).toEqual([1, 'cooling-down'])
    time.advance(2_000)
    await expect(wecom.auth.token()).resolves.toBe(canaries.token)
    expect(tokens()).toBe(2)
  })

  it('F39 45033: repeated from 1 s on, and fewer at once afterwards', async () => {
    const { server, wecom, read, reads, write, writes, time } = await open({ maxConcurrency: 4 })
    await wecom.auth.token()
    server.on(userPath, errcode(45033), errcode(45033), userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(time.sleeps).toEqual([500, 1000])
    server.on(updatePath, errcode(45033))
    expect(await failure(write())).toMatchObject({
      code: 'ERR_WECOM_RATE_LIMIT',
      errcode: 45033,
      attempts: 3,
    })
    expect([reads(), writes()]).toEqual([3, 3])
    let underWay = 0
    let most = 0
    server.on('/cgi-bin/user/list', (socket, request) => {
      underWay += 1
      most = Math.max(most, underWay)
      setTimeout(() => {
        underWay -= 1
        json({ errcode: 0, userlist: [] })(socket, request)
      }, 10)
    })
    await Promise.all([1, 2, 3, 4].map((id) => wecom.users.list(id)))
    expect(most).toBeLessThan(4)
  })

  it('F39 45033 on gettoken delays, it does not cool down', async () => {
    const { server, wecom, tokens } = await open()
    server.on(tokenPath, errcode(45033))
    expect(await failure(wecom.auth.token())).toMatchObject({ code: 'ERR_WECOM_RATE_LIMIT', attempts: 3 })
    expect(wecom.auth.state().status).toBe('empty')
    server.on(tokenPath, tokenAnswer(canaries.token))
    await expect(wecom.auth.token()).resolves.toBe(canaries.token)
    expect(tokens()).toBe(4)
  })

  it.each([42001, 40014])('F40 %d once: one refresh, one replay, also for a write', async (code) => {
    const { server, read, reads, write, writes, tokens, events } = await open()
    server.on(userPath, errcode(code), userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect([reads(), tokens()]).toEqual([2, 2])
    server.on(updatePath, errcode(code), json({ errcode: 0 }))
    await write()
    expect([writes(), tokens()]).toEqual([2, 3])
    expect(
      server.requests.map(({ query }) => query.get('access_token')).filter((token) => token !== null),
    ).toEqual([canaries.token, canaries.secondToken, canaries.secondToken, canaries.secondToken])
    expect(events).toContainEqual({ type: 'token.invalidated', kind: 'app', errcode: code })
  })

  it('F40 a refused token that gettoken gives again is trusted once more', async () => {
    const { server, read, reads, tokens, wecom } = await open()
    server.on(tokenPath, tokenAnswer(canaries.token))
    server.on(userPath, errcode(42001), userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect([reads(), tokens(), wecom.auth.state().status]).toEqual([2, 2, 'fresh'])
  })

  it('F40 … and a real revocation right after it is replayed like any other', async () => {
    const { server, read, tokens } = await open()
    server.on(tokenPath, tokenAnswer(canaries.token))
    server.on(userPath, errcode(42001), userAnswer)
    await read()
    server.on(tokenPath, tokenAnswer(canaries.secondToken))
    server.on(userPath, (socket, request) => {
      const dead = request.query.get('access_token') === canaries.token
      ;(dead ? errcode(42001) : userAnswer)(socket, request)
    })
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(tokens()).toBe(3)
  })

  it('F41 42001 always, same token given again: no loop, and ever longer pauses between refreshes', async () => {
    const { server, read, reads, tokens, time } = await open()
    server.on(tokenPath, tokenAnswer(canaries.token))
    server.on(userPath, errcode(42001))
    expect(await failure(read())).toMatchObject({
      code: 'ERR_WECOM_AUTH',
      reason: 'token-rejected',
      errcode: 42001,
      attempts: 4,
    })
    expect([reads(), tokens()]).toEqual([4, 3])
    for (let call = 0; call < 100; call += 1) await failure(read())
    const elapsedMs = time.sleeps.reduce((sum, ms) => sum + ms, 0)
    expect(tokens()).toBeLessThanOrEqual(10 + elapsedMs / 10_000)
  })

  it('F41 a call that is always refused takes no other call down', async () => {
    const { server, read, write, tokens } = await open()
    server.on(tokenPath, tokenAnswer(canaries.token))
    server.on(userPath, userAnswer)
    server.on(updatePath, errcode(40014))
    for (let round = 0; round < 10; round += 1) {
      expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_AUTH', reason: 'token-rejected' })
      await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    }
    expect(tokens()).toBeLessThanOrEqual(20)
  })

  it('F41 42001 always, another token each time: two replays, no loop', async () => {
    const { server, read, reads, tokens } = await open()
    let issued = 0
    server.on(tokenPath, (socket, request) => tokenAnswer(`CANARYtoken${(issued += 1)}`)(socket, request))
    server.on(userPath, errcode(40014))
    expect(await failure(read())).toMatchObject({
      code: 'ERR_WECOM_AUTH',
      reason: 'token-rejected',
      attempts: 3,
    })
    expect([reads(), tokens()]).toEqual([3, 3])
  })

  it.each([42001, 40014])(
    'F42 200 × %d staggered over 2 s: 200 succeed with one gettoken more',
    async (code) => {
      const { server, wecom, tokens, reads } = await open({ maxConcurrency: 200 })
      await wecom.auth.token()
      server.on(userPath, (socket, request) => {
        const revoked = request.query.get('access_token') === canaries.token
        const answer = revoked ? errcode(code) : userAnswer
        later(() => (revoked ? Math.random() * 2_000 : 0), answer)(socket, request)
      })
      const users = await Promise.all(Array.from({ length: 200 }, () => wecom.users.get('zhangsan')))
      expect(users).toHaveLength(200)
      expect([tokens(), reads()]).toEqual([2, 400])
    },
  )

  it.each([40001, 40013, 40091, 41002, 41004, 60020])(
    'F43 %d on gettoken, 1000 calls in a minute: 1 gettoken, the same typed error for all',
    async (code) => {
      const { server, wecom, tokens, reads, time } = await open()
      server.on(tokenPath, errcode(code, `invalid credential, secret ${canaries.secret}`))
      const errors = new Set<unknown>()
      for (let call = 0; call < 1000; call += 1) {
        errors.add(await wecom.users.get('zhangsan').catch((error: unknown) => error))
        time.advance(59)
      }
      expect(errors.size).toBe(1)
      const [error] = errors
      expect(await failure(Promise.reject(error))).toMatchObject({
        code: 'ERR_WECOM_AUTH',
        errcode: code,
        reason: code === 60020 ? 'ip-not-allowed' : 'credential',
        retryable: false,
        until: expect.any(Date),
      })
      expect([tokens(), reads()]).toEqual([1, 0])
      time.advance(2_000)
      await failure(wecom.auth.token())
      expect(tokens()).toBe(2)
      await failure(wecom.auth.refresh({ force: true }))
      expect(tokens()).toBe(3)
    },
  )

  it('F43 40001 on an API call neither refreshes nor repeats', async () => {
    const { server, read, reads, tokens, wecom } = await open()
    server.on(userPath, errcode(40001), userAnswer)
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_AUTH', reason: 'credential', attempts: 1 })
    expect([reads(), tokens(), wecom.auth.state().status]).toEqual([1, 1, 'fresh'])
  })

  it('F43 the ticket cache ends its cool-down with the token’s, so a fix works within a minute', async () => {
    const { server, wecom, time } = await open()
    server.on(tokenPath, errcode(40001), tokenAnswer(canaries.token))
    server.on('/cgi-bin/get_jsapi_ticket', json({ errcode: 0, ticket: canaries.ticket, expires_in: 7200 }))
    await failure(wecom.auth.token())
    time.advance(50_000)
    const error = await failure(wecom.jssdk.configSignature('https://oa.example.com/'))
    expect(error.message.match(/asks again after/g)).toHaveLength(1)
    time.advance(11_000)
    await expect(wecom.jssdk.configSignature('https://oa.example.com/')).resolves.toHaveProperty('signature')
  })

  it('F43 a cool-down lasts 60 s by the monotonic clock even when the wall clock is set back', async () => {
    const { server, wecom, time, tokens } = await open()
    server.on(tokenPath, errcode(40001), tokenAnswer(canaries.token))
    await failure(wecom.auth.token())
    time.advance(50_000)
    time.stepWallClock(-40_000)
    time.advance(11_000)
    await expect(wecom.auth.token()).resolves.toBe(canaries.token)
    expect(tokens()).toBe(2)
  })

  it('F44 a secret rotated at run time: a new key at once, one gettoken each', async () => {
    let secret: string = canaries.secret
    const { server, wecom, tokens } = await open({ secret: () => secret })
    server.on(tokenPath, (socket, request) => {
      const known = request.query.get('corpsecret') === canaries.otherSecret
      const answer = known ? tokenAnswer(canaries.token) : errcode(40001, canaries.secret)
      answer(socket, request)
    })
    for (let call = 0; call < 10; call += 1) await failure(wecom.users.get('zhangsan'))
    expect(tokens()).toBe(1)
    secret = canaries.otherSecret
    await Promise.all(Array.from({ length: 10 }, () => wecom.users.get('zhangsan')))
    expect(tokens()).toBe(2)
  })
})
