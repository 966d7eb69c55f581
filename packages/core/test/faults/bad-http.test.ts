import { gzipSync } from 'node:zlib'
import { Agent } from 'undici'
import { expect, it } from 'vitest'
import { canaries } from '../support/canaries.ts'
import { describeFaults, tokenPath, updatePath, userAnswer, userPath } from '../support/fault-bench.ts'
import { body, head, json, raw, statusOnly } from '../support/fault-modes.ts'
import { startFaultServer, type FaultMode } from '../support/fault-server.ts'

const jsonType = { 'content-type': 'application/json' }
// 8.12.4 gives its parser's errors no code; HPE_ is what it means to give.
const parserError = /^(HTTPParserError$|HPE_)/
const good = '{"errcode":0,"errmsg":"ok","userid":"zhangsan"}'

describeFaults('broken HTTP', ({ open, failure }) => {
  it('F15 no length, connection closed, JSON cut: a read is repeated once', async () => {
    const { server, read, reads, write, writes } = await open()
    const cut = raw(`${head({ ...jsonType, connection: 'close' })}{"errcode":0,"userid":"zha`, 'fin')
    server.on(userPath, cut, userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(2)
    server.on(userPath, cut)
    expect(await failure(read())).toMatchObject({
      code: 'ERR_WECOM_INVALID_RESPONSE',
      reason: 'not-json',
      attempts: 2,
    })
    expect(reads()).toBe(4)
    server.on(updatePath, cut)
    expect(await failure(write())).toMatchObject({ reason: 'not-json', attempts: 1 })
    expect(writes()).toBe(1)
  })

  it('F16 content-length too short: the stray bytes never become part of the next answer', async () => {
    const dispatcher = new Agent({ connections: 1 })
    const { server, read, reads } = await open({ dispatcher })
    const short = raw(head({ ...jsonType, 'content-length': '20' }) + good)
    server.on(userPath, short, userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan', name: '张三' })
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan', name: '张三' })
    expect(reads()).toBe(3)
    const connections = server.requests
      .filter(({ path }) => path === userPath)
      .map(({ connection }) => connection)
    expect(connections[1]).not.toBe(connections[0])
    await dispatcher.destroy()
  })

  const framing: [string, FaultMode, RegExp][] = [
    ['garbage content-length', raw(head({ ...jsonType, 'content-length': 'abc' }) + good), parserError],
    [
      'two different content-lengths',
      raw(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: ${good.length}\r\n\r\n${good}`),
      /MISMATCH$/,
    ],
    [
      'content-length and transfer-encoding',
      raw(
        `${head({ 'content-length': '5', 'transfer-encoding': 'chunked' })}${good.length.toString(16)}\r\n${good}\r\n0\r\n\r\n`,
      ),
      /MISMATCH$/,
    ],
    ['no HTTP at all', raw('SSH-2.0-OpenSSH_9.6\r\n'), parserError],
  ]
  it.each(framing)('F17 %s: refused; a read is repeated once, a write never', async (_case, mode, code) => {
    const { server, read, reads, write, writes } = await open()
    server.on(userPath, mode)
    server.on(updatePath, mode)
    const error = await failure(read())
    expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 2 })
    expect(error.cause).toMatchObject({ code: expect.stringMatching(code) })
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 1 })
    expect([reads(), writes()]).toEqual([2, 1])
  })

  it('F18 64 KB of headers: refused; a read is repeated once, a write never', async () => {
    const { server, read, reads, write, writes } = await open()
    const mode = raw(head({ ...jsonType, 'x-padding': 'x'.repeat(64 * 1024) }) + good)
    server.on(userPath, mode)
    server.on(updatePath, mode)
    const error = await failure(read())
    expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 2 })
    expect(error.cause).toMatchObject({ code: 'UND_ERR_HEADERS_OVERFLOW' })
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', attempts: 1 })
    expect([reads(), writes()]).toEqual([2, 1])
  })

  it('F20 gzip although not asked for: no JSON, and the message names the encoding', async () => {
    const { server, read, reads } = await open()
    server.on(userPath, body(gzipSync(good), { ...jsonType, 'content-encoding': 'gzip' }))
    const error = await failure(read())
    expect(error).toMatchObject({ code: 'ERR_WECOM_INVALID_RESPONSE', reason: 'not-json', attempts: 2 })
    expect(error.message).toContain('gzip-encoded')
    expect(reads()).toBe(2)
    for (const { headers } of server.requests) expect(headers).not.toHaveProperty('accept-encoding')
  })

  it.each([102, 103])('F22 %d before 200 is skipped', async (code) => {
    const { server, read, reads } = await open()
    const early = `HTTP/1.1 ${code} Early\r\nlink: </style.css>\r\n\r\n`
    server.on(userPath, raw(`${early}${head({ ...jsonType, 'content-length': String(good.length) })}${good}`))
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(1)
  })

  it('F22 an unasked 100 counts as a broken connection', async () => {
    const { server, read, reads, write, writes } = await open()
    const mode = raw(
      `HTTP/1.1 100 Continue\r\n\r\n${head({ ...jsonType, 'content-length': String(good.length) })}${good}`,
    )
    server.on(userPath, mode, userAnswer)
    server.on(updatePath, mode)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(2)
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 1 })
    expect(writes()).toBe(1)
  })

  it.each([301, 302, 303, 307, 308])(
    'F23 redirect %d: not followed, the token goes nowhere',
    async (code) => {
      const elsewhere = await startFaultServer()
      elsewhere.on(userPath, userAnswer)
      const { server, read, reads, write, writes } = await open()
      const location = `${elsewhere.url}${userPath}?access_token=${canaries.token}`
      server.on(userPath, statusOnly(code, { location }))
      server.on(updatePath, statusOnly(code, { location }))
      const error = await failure(read())
      expect(error).toMatchObject({ code: 'ERR_WECOM_HTTP', status: code, attempts: 1, retryable: false })
      expect(error.message).toContain('Redirects are not followed')
      expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_HTTP', status: code, attempts: 1 })
      expect([reads(), writes(), elsewhere.connections]).toEqual([1, 1, 0])
      await elsewhere.close()
    },
  )

  it('F23 a redirect of gettoken: not followed, the secret goes nowhere', async () => {
    const elsewhere = await startFaultServer()
    const { server, wecom, tokens } = await open()
    server.on(tokenPath, statusOnly(302, { location: `${elsewhere.url}/x?corpsecret=${canaries.secret}` }))
    expect(await failure(wecom.auth.token())).toMatchObject({
      code: 'ERR_WECOM_HTTP',
      status: 302,
      attempts: 1,
    })
    expect([tokens(), elsewhere.connections]).toEqual([1, 0])
    await elsewhere.close()
  })

  it.each([
    [500, 3, 1],
    [502, 3, 1],
    [503, 3, 1],
    [504, 3, 1],
    [501, 1, 1],
    [408, 3, 3],
    [429, 3, 3],
    [400, 1, 1],
    [403, 1, 1],
    [404, 1, 1],
    [407, 1, 1],
  ])('F24 status %d: %d reads, %d writes', async (code, expectedReads, expectedWrites) => {
    const { server, read, reads, write, writes } = await open()
    const page = body(`<h1>${code}</h1> token=${canaries.token}`, { 'content-type': 'text/html' }, code)
    server.on(userPath, page)
    server.on(updatePath, page)
    expect(await failure(read())).toMatchObject({
      code: 'ERR_WECOM_HTTP',
      status: code,
      attempts: expectedReads,
    })
    expect(await failure(write())).toMatchObject({
      code: 'ERR_WECOM_HTTP',
      status: code,
      attempts: expectedWrites,
    })
    expect([reads(), writes()]).toEqual([expectedReads, expectedWrites])
  })

  it('F24 503 once, then well: a read succeeds', async () => {
    const { server, read, reads } = await open()
    server.on(userPath, json({}, {}, 503), userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(2)
  })
})
