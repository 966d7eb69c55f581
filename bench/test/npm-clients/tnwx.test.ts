import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import {
  ApiConfig,
  QyAgentApi,
  QyApiConfigKit,
  QyAppChatApi,
  QyDepartmentApi,
  QyExContact,
  QyGroupRobotApi,
  QyOAApi,
  QyOauthApi,
  QySendMsgApi,
  QyTagApi,
  QyUserApi,
} from 'tnwx'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { callsOf } from './calls-of.ts'
import { leadTo } from './lead-to.ts'

// Theirs: addTagUsers and delTagUsers put the tag's id behind the token, which is then none (40014).

/** Its configuration is one for the process: the app of the calls that follow. */
function use(simulator: Simulator, name?: string): void {
  const { corpId, secret } = simulator.clientOptions(name)
  // The cache of tokens goes by corp and app, and outlives a simulator.
  const id = `${name ?? 'portal'}-${simulator.url}`
  QyApiConfigKit.putApiConfig(new ApiConfig(id, secret, 'token', false, '', corpId))
  QyApiConfigKit.setCurrentAppId(id, corpId)
}

// It prints what it is configured with.
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

describe('tnwx on the simulator', () => {
  it('reads and writes members, departments and tags', async () => {
    await using simulator = await startSimulator()
    leadTo(simulator)
    use(simulator)
    expect(await QyDepartmentApi.get(2)).toMatchObject({ errcode: 0 })
    expect(await QyUserApi.get('zhangsan')).toMatchObject({ errcode: 0, name: '张三' })
    expect(await QyTagApi.create('羽毛球', 12)).toMatchObject({ tagid: 12 })
    expect(await QyTagApi.getUserByTagId(2)).toMatchObject({ partylist: [10] })
    use(simulator, 'contacts-sync')
    const member = { userid: 'newcomer', name: '新人', mobile: '13911112222', department: [4] }
    expect(await QyUserApi.create(JSON.stringify(member))).toMatchObject({ errmsg: 'created' })
    expect(await QyDepartmentApi.create('法务部', 1)).toMatchObject({ errmsg: 'created' })
    expect(await QyUserApi.batchDelete(['newcomer'])).toMatchObject({ errmsg: 'deleted' })
    expect(callsOf(simulator).every(([, errcode]) => errcode === 0)).toBe(true)
  })

  it('signs in with its own links, sends, chats and speaks for a robot', async () => {
    await using simulator = await startSimulator()
    leadTo(simulator)
    use(simulator)
    const agentId = simulator.clientOptions().agentId ?? 0
    const link = new URL(
      QyOauthApi.getQrConnect(simulator.corp.id, String(agentId), 'http://localhost:3000/back', 's-1'),
    )
    link.searchParams.set('simulate_user', 'zhangsan')
    const answer = await fetch(simulator.url + link.pathname + link.search, { redirect: 'manual' })
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
    expect(await QyOauthApi.getUserInfo(code)).toMatchObject({ UserId: 'zhangsan' })
    const message = { touser: 'zhangsan', msgtype: 'text', agentid: agentId, text: { content: '你好' } }
    expect(await QySendMsgApi.sendMessage(JSON.stringify(message))).toMatchObject({ errcode: 0 })
    expect(await QyAgentApi.getAgent(String(agentId))).toMatchObject({ errcode: 0 })
    const { chatid } = Object(await QyAppChatApi.create(['zhangsan', 'lisi'], 'zhangsan', '群'))
    expect(await QyAppChatApi.get(chatid)).toMatchObject({ chat_info: { owner: 'zhangsan' } })
    const robot = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=51317a7e-0000-4000-8000-000000000001'
    const text = JSON.stringify({ msgtype: 'text', text: { content: '已发布' } })
    expect(await QyGroupRobotApi.send(robot, text)).toMatchObject({ errcode: 0 })
  })

  it('finds every other path answered, none of them a bare 404', async () => {
    await using simulator = await startSimulator()
    leadTo(simulator)
    use(simulator)
    const answers = [
      await QyExContact.getFollowUserList(),
      await QyExContact.getUserList('zhangsan'),
      await QyExContact.getCorpTagList([]),
      await QyOAApi.getTemplateDetail('simulated-template-of-a-leave-0000000000001'),
      await QyOAApi.getCalendar(['wcjg1']),
      await QySendMsgApi.getTatistics(0),
    ]
    expect(answers.map((answer) => Object(answer).errcode)).toEqual([0, 0, 0, 0, 0, 0])
  })
})
