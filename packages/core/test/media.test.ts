import { createWecomClient, type WecomClient } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('files through request', () => {
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
    const body = new FormData()
    body.set('media', new File([content], name, { type }))
    const query = { type: 'file' }
    const { data } = await wecom.request<{ media_id: string }>('POST /cgi-bin/media/upload', { query, body })
    return data.media_id
  }
  const download = async (media_id: string): Promise<Uint8Array> => {
    const options = { query: { media_id }, responseType: 'bytes' } as const
    return (await wecom.request<Uint8Array>('GET /cgi-bin/media/get', options)).data
  }

  it.each([
    ['minutes.txt', 'text/plain', Buffer.from('会议纪要')],
    ['data.json', 'application/json', Buffer.from('{"errcode":40001}')],
    ['picture.png', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 1, 2])],
  ])('%s comes back byte for byte', async (name, type, content) => {
    const file = await download(await upload(content, name, type))
    expect(Buffer.from(file)).toEqual(content)
  })

  it('an error in answer to a download is an error, not a file', async () => {
    await expect(download('no-such-media')).rejects.toMatchObject({ code: 'ERR_WECOM_API', errcode: 40007 })
  })

  it('an upload is sent again with the new token when WeCom took the old one away', async () => {
    await wecom.auth.token()
    simulator.tokens.revoke()
    const content = Buffer.from('sent twice')
    expect(Buffer.from(await download(await upload(content, 'a.txt', 'text/plain')))).toEqual(content)
  })
})
