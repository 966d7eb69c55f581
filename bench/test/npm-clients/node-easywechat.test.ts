import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { ServerRequest, Work } from 'node-easywechat'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { callsOf } from './calls-of.ts'
import { signatureOf } from './signature-of.ts'

const credentials = { token: 'QDG6eK', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' }

describe('node-easywechat on the simulator', () => {
  const home = process.cwd()
  let folder: string
  let simulator: Simulator
  // It caches tokens and tickets in files of the working directory.
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'npm-client-'))
    process.chdir(folder)
    simulator = await startSimulator()
  })
  afterEach(async () => {
    await simulator.close()
    process.chdir(home)
    rmSync(folder, { recursive: true })
  })

  function workOf(app?: string): Work {
    const { baseUrl, corpId, secret } = simulator.clientOptions(app)
    const { encodingAesKey, token } = credentials
    return new Work({
      corp_id: corpId,
      secret,
      token,
      aes_key: encodingAesKey,
      http: { baseURL: `${baseUrl}/` },
    })
  }

  async function read(path: string, params: object = {}, app?: string): Promise<unknown> {
    return (await workOf(app).getClient().get(`cgi-bin/${path}`, { params })).toObject()
  }

  it('reads departments, members and tags', async () => {
    expect(await read('department/list')).toMatchObject({
      department: expect.arrayContaining([expect.objectContaining({ id: 4, name: '后端组', parentid: 2 })]),
    })
    expect(await read('department/simplelist', { id: 9 })).toMatchObject({
      department_id: [{ id: 9 }, {}, {}],
    })
    expect(await read('user/simplelist', { department_id: 4 })).toMatchObject({
      userlist: expect.arrayContaining([{ userid: 'zhangsan', name: '张三', department: [4, 2] }]),
    })
    expect(await read('user/list', { department_id: 12 })).toMatchObject({
      userlist: expect.arrayContaining([expect.objectContaining({ userid: 'guoxin' })]),
    })
    expect(await read('tag/get', { tagid: 2 })).toMatchObject({ partylist: [10] })
    expect(callsOf(simulator).map(([, errcode]) => errcode)).toEqual([0, 0, 0, 0, 0])
    expect(simulator.journal.count('/cgi-bin/gettoken')).toBe(1)
  })

  it('learns who stands behind a code', async () => {
    const code = simulator.codes.issue({ user: 'zhangsan' })
    expect(await read('auth/getuserinfo', { code })).toMatchObject({ userid: 'zhangsan' })
    expect(await read('auth/getuserinfo', { code })).toMatchObject({ errcode: 40029 })
  })

  it('sends a message and is refused what is not its own', async () => {
    const client = workOf().getClient()
    const message = { touser: 'zhangsan', agentid: 1_000_002, msgtype: 'text', text: { content: '你好' } }
    expect((await client.postJson('cgi-bin/message/send', message)).toObject()).toMatchObject({ errcode: 0 })
    expect(simulator.messages.list()).toMatchObject([{ delivered: ['zhangsan'] }])
    const refused = await client.postJson('cgi-bin/user/list_id', {})
    expect(refused.toObject()).toMatchObject({ errcode: 48002, dept_user: [] })
  })

  it('pages through the ids with the secret of contacts-sync', async () => {
    const client = workOf('contacts-sync').getClient()
    const rows: unknown[] = []
    let cursor = ''
    do {
      const page = Object((await client.postJson('cgi-bin/user/list_id', { cursor, limit: 20 })).toObject())
      rows.push(...page.dept_user)
      cursor = page.next_cursor
    } while (cursor !== '')
    expect(rows).toHaveLength(42)
  })

  it('uploads a file', async () => {
    const path = join(folder, 'report.txt')
    writeFileSync(path, 'twelve bytes')
    const client = workOf().getClient().withFile(path, 'media')
    const answer = (await client.post('cgi-bin/media/upload', { params: { type: 'file' } })).toObject()
    expect(answer).toMatchObject({ errcode: 0, type: 'file', media_id: expect.any(String) })
  })

  it('signs for wx.config, its ticket read once', async () => {
    const url = 'https://portal.example.com/page?x=1'
    const work = workOf()
    const ticket = await work.getTicket().getTicket()
    const config = await work.getUtils().buildJsSdkConfig(url)
    expect(config).toMatchObject({
      appId: simulator.corp.id,
      signature: signatureOf(ticket, config['nonceStr'], config['timestamp'], url),
    })
    expect(await work.getTicket().getAgentTicket(1_000_002)).not.toBe(ticket)
    expect(simulator.journal.count('/cgi-bin/get_jsapi_ticket')).toBe(1)
  })

  it('passes the URL verification and understands what is pushed', async () => {
    const events: unknown[] = []
    const receiver = createServer((request, response) => {
      void (async () => {
        const work = workOf('contacts-sync')
        work.setRequest(await ServerRequest.createFromIncomingMessage(request))
        const server = work.getServer().handleContactChanged((message) => {
          events.push([message['ChangeType'], message['UserID'], message['Department']])
        })
        const answer = await server.serve()
        response.writeHead(answer.getStatusCode()).end(answer.getBody())
      })()
    })
    onTestFinished(() => void receiver.close())
    const url = await listen(receiver)
    const options = { app: 'contacts-sync', url, ...credentials }
    expect(await simulator.callbacks.register(options)).toEqual({ verified: true })
    await simulator.contacts.updateUser('zhangsan', { department: [3] })
    expect(events).toEqual([['update_user', 'zhangsan', '3']])
    expect(simulator.callbacks.deliveries()).toMatchObject([{ accepted: true }])
  })
})

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
}
