import type { Simulator } from '../src/index.ts'

/** What a call of a path with behaviour needs besides sample values, and what it then answers. */
export interface DocumentedCall {
  query?: Record<string, string>
  body?: Record<string, unknown>
  /** Whose token it takes. @default portal, or contacts-sync where the path is for it alone */
  app?: string
  /** Set when the path has no successful answer here. */
  errcode?: number
}

type Tokens = Readonly<Record<string, string>>

type Prepare = (simulator: Simulator, tokens: Tokens) => DocumentedCall | Promise<DocumentedCall>

const leaveTemplate = 'simulated-template-of-a-leave-0000000000001'
const approvalForm = {
  template_name: [{ text: '用章', lang: 'zh_CN' }],
  template_content: {
    controls: [
      { property: { control: 'Text', id: 'Text-1', title: [{ text: '事由', lang: 'zh_CN' }], un_print: 0 } },
    ],
  },
}
const application = {
  creator_userid: 'zhangsan',
  template_id: leaveTemplate,
  use_template_approver: 0,
  process: { node_list: [{ type: 1, apv_rel: 1, userid: ['liwei'] }] },
  apply_data: { contents: [{ control: 'Text', id: 'Text-1', value: { text: '回家' } }] },
  summary_list: [{ summary_info: [{ text: '请假', lang: 'zh_CN' }] }],
}
const customer = { userid: 'zhangsan', external_userid: 'wmSimCustomer000000000000000000002' }
const corpTag = { group_name: '等级', tag: [{ name: '重要' }] }
const contactWay = { type: 1, scene: 2, user: ['zhangsan'] }
const newcomer = { userid: 'newcomer', name: '新人', mobile: '13900009999', department: [4] }

