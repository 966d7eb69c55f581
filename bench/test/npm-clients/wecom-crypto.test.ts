import { createServer } from 'node:http'
import { decrypt, encrypt, getJsApiSignature, getSignature } from '@wecom/crypto'
import { startSimulator } from '@wecom-kit/simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { signatureOf } from './signature-of.ts'

const token = 'QDG6eK'
const key = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'

interface Receiver {
  url: string
  messages: string[]
  ids: string[]
}

/** A receiver that only Tencent's package decrypts, checks and answers for. */
async function startReceiver(): Promise<Receiver> {
  const messages: string[] = []
  const ids: string[] = []
  const open = (query: URLSearchParams, encrypted: string): string => {
    const signature = getSignature(token, query.get('timestamp') ?? '', query.get('nonce') ?? '', encrypted)
    if (signature !== query.get('msg_signature')) throw new Error('the signature is wrong')
    const { id, message } = decrypt(key, encrypted)
    ids.push(id)
    return message
  }
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://receiver')
    if (request.method === 'GET') {
      response.end(open(searchParams, searchParams.get('echostr') ?? ''))
      return
    }
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      messages.push(open(searchParams, /<Encrypt><!\[CDATA\[(.+?)\]\]>/.exec(body)?.[1] ?? ''))
      response.end(passiveReply('<xml><Content>收到</Content></xml>', ids.at(-1) ?? ''))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/events`, messages, ids }
}

function passiveReply(message: string, id: string): string {
  const encrypted = encrypt(key, message, id)
  const signature = getSignature(token, 1_409_659_813, 'n0nce', encrypted)
  return `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature><TimeStamp>1409659813</TimeStamp><Nonce><![CDATA[n0nce]]></Nonce></xml>`
}

describe('@wecom/crypto on the simulator', () => {
  it('verifies the URL, opens a push and seals a reply', async () => {
    await using simulator = await startSimulator()
    const receiver = await startReceiver()
    const options = { app: 'contacts-sync', url: receiver.url, token, encodingAesKey: key }
    expect(await simulator.callbacks.register(options)).toEqual({ verified: true })
    await simulator.contacts.updateUser('zhangsan', { position: '架构师' })
    expect(receiver.messages).toEqual([expect.stringContaining('<UserID><![CDATA[zhangsan]]></UserID>')])
    expect(new Set(receiver.ids)).toEqual(new Set([simulator.corp.id]))
    expect(simulator.callbacks.deliveries()).toMatchObject([
      { accepted: true, reply: '<xml><Content>收到</Content></xml>' },
    ])
  })

  it('signs a page with a ticket of the simulator', async () => {
    await using simulator = await startSimulator()
    const { baseUrl, corpId, secret } = simulator.clientOptions()
    const read = async (path: string): Promise<Record<string, unknown>> =>
      Object(await (await fetch(baseUrl + path)).json())
    const { access_token: access } = await read(`/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${secret}`)
    const { ticket } = await read(`/cgi-bin/get_jsapi_ticket?access_token=${String(access)}`)
    const url = 'https://portal.example.com/page?a=1'
    const signed = getJsApiSignature({ url, ticket: String(ticket), nonceStr: 'n', timestamp: 1 })
    expect(signed.signature).toBe(signatureOf(String(ticket), 'n', 1, url))
  })
})
