import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import Api from 'wechat-enterprise-api'
import { callsOf } from './calls-of.ts'
import { signatureOf } from './signature-of.ts'

type Callback = (error: Error | null, data?: unknown) => void

/** Its callbacks as promises. */
function answerTo(start: (callback: Callback) => void): Promise<unknown> {
  return promisify(start)()
}

describe('wechat-enterprise-api on the simulator', () => {
  let simulator: Simulator
  beforeEach(async () => {
    simulator = await startSimulator()
  })
  afterEach(() => simulator.close())

  function apiOf(app?: string): Api {
    const { agentId, baseUrl, corpId, secret } = simulator.clientOptions(app)
    const api = new Api(corpId, secret, agentId ?? 0)
    api.prefix = `${baseUrl}/cgi-bin/`
    return api
  }

  it('reads departments, members and tags', async () => {
    const api = apiOf()
    expect(await answerTo((done) => api.getDepartments(done))).toMatchObject({
      department: expect.arrayContaining([expect.objectContaining({ id: 4, name: '后端组', parentid: 2 })]),
    })
    expect(await answerTo((done) => api.getDepartmentUsers(4, 0, 0, done))).toMatchObject({
      userlist: expect.arrayContaining([{ userid: 'zhangsan', name: '张三', department: [4, 2] }]),
    })
    expect(await answerTo((done) => api.getDepartmentUsersDetail(4, 0, 0, done))).toMatchObject({
      userlist: expect.arrayContaining([
        expect.objectContaining({ userid: 'zhangsan', position: '后端组长' }),
      ]),
    })
    expect(await answerTo((done) => api.listTags(done))).toMatchObject({
      taglist: [{ tagid: 1 }, { tagid: 2 }],
    })
    expect(await answerTo((done) => api.getTagUsers(2, done))).toMatchObject({ partylist: [10] })
    expect(callsOf(simulator)).toEqual([
      ['department/list', 0],
      ['user/simplelist', 0],
      ['user/list', 0],
      ['tag/list', 0],
      ['tag/get', 0],
    ])
  })

  it('signs a member in: its link, the redirect, the code in its old spelling', async () => {
    const api = apiOf()
    const link = new URL(api.getAuthorizeURL('http://localhost:3000/callback', 'abc123', 'snsapi_base'))
    expect(link.origin).toBe('https://open.weixin.qq.com')
    const here = `${simulator.url}${link.pathname}${link.search}&simulate_user=zhangsan`
    const redirect = await fetch(here, { redirect: 'manual' })
    const { searchParams } = new URL(redirect.headers.get('location') ?? '')
    expect(searchParams.get('state')).toBe('abc123')
    const code = searchParams.get('code') ?? ''
    expect(await answerTo((done) => api.getUserIdByCode(code, done))).toMatchObject({ UserId: 'zhangsan' })
    await expect(answerTo((done) => api.getUserIdByCode(code, done))).rejects.toMatchObject({ code: 40029 })
  })

  it('sends a message', async () => {
    const api = apiOf()
    const text = { msgtype: 'text', text: { content: '你好' }, safe: '0' }
    const to = { touser: 'zhangsan|LiSi', toparty: '12' }
    expect(await answerTo((done) => api.send(to, text, done))).toMatchObject({ errcode: 0, invaliduser: '' })
    expect(simulator.messages.list()[0]?.delivered).toEqual(
      expect.arrayContaining(['zhangsan', 'LiSi', 'guoxin']),
    )
  })

  it('signs for wx.config', async () => {
    const api = apiOf()
    const url = 'https://portal.example.com/page?x=1'
    const options = { debug: false, jsApiList: ['chooseImage'], url }
    const config = Object(await answerTo((done) => api.getJsConfig(options, done)))
    const { ticket } = Object(await answerTo((done) => api.getTicket(done)))
    expect(config).toMatchObject({
      appId: simulator.corp.id,
      signature: signatureOf(ticket, config.nonceStr, config.timestamp, url),
    })
  })

  it('uploads a file and gets the same bytes back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'npm-client-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const path = join(folder, '报告.bin')
    const bytes = Buffer.from(Array.from({ length: 2000 }, (_, index) => index % 256))
    writeFileSync(path, bytes)
    const api = apiOf()
    const uploaded = Object(await answerTo((done) => api.uploadFile(path, done)))
    expect(uploaded).toMatchObject({ errcode: 0, type: 'file' })
    expect(await answerTo((done) => api.getMedia(uploaded.media_id, done))).toEqual(bytes)
  })

  it('writes members and departments with the secret of contacts-sync, and with no other', async () => {
    const api = apiOf('contacts-sync')
    const made = Object(
      await answerTo((done) => api.createDepartment('法务部', { parentid: 1, order: 5 }, done)),
    )
    await answerTo((done) => api.updateDepartment(made.id, { name: '法律部' }, done))
    const member = { userid: 'newbie', name: '新人', department: [made.id], mobile: '13900001111', gender: 1 }
    await answerTo((done) => api.createUser(member, done))
    await answerTo((done) => api.updateUser({ userid: 'newbie', position: '顾问' }, done))
    expect(simulator.contacts.user('newbie')).toMatchObject({ position: '顾问', gender: '1' })
    await answerTo((done) => api.deleteUser('newbie', done))
    await answerTo((done) => api.deleteDepartment(made.id, done))
    expect(callsOf(simulator).map(([, errcode]) => errcode)).toEqual([0, 0, 0, 0, 0, 0])
    const other = apiOf()
    await expect(answerTo((done) => other.deleteUser('lisi', done))).rejects.toMatchObject({ code: 48002 })
  })
})