/** By path. The others succeed with sample values. */
export const documentedCalls: Readonly<Record<string, Prepare>> = {
  '/cgi-bin/gettoken': (simulator) => ({
    query: { corpid: simulator.corp.id, corpsecret: simulator.apps[0].secret },
  }),
  '/cgi-bin/auth/getuserinfo': (simulator) => ({
    query: { code: simulator.codes.issue({ user: 'zhangsan' }) },
  }),
  '/cgi-bin/user/getuserinfo': (simulator) => ({
    query: { code: simulator.codes.issue({ user: 'zhangsan' }) },
  }),
  '/cgi-bin/auth/getuserdetail': async (simulator, tokens) => ({
    body: { user_ticket: await ticketOf(simulator, tokens) },
  }),
  '/cgi-bin/auth/get_tfa_info': (simulator) => ({
    body: { code: simulator.codes.issue({ user: 'zhangsan', purpose: 'verify' }) },
  }),
  '/cgi-bin/user/tfa_succ': async (simulator, tokens) => ({
    body: { userid: 'zhangsan', tfa_code: await tfaCodeOf(simulator, tokens) },
  }),
  '/cgi-bin/user/create': () => ({ body: newcomer }),
  '/cgi-bin/user/getuserid': () => ({ body: { mobile: '13800010002' } }),
  '/cgi-bin/user/get_userid_by_email': () => ({ body: { email: 'zhangsan@yunshan.example.com' } }),
  '/cgi-bin/user/convert_to_userid': (simulator) => ({
    body: { openid: simulator.contacts.openid('zhangsan') },
  }),
  '/cgi-bin/batch/userid_to_openuserid': () => ({ errcode: 48002 }),
  '/cgi-bin/department/create': () => ({ body: { name: '法务部', parentid: 1 } }),
  '/cgi-bin/department/delete': async (simulator) => ({
    query: { id: String((await simulator.contacts.createDepartment({ name: '空部门' })).id) },
  }),
  '/cgi-bin/user/batchdelete': () => ({ body: { useridlist: ['zhangsan', 'LiSi'] } }),
  '/cgi-bin/batch/invite': () => ({ body: { user: ['zhangsan'] } }),
  '/cgi-bin/batch/syncuser': (simulator, tokens) => withCsv(simulator, tokens),
  '/cgi-bin/batch/replaceuser': (simulator, tokens) => withCsv(simulator, tokens),
  '/cgi-bin/batch/replaceparty': (simulator, tokens) => withCsv(simulator, tokens),
  '/cgi-bin/batch/getresult': async (simulator, tokens) => {
    const { body } = await withCsv(simulator, tokens)
    return {
      app: 'contacts-sync',
      query: { jobid: await post(simulator, tokens, 'contacts-sync', 'batch/syncuser', body ?? {}, 'jobid') },
    }
  },
  '/cgi-bin/tag/get': () => ({ query: { tagid: '1' } }),
  '/cgi-bin/tag/update': async (simulator, tokens) => ({
    body: { ...(await ownTag(simulator, tokens)), tagname: '新' },
  }),
  '/cgi-bin/tag/delete': async (simulator, tokens) => ({
    query: { tagid: String((await ownTag(simulator, tokens)).tagid) },
  }),
  '/cgi-bin/tag/addtagusers': async (simulator, tokens) => ({
    body: { ...(await ownTag(simulator, tokens)), userlist: ['zhangsan'] },
  }),
  '/cgi-bin/tag/deltagusers': async (simulator, tokens) => ({
    body: { ...(await ownTag(simulator, tokens)), userlist: ['zhangsan'] },
  }),
  '/cgi-bin/ticket/get': () => ({ query: { type: 'agent_config' } }),
  '/cgi-bin/oa/gettemplatedetail': () => ({ body: { template_id: leaveTemplate } }),
  '/cgi-bin/oa/approval/update_template': async (simulator, tokens) => ({
    body: {
      ...approvalForm,
      template_id: await post(
        simulator,
        tokens,
        'portal',
        'oa/approval/create_template',
        approvalForm,
        'template_id',
      ),
    },
  }),
  '/cgi-bin/oa/applyevent': () => ({ body: application }),
  '/cgi-bin/oa/getapprovalinfo': (simulator) => {
    const now = Math.floor(simulator.clock.now() / 1000)
    return { body: { starttime: String(now - 60), endtime: String(now + 60), new_cursor: '', size: 100 } }
  },
  '/cgi-bin/oa/getapprovaldetail': async (simulator, tokens) => ({
    body: { sp_no: await post(simulator, tokens, 'portal', 'oa/applyevent', application, 'sp_no') },
  }),
  '/cgi-bin/externalcontact/list': () => ({ query: { userid: 'zhangsan' } }),
  '/cgi-bin/externalcontact/batch/get_by_user': () => ({ body: { userid_list: ['zhangsan'] } }),
  '/cgi-bin/externalcontact/remark': () => ({ body: { ...customer, remark: '程总' } }),
  '/cgi-bin/externalcontact/mark_tag': async (simulator, tokens) => ({
    body: { ...customer, add_tag: [await ownCorpTag(simulator, tokens)] },
  }),
  '/cgi-bin/externalcontact/add_corp_tag': () => ({ body: corpTag }),
  '/cgi-bin/externalcontact/edit_corp_tag': async (simulator, tokens) => ({
    body: { id: await ownCorpTag(simulator, tokens), name: '新' },
  }),
  '/cgi-bin/externalcontact/del_corp_tag': async (simulator, tokens) => ({
    body: { group_id: [await ownCorpTag(simulator, tokens)] },
  }),
  '/cgi-bin/externalcontact/add_contact_way': () => ({ body: contactWay }),
  '/cgi-bin/externalcontact/get_contact_way': async (simulator, tokens) => ({
    body: { config_id: await ownContactWay(simulator, tokens) },
  }),
  '/cgi-bin/externalcontact/update_contact_way': async (simulator, tokens) => ({
    body: { config_id: await ownContactWay(simulator, tokens) },
  }),
  '/cgi-bin/externalcontact/del_contact_way': async (simulator, tokens) => ({
    body: { config_id: await ownContactWay(simulator, tokens) },
  }),
  // A welcome_code comes with an event alone.
  '/cgi-bin/externalcontact/send_welcome_msg': () => ({ errcode: 41050 }),
  '/cgi-bin/message/recall': async (simulator, tokens) => ({
    body: { msgid: await sent(simulator, tokens, 'msgid') },
  }),
  '/cgi-bin/message/update_template_card': async (simulator, tokens) => ({
    body: {
      agentid: 1_000_002,
      userids: ['zhangsan'],
      response_code: await sent(simulator, tokens, 'response_code'),
      button: { replace_name: '已处理' },
    },
  }),
  '/cgi-bin/appchat/create': () => ({ body: { userlist: ['zhangsan', 'LiSi'] } }),
  '/cgi-bin/appchat/get': async (simulator, tokens) => ({ query: await ownChat(simulator, tokens) }),
  '/cgi-bin/appchat/update': async (simulator, tokens) => ({ body: await ownChat(simulator, tokens) }),
  '/cgi-bin/appchat/send': async (simulator, tokens) => ({
    body: { ...(await ownChat(simulator, tokens)), msgtype: 'text', text: { content: '你好' } },
  }),
  '/cgi-bin/webhook/send': () => ({
    query: { key: '51317a7e-0000-4000-8000-000000000001' },
    body: { msgtype: 'text', text: { content: '你好' } },
  }),
  '/cgi-bin/agent/get': () => ({ query: { agentid: '1000002' } }),
  '/cgi-bin/agent/set': () => ({ body: { agentid: 1_000_002, name: '门户' } }),
  '/cgi-bin/menu/create': () => ({
    query: { agentid: '1000002' },
    body: { button: [{ type: 'click', name: '签到', key: 'k' }] },
  }),
  '/cgi-bin/menu/get': async (simulator, tokens) => {
    const path = 'menu/create?agentid=1000002'
    const button = [{ name: '更多', sub_button: [{ type: 'view', name: '主页', url: 'https://a.example' }] }]
    await post(simulator, tokens, 'portal', path, { button }, 'errcode')
    return { query: { agentid: '1000002' } }
  },
  '/cgi-bin/menu/delete': () => ({ query: { agentid: '1000002' } }),
  '/cgi-bin/message/send': () => ({
    body: { touser: 'zhangsan', agentid: 1_000_002, msgtype: 'text', text: { content: '你好' } },
  }),
}

