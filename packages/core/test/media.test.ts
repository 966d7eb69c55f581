import { createWecomClient, type WecomClient } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFileServer, type FileServer, type RangeMode } from './support/file-server.ts'

describe('files', () => {
  let simulator: Simulator
  let wecom: WecomClient

  beforeAll(async () => {
    simulator = await startSimulator()
    const secret = simulator.apps[0]?.secret ?? ''
    wecom = createWecomClient({ corpId: simulator.corp.id, secret, baseUrl: simulator.url })
  })
  afterAll(async () => {
    await wecom.close()
    await simulator.close()
  })

  const upload = async (content: Buffer<ArrayBuffer>, name: string, type: string): Promise<string> => {
    const { media_id } = await wecom.media.upload('file', { bytes: content, name, type })
    return media_id
  }
  const download = async (media_id: string): Promise<Uint8Array> =>
    (await wecom.request('GET /cgi-bin/media/get', { query: { media_id } })).data

  it.each([
    ['minutes.txt', 'text/plain', Buffer.from('会议纪要')],
    ['data.json', 'application/json', Buffer.from('{"errcode":40001}')],
    ['picture.png', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 1, 2])],
    ['会议纪要 (终稿)“2026”.txt', 'text/plain', Buffer.from('会议纪要')],
  ])('%s comes back byte for byte, under its name', async (name, type, content) => {
    const mediaId = await upload(content, name, type)
    expect(Buffer.from(await download(mediaId))).toEqual(content)
    const file = await wecom.media.download(mediaId)
    expect(Buffer.from(file.bytes)).toEqual(content)
    expect(file).toMatchObject({ name, size: content.length })
  })

  it('takes a File as it is', async () => {
    const { media_id } = await wecom.media.upload('file', new File(['会议纪要'], '会议纪要.txt'))
    expect((await wecom.media.download(media_id)).name).toBe('会议纪要.txt')
  })

  it('an error in answer to a download is an error, not a file', async () => {
    await expect(download('no-such-media')).rejects.toMatchObject({ code: 'ERR_WECOM_API', errcode: 40007 })
    await expect(wecom.media.download('no-such-media')).rejects.toMatchObject({ errcode: 40007 })
  })

  it('an upload is sent again with the new token when WeCom took the old one away', async () => {
    await wecom.auth.token()
    simulator.tokens.revoke()
    const content = Buffer.from('sent twice')
    expect(Buffer.from(await download(await upload(content, 'a.txt', 'text/plain')))).toEqual(content)
  })

  it.each([
    [['file', undefined], /the file must be a File with a name/],
    [['file', new File(['x'], '')], /the file must be a File with a name/],
    [['file', { bytes: 'text', name: 'a' }], /the file must be a File with a name/],
    [['file', { bytes: new Uint8Array(5), name: '' }], /the file must be a File with a name/],
    [['', new File(['x'], 'a')], /type must be/],
  ])('refuses to upload %j', async (input, expected) => {
    const call: unknown = Reflect.apply(Reflect.get(wecom.media, 'upload'), undefined, input)
    await expect(call).rejects.toThrow(expected)
  })

  it.each([0, 1.5, 20_000_001, Number.NaN])('refuses pieces of %s bytes', async (chunkBytes) => {
    await expect(wecom.media.download('m', { chunkBytes })).rejects.toMatchObject({
      code: 'ERR_WECOM_CONFIG',
    })
  })
})

describe('files above 20 MB', () => {
  const file = Uint8Array.from({ length: 1000 }, (_, index) => index % 251)

  async function withServer(
    mode: RangeMode,
    run: (wecom: WecomClient, server: FileServer) => Promise<void>,
  ): Promise<void> {
    const server = await startFileServer(file, mode)
    const wecom = createWecomClient({ corpId: 'ww1', secret: 's', baseUrl: server.url })
    try {
      await run(wecom, server)
    } finally {
      await wecom.close()
      await server.close()
    }
  }

  it('come in pieces', () =>
    withServer('documented', async (wecom, server) => {
      const { bytes, name, size } = await wecom.media.download('m', { chunkBytes: 400 })
      expect(Buffer.from(bytes)).toEqual(Buffer.from(file))
      expect({ name, size }).toEqual({ name: '会议纪要.bin', size: 1000 })
      expect(server.ranges).toEqual(['bytes=0-399', 'bytes=400-799', 'bytes=800-1199'])
    }))

  it('come in pieces where their size is not told', () =>
    withServer('unknown-size', async (wecom) => {
      const { bytes, size } = await wecom.media.download('m', { chunkBytes: 400 })
      expect(Buffer.from(bytes)).toEqual(Buffer.from(file))
      expect(size).toBeUndefined()
    }))

  it('come in one piece from who does not know Range', () =>
    withServer('ignored', async (wecom, server) => {
      const { bytes } = await wecom.media.download('m', { chunkBytes: 400 })
      expect(Buffer.from(bytes)).toEqual(Buffer.from(file))
      expect(server.ranges).toHaveLength(1)
    }))

  it('are not put together from wrong pieces', () =>
    withServer('another-piece', async (wecom) => {
      await expect(wecom.media.download('m', { chunkBytes: 400 })).rejects.toMatchObject({
        code: 'ERR_WECOM_INVALID_RESPONSE',
        reason: 'schema',
      })
    }))

  it('are fetched as they are read, and a failed piece is fetched again', () =>
    withServer('documented', async (wecom, server) => {
      const { chunks } = await wecom.media.stream('m', { chunkBytes: 400 })
      expect(server.ranges).toHaveLength(1)
      const sizes: number[] = []
      for await (const chunk of chunks) {
        sizes.push(chunk.length)
        if (sizes.length === 1) server.failNext()
        if (sizes.length === 2) break
      }
      expect(sizes).toEqual([400, 400])
      expect(server.ranges).toEqual(['bytes=0-399', 'bytes=400-799', 'bytes=400-799'])
    }))

  it('are refused in one piece, and by request piece by piece', () =>
    withServer('documented', async (wecom) => {
      const query = { media_id: 'm' }
      await expect(wecom.request('GET /cgi-bin/media/get', { query })).rejects.toMatchObject({
        errcode: 830002,
      })
      const { data, meta } = await wecom.request('GET /cgi-bin/media/get', { query, range: 'bytes=0-9' })
      expect([data.length, meta.status, meta.headers['content-range']]).toEqual([10, 206, 'bytes 0-9/1000'])
    }))

  it('takes nothing for a range that could become another header', () =>
    withServer('documented', async (wecom, server) => {
      for (const range of ['bytes=0-9\r\nx: y', '0-9', 'bytes=', 5]) {
        const options = JSON.parse(JSON.stringify({ query: { media_id: 'm' }, range }))
        await expect(wecom.request('GET /cgi-bin/media/get', options)).rejects.toMatchObject({
          code: 'ERR_WECOM_CONFIG',
        })
      }
      expect(server.ranges).toEqual([])
    }))
})
