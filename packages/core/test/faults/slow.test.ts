import { Agent } from 'undici'
import { expect, it } from 'vitest'
import { describeFaults, updatePath, userAnswer, userPath } from '../support/fault-bench.ts'
import { drip, head, stall } from '../support/fault-modes.ts'
import type { FaultMode } from '../support/fault-server.ts'

const jsonHead = head({ 'content-type': 'application/json', 'content-length': '5000' })

describeFaults('slow answers', ({ open, failure }) => {
  const cases: [string, FaultMode, string][] = [
    ['F09 the headers never come', stall(), 'headers'],
    ['F10 slow-loris headers, a byte at a time', drip('HTTP/1.1 200 OK\r\nx: ', 'x', 10), 'headers'],
    ['F11 slow-loris body, a byte at a time', drip(`${jsonHead}{"errcode":0,"errmsg":"`, 'x', 10), 'body'],
    ['F12 the body stalls', stall(`${jsonHead}{"errcode"`), 'body'],
  ]
  it.each(cases)('%s: a read is repeated after timeout', async (_case, mode, phase) => {
    const { server, wecom, read, reads } = await open({ timeout: 200 })
    await wecom.auth.token()
    server.on(userPath, mode, userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(2)
    server.on(userPath, mode)
    const error = await failure(read())
    expect(error).toMatchObject({ code: 'ERR_WECOM_TIMEOUT', phase, attempts: 3, retryable: true })
    expect(error.message).toContain('timeout = 200 ms')
    expect(reads()).toBe(5)
  })

  it.each(cases)('%s: a write fails after its one timeout', async (_case, mode, phase) => {
    const { server, wecom, write, writes } = await open({ timeout: 200 })
    await wecom.auth.token()
    server.on(updatePath, mode)
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_TIMEOUT', phase, attempts: 1 })
    expect(writes()).toBe(1)
  })

  it('F11 the deadline ends a call whatever timeout says', async () => {
    const { server, wecom, read, reads } = await open({ timeout: 5_000, deadline: 80 })
    await wecom.auth.token()
    server.on(userPath, drip(jsonHead, ' ', 10))
    const startedAt = performance.now()
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_TIMEOUT', phase: 'deadline', attempts: 1 })
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    expect(reads()).toBe(1)
  })

  it.each([
    ['F09', 'UND_ERR_HEADERS_TIMEOUT', stall(), 'headers'],
    ['F12', 'UND_ERR_BODY_TIMEOUT', stall(`${jsonHead}{"errcode"`), 'body'],
  ])("%s %s of the user's own dispatcher is a timeout like ours", async (_row, code, mode, phase) => {
    const dispatcher = new Agent({ bodyTimeout: 250, headersTimeout: 250 })
    const { server, wecom, read, reads, write, writes } = await open({ dispatcher, maxRetries: 1 })
    await wecom.auth.token()
    server.on(userPath, mode, userAnswer)
    server.on(updatePath, mode)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    const error = await failure(write())
    expect(error).toMatchObject({ code: 'ERR_WECOM_TIMEOUT', phase, attempts: 1, path: updatePath })
    expect(error.cause).toMatchObject({ code })
    expect([reads(), writes()]).toEqual([2, 1])
    await dispatcher.destroy()
  })

  it('F11 waiting for a place counts against the deadline', async () => {
    const { server, wecom, read } = await open({
      maxConcurrency: 1,
      timeout: 250,
      deadline: 300,
      maxRetries: 0,
    })
    await wecom.auth.token()
    server.on(userPath, stall())
    const errors = await Promise.all([failure(read()), failure(read())])
    // The second gets its place after 250 ms. Were that time not counted, its own `timeout` would end it.
    expect(errors).toMatchObject([{ phase: 'headers' }, { phase: 'deadline' }])
  })
})
