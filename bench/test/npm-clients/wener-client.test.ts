import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { WecomCorpClient } from '@wener/client/wecom/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callsOf } from './calls-of.ts'
import { signatureOf } from './signature-of.ts'

const page = 'https://portal.example.com/page?x=1'

describe('@wener/client on the simulator', () => {
  let simulator: Simulator
  beforeEach(async () => {
    simulator = await startSimulator()
  })
  afterEach(() => simulator.close())

  function clientOf(app?: string): WecomCorpClient {
    const { baseUrl, corpId, secret } = simulator.clientOptions(app)
    const toSimulator = (input: unknown, init?: RequestInit): Promise<Response> =>
      fetch(String(input).replace('https://qyapi.weixin.qq.com', baseUrl), init)
    return new WecomCorpClient({ corpId, corpSecret: secret, fetch: toSimulator })
  }

  it('reads departments, members and tags', async () => {
    const client = clientOf()
    expect(await client.getDepartmentIds({ id: 9 })).toMatchObject({
      department_id: [{ id: 9, parentid: 1 }, { id: 10 }, { id: 11 }],
    })
    expect(await client.getDepartmentMembers({ department_id: 4 })).toMatchObject({
      userlist: expect.arrayContaining([{ userid: 'zhangsan', name: '张三', department: [4, 2] }]),
    })
    expect(await client.getTags()).toMatchObject({ taglist: [{ tagid: 1, tagname: '值班' }, { tagid: 2 }] })
    expect(await client.getTagMembers({ tagid: 2 })).toMatchObject({
      userlist: [{ userid: 'linxia' }],
      partylist: [10],
    })
    expect(callsOf(simulator)).toEqual([
      ['department/simplelist', 0],
      ['user/simplelist', 0],
      ['tag/list', 0],
      ['tag/get', 0],
    ])
  })

  it('learns who stands behind a code, and the details a member consented to', async () => {
    const client = clientOf()
    const code = simulator.codes.issue({ user: 'zhangsan', scope: 'snsapi_privateinfo' })
    const { user_ticket: ticket = '', userid } = await client.getUserInfoByAuthCode({ code })
    expect(userid).toBe('zhangsan')
    expect(await client.getUserDetailByUserTicket({ user_ticket: ticket })).toMatchObject({
      userid: 'zhangsan',
      gender: '1',
      mobile: '13800010002',
    })
    await expect(client.getUserInfoByAuthCode({ code })).rejects.toMatchObject({ code: 40029 })
  })

  it('converts a userid to an openid and back', async () => {
    const client = clientOf()
    const { openid } = await client.convertUserIdToOpenId({ userid: 'zhangsan' })
    expect(openid).toBe(simulator.contacts.openid('zhangsan'))
    expect(await client.convertOpenIdToUserId({ openid })).toMatchObject({ userid: 'zhangsan' })
  })

  it('sends a message and is told who did not get it', async () => {
    const message = {
      touser: 'zhangsan|nobody',
      agentid: 1_000_002,
      msgtype: 'text',
      text: { content: '你好' },
    }
    expect(await clientOf().sendMessage(message)).toMatchObject({ errcode: 0, invaliduser: 'nobody' })
    expect(simulator.messages.list()).toMatchObject([
      { delivered: ['zhangsan'], content: { content: '你好' } },
    ])
  })

  it('signs for wx.config and wx.agentConfig, one ticket each', async () => {
    const client = clientOf()
    const stamped = { url: page, timestamp: 1_700_000_000, nonce: 'n' }
    const { ticket } = await client.getJsApiTicket()
    const { ticket: agentTicket } = await client.getAgentJsApiTicket()
    for (let round = 0; round < 2; round += 1) {
      expect(await client.getJsSdkSignature(stamped)).toMatchObject({
        signature: signatureOf(ticket, 'n', 1_700_000_000, page),
      })
      expect(await client.getAgentJsSdkSignature(stamped)).toMatchObject({
        signature: signatureOf(agentTicket, 'n', 1_700_000_000, page),
      })
    }
    expect(simulator.journal.count('/cgi-bin/get_jsapi_ticket')).toBe(2)
  })

  it('lists the addresses of both directions', async () => {
    const client = clientOf()
    expect(await client.getApiDomainIps()).toEqual(['127.0.0.1'])
    expect(await client.getCallbackIps()).toContain('127.0.0.*')
  })

  it('writes members and departments with the secret of contacts-sync, and with no other', async () => {
    const client = clientOf('contacts-sync')
    const { id } = await client.createDepartment({ name: '法务部', parentid: 1 })
    await client.updateDepartment({ id, name: '法律部' })
    // Its type lacks the mobile number, without which WeCom answers 60129.
    const newbie = { userid: 'newbie', name: '新人', mobile: '13911112222', department: [id] }
    await client.createUser(newbie)
    await client.updateUser({ userid: 'newbie', name: '老人' })
    expect(simulator.contacts.user('newbie')).toMatchObject({ name: '老人', department: [id] })
    expect(await client.getUserIds({ limit: 10 })).toMatchObject({
      dept_user: expect.arrayContaining([{ userid: 'newbie', department: id }]),
    })
    await client.deleteUser({ userid: 'newbie' })
    await client.deleteDepartment({ id })
    expect(callsOf(simulator).map(([, errcode]) => errcode)).toEqual([0, 0, 0, 0, 0, 0, 0])
    await expect(clientOf().deleteUser({ userid: 'lisi' })).rejects.toMatchObject({ code: 48002 })
  })
})
