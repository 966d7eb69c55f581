import type { Simulator } from '@wecom-kit/simulator'

const leave = {
  creator_userid: 'zhangsan',
  template_id: 'simulated-template-of-a-leave-0000000000001',
  use_template_approver: 0,
  process: {
    node_list: [
      { type: 1, apv_rel: 1, userid: ['liwei'] },
      { type: 2, userid: ['guoxin'] },
    ],
  },
  apply_data: { contents: [{ control: 'Text', id: 'Text-1', value: { text: '回家' } }] },
  summary_list: [{ summary_info: [{ text: '请假', lang: 'zh_CN' }] }],
}

/** Lets a bit of everything happen, so that no tab of the console is empty on its picture. */
export async function livenSimulator(simulator: Simulator): Promise<void> {
  const app = simulator.apps.find(({ kind }) => kind === 'app')
  const query = new URLSearchParams({ corpid: simulator.corp.id, corpsecret: app?.secret ?? '' })
  const token = await (await fetch(`${simulator.url}/cgi-bin/gettoken?${query.toString()}`)).json()
  const post = async (path: string, body: object): Promise<void> => {
    await fetch(`${simulator.url}/cgi-bin/${path}?access_token=${String(Object(token)['access_token'])}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
  }
  const message = { agentid: app?.agentId, msgtype: 'text', text: { content: '会议改到三点' } }
  await post('message/send', { ...message, touser: 'zhangsan|lisi' })
  await post('oa/applyevent', leave)
  await post('oa/applyevent', { ...leave, creator_userid: 'lisi' })
  await post('user/get', {})
  const [approval] = simulator.approvals.list()
  if (approval !== undefined) simulator.approvals.decide(approval.spNo, { action: 'agree', speech: '好' })
  simulator.customers.add({ userid: 'zhangsan', name: '陈女士' })
  simulator.customers.add({ userid: 'lisi', name: '黄先生' })
  simulator.faults.add({ path: '/cgi-bin/user/get', kind: 'errcode', errcode: 45009 })
  simulator.stubs.add({ path: '/cgi-bin/oa/getcheckindata', answer: { checkindata: [] } })
  simulator.settings.set({ concurrency: 20 })
  const lost = 'redirect_uri=http%3A%2F%2Felsewhere.example%2Fcallback&login_type=CorpApp&state=s'
  await fetch(`${simulator.url}/wwlogin/sso/login?appid=${simulator.corp.id}&agentid=${app?.agentId}&${lost}`)
}