async function ownCorpTag(simulator: Simulator, tokens: Tokens): Promise<string> {
  const url = `${simulator.url}/cgi-bin/externalcontact/add_corp_tag?access_token=${tokens['portal']}`
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(corpTag) })
  const { tag_group: group } = Object(await answer.json())
  return String(Object(group).tag[0].id)
}

async function ownContactWay(simulator: Simulator, tokens: Tokens): Promise<string> {
  return post(simulator, tokens, 'portal', 'externalcontact/add_contact_way', contactWay, 'config_id')
}

async function ownChat(simulator: Simulator, tokens: Tokens): Promise<{ chatid: string }> {
  const body = { userlist: ['zhangsan', 'LiSi'] }
  return { chatid: await post(simulator, tokens, 'portal', 'appchat/create', body, 'chatid') }
}

async function sent(simulator: Simulator, tokens: Tokens, name: string): Promise<string> {
  const card = { card_type: 'button_interaction', task_id: 't', main_title: { title: 'x' } }
  const body = { touser: 'zhangsan', agentid: 1_000_002, msgtype: 'template_card', template_card: card }
  return post(simulator, tokens, 'portal', 'message/send', body, name)
}

async function ownTag(simulator: Simulator, tokens: Tokens): Promise<{ tagid: number }> {
  return {
    tagid: Number(await post(simulator, tokens, 'portal', 'tag/create', { tagname: '新标签' }, 'tagid')),
  }
}

async function withCsv(simulator: Simulator, tokens: Tokens): Promise<DocumentedCall> {
  return {
    body: { media_id: await upload(simulator, tokens, '姓名,帐号,手机号\n新人,newcomer,13911110001') },
  }
}

async function upload(simulator: Simulator, tokens: Tokens, content: string, type = 'file'): Promise<string> {
  const form = new FormData()
  form.set('media', new Blob([content]), 'file.csv')
  const url = `${simulator.url}/cgi-bin/media/upload?type=${type}&access_token=${tokens['portal']}`
  const answer = await fetch(url, { method: 'POST', body: form })
  return textOf(await answer.json(), 'media_id')
}

/** Posts to a path below /cgi-bin and gives one field of the answer. */
async function post(
  simulator: Simulator,
  tokens: Tokens,
  app: string,
  path: string,
  body: object,
  name: string,
): Promise<string> {
  const mark = path.includes('?') ? '&' : '?'
  const url = `${simulator.url}/cgi-bin/${path}${mark}access_token=${tokens[app]}`
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  return textOf(await answer.json(), name)
}

async function ticketOf(simulator: Simulator, tokens: Tokens): Promise<string> {
  const code = simulator.codes.issue({ user: 'zhangsan', scope: 'snsapi_privateinfo' })
  const answer = await fetch(
    `${simulator.url}/cgi-bin/auth/getuserinfo?access_token=${tokens['portal']}&code=${code}`,
  )
  return textOf(await answer.json(), 'user_ticket')
}

async function tfaCodeOf(simulator: Simulator, tokens: Tokens): Promise<string> {
  const code = simulator.codes.issue({ user: 'zhangsan', purpose: 'verify' })
  return post(simulator, tokens, 'contacts-sync', 'auth/get_tfa_info', { code }, 'tfa_code')
}

function textOf(answer: unknown, name: string): string {
  if (typeof answer !== 'object' || answer === null) throw new Error('no answer')
  return String(Reflect.get(answer, name))
}
