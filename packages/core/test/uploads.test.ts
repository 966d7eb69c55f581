import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it, vi } from 'vitest'
import { describeFaults, tokenPath, updatePath } from './support/fault-bench.ts'
import { errcode, stall } from './support/fault-modes.ts'
import { patient } from 'test-support/patient'
import { temporaryDirectory } from 'test-support/temporary-directory'

const route = `POST ${updatePath}` as const

describeFaults('bodies', ({ open, failure, rejection }) => {
  it('a stream is sent as it comes', async () => {
    const { server, wecom } = await open()
    await wecom.request<unknown>(route, { body: Readable.from(['first', 'second']) })
    expect(server.requests.at(-1)?.body).toBe('5\r\nfirst\r\n6\r\nsecond\r\n0\r\n\r\n')
  })

  it('a stream that fails while the token is fetched fails its call, not the process', async () => {
    const { wecom, writes } = await open()
    const uncaught = vi.fn<(error: unknown) => void>()
    process.on('uncaughtException', uncaught)
    const body = createReadStream(join(await temporaryDirectory(), 'missing'))
    const error = await failure(wecom.request<unknown>(route, { body }))
    process.off('uncaughtException', uncaught)
    expect(error).toMatchObject({ code: 'ERR_WECOM_TRANSPORT', cause: { code: 'ENOENT' } })
    expect(uncaught).not.toHaveBeenCalled()
    expect(writes()).toBe(0)
  })

  it('a stream whose call fails before it was sent is closed', async () => {
    const { server, wecom } = await open()
    server.on(tokenPath, errcode(40001))
    const body = Readable.from(['never sent'])
    expect(await failure(wecom.request<unknown>(route, { body }))).toMatchObject({ errcode: 40001 })
    expect(body.destroyed).toBe(true)
  })

  it('a stream whose call is aborted under way is closed', async () => {
    const { server, wecom, writes } = await open()
    server.on(updatePath, stall())
    const body = Readable.from(['half a file'])
    const controller = new AbortController()
    const call = wecom.request<unknown>(route, { body, signal: controller.signal })
    const reason = new Error('the visitor left')
    const ended = rejection(call)
    await vi.waitFor(() => expect(writes()).toBe(1), patient)
    controller.abort(reason)
    expect(await ended).toBe(reason)
    expect(body.destroyed).toBe(true)
  })

  it('a stream is sent once: refused with 42001 it is not sent again, and the token is new for the next call', async () => {
    const { server, wecom, write, writes, tokens } = await open()
    server.on(updatePath, errcode(42001), errcode(0))
    const error = await failure(wecom.request<unknown>(route, { body: Readable.from(['once']) }))
    expect(error).toMatchObject({ code: 'ERR_WECOM_AUTH', errcode: 42001, attempts: 1 })
    await write()
    expect([writes(), tokens()]).toEqual([2, 2])
  })

  const bodies: [string, unknown][] = [
    ['a number', 7],
    ['an object', {}],
    ['a Blob', new Blob(['x'])],
    ["the web's stream", new Response('x').body],
    ['an array', [1]],
    ['a generator', (function* () {})()],
  ]
  it.each(bodies)('%s is no body', async (_what, body) => {
    const { server, wecom } = await open()
    const call: unknown = Reflect.apply(wecom.request, undefined, [route, { body }])
    expect(await failure(Promise.resolve(call))).toMatchObject({
      code: 'ERR_WECOM_CONFIG',
      message: expect.stringContaining('body must be'),
    })
    expect(server.requests).toEqual([])
  })

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a BigInt', 1n],
  ])('%s is no json', async (_what, json) => {
    const { server, wecom } = await open()
    expect(await failure(wecom.request<unknown>(route, { json }))).toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    expect(server.requests).toEqual([])
  })
})
