import { Agent } from 'undici'
import { expect, it } from 'vitest'
import { describeFaults, updatePath, userAnswer, userPath } from '../support/fault-bench.ts'
import { hangUp, head, json, raw, type Ending } from '../support/fault-modes.ts'
import type { FaultMode } from '../support/fault-server.ts'

const jsonType = { 'content-type': 'application/json' }
const half = '{"errcode":0,"errmsg":"ok","userid":"zhang'

describeFaults('broken connections', ({ open, failure }) => {
  const beforeHeaders: [string, FaultMode][] = [
    ['F05 RST before any byte', hangUp('rst')],
    ['F06 FIN before any byte', hangUp('fin')],
    ['F07 RST in the middle of the headers', raw('HTTP/1.1 200 OK\r\ncontent-le', 'rst')],
    ['F07 FIN in the middle of the headers', raw('HTTP/1.1 200 OK\r\ncontent-le', 'fin')],
  ]
  it.each(beforeHeaders)('%s: a read is repeated', async (_case, mode) => {
    const { server, read, reads } = await open()
    server.on(userPath, mode, mode, userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(3)
  })

  it.each(beforeHeaders)('%s: a write fails at once, perhaps it ran', async (_case, mode) => {
    const { server, write, writes } = await open()
    server.on(updatePath, mode)
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 1 })
    expect(writes()).toBe(1)
  })

  it.each(beforeHeaders)('%s always: a read fails after 3 tries', async (_case, mode) => {
    const { server, read, reads } = await open()
    server.on(userPath, mode)
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 3 })
    expect(reads()).toBe(3)
  })

  it('F08 keep-alive race: the server closes the idle connection as a read leaves: one more request', async () => {
    const dispatcher = new Agent({ connections: 1 })
    const { server, read, reads } = await open({ dispatcher })
    await read()
    server.on(userPath, hangUp('rst'), userAnswer)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(3)
    const [first, raced, again] = server.requests.filter(({ path }) => path === userPath)
    expect(raced?.connection).toBe(first?.connection)
    expect(again?.connection).not.toBe(first?.connection)
    await dispatcher.destroy()
  })

  it('F08 keep-alive race under a write: it fails, sent maybe, one request', async () => {
    const { server, read, write, writes } = await open()
    await read()
    server.on(updatePath, hangUp('fin'))
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 1 })
    expect(writes()).toBe(1)
  })

  const inBody: [string, FaultMode][] = (['fin', 'rst'] satisfies Ending[]).flatMap((ending) => [
    [
      `F13 half a body with content-length, then ${ending}`,
      raw(head({ ...jsonType, 'content-length': '300' }) + half, ending),
    ],
    [
      `F14 half a chunked body, then ${ending}`,
      raw(
        `${head({ ...jsonType, 'transfer-encoding': 'chunked' })}${half.length.toString(16)}\r\n${half}\r\n`,
        ending,
      ),
    ],
  ])
  it.each(inBody)('%s: a read is repeated, a write is not', async (_case, mode) => {
    const { server, read, reads, write, writes } = await open()
    server.on(userPath, mode, userAnswer)
    server.on(updatePath, mode)
    await expect(read()).resolves.toMatchObject({ userid: 'zhangsan' })
    expect(reads()).toBe(2)
    expect(await failure(write())).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 1 })
    expect(writes()).toBe(1)
  })

  it('F13 a cut body that happens to be whole JSON is still no success', async () => {
    const { server, read, reads } = await open()
    const whole = '{"errcode":0,"userid":"zhangsan"}'
    server.on(userPath, raw(`${head({ ...jsonType, 'content-length': '300' })}${whole}`, 'fin'))
    expect(await failure(read())).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', attempts: 3 })
    expect(reads()).toBe(3)
  })

  it('F05 gettoken is a read: reset twice, then it answers', async () => {
    const { server, wecom, tokens } = await open()
    server.on('/cgi-bin/gettoken', hangUp('rst'), hangUp('rst'), json({ errcode: 0, access_token: 'good' }))
    await expect(wecom.auth.token()).resolves.toBe('good')
    expect(tokens()).toBe(3)
  })
})
