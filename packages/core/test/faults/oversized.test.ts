import { deflateSync, gzipSync } from 'node:zlib'
import { Agent, interceptors } from 'undici'
import { expect, it } from 'vitest'
import { describeFaults, updatePath, userPath } from '../support/fault-bench.ts'
import { body, flood, head } from '../support/fault-modes.ts'

const megabyte = 1024 * 1024
const limit = { maxResponseBytes: megabyte }

describeFaults('oversized answers', ({ open, failure }) => {
  it.each([
    ['with content-length', { 'content-length': String(100 * megabyte) }],
    ['without', { connection: 'close' }],
  ])('F19 100 MB %s: read up to the limit, then too-large, never repeated', async (_case, headers) => {
    const { server, read, reads, write, writes } = await open(limit)
    let sent = 0
    const mode = flood(head({ 'content-type': 'application/json', ...headers }), 100 * megabyte, (bytes) => {
      sent = Math.max(sent, bytes)
    })
    server.on(userPath, mode)
    server.on(updatePath, mode)
    const error = await failure(read())
    expect(error).toMatchObject({ code: 'ERR_WECOM_INVALID_RESPONSE', reason: 'too-large', attempts: 1 })
    expect(error.message).toContain('maxResponseBytes = 1048576')
    expect(await failure(write())).toMatchObject({ reason: 'too-large', attempts: 1 })
    expect([reads(), writes()]).toEqual([1, 1])
    // The limit, and what the kernel buffered on both sides.
    expect(sent).toBeLessThan(20 * megabyte)
  })

  it('F19 an answer of exactly the limit is read', async () => {
    const { server, read } = await open(limit)
    const text = '{"errcode":0,"userid":"zhangsan","x":"'
    server.on(userPath, body(`${text}${'x'.repeat(megabyte - text.length - 2)}"}`))
    await expect(read()).resolves.toHaveProperty('x')
    server.on(userPath, body(`${text}${'x'.repeat(megabyte - text.length - 1)}"}`))
    expect(await failure(read())).toMatchObject({ reason: 'too-large', attempts: 1 })
  })

  it("F19 the limit of the user's own dispatcher: not repeated either", async () => {
    const dispatcher = new Agent({ maxResponseSize: 1000 })
    const { server, read, reads } = await open({ dispatcher })
    server.on(userPath, body(`{"errcode":0,"x":"${'x'.repeat(5000)}"}`))
    const error = await failure(read())
    expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', sent: 'maybe', attempts: 1, retryable: false })
    expect(error.cause).toMatchObject({ code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' })
    expect(reads()).toBe(1)
    await dispatcher.destroy()
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])(
    "F21 a %s bomb through the user's decompressing dispatcher: the decoded bytes count",
    async (encoding, compress) => {
      const agent = new Agent()
      const { server, read, reads } = await open({
        ...limit,
        dispatcher: agent.compose(interceptors.decompress()),
      })
      const bomb = compress(Buffer.alloc(50 * megabyte, 0x20))
      expect(bomb.length).toBeLessThan(megabyte)
      server.on(userPath, body(bomb, { 'content-type': 'application/json', 'content-encoding': encoding }))
      const error = await failure(read())
      expect(error).toMatchObject({ code: 'ERR_WECOM_INVALID_RESPONSE', reason: 'too-large', attempts: 1 })
      expect(reads()).toBe(1)
      await agent.destroy()
    },
  )
})
