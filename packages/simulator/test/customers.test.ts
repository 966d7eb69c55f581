import { describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { credentials, startReceiver } from './receiver.ts'
import { api } from './support.ts'

const cheng = 'wmSimCustomer000000000000000000002'

async function errcodeOf(simulator: Simulator, path: string, body?: object, app?: string): Promise<unknown> {
  return (await api(simulator, `externalcontact/${path}`, body, app)).body['errcode']
}

async function answerOf(
  simulator: Simulator,
  path: string,
  body?: object,
  app = 'portal',
): Promise<Record<string, unknown>> {
  return (await api(simulator, `externalcontact/${path}`, body, app)).body
}

describe('a customer', () => {
  test('is listed for its member and read with all who serve it', async () => {
    await using simulator = await startSimulator()
    expect((await answerOf(simulator, 'get_follow_user_list'))['follow_user']).toEqual(['zhangsan'])
    expect((await answerOf(simulator, 'list?userid=zhangsan'))['external_userid']).toEqual([cheng])
    expect(await errcodeOf(simulator, 'list?userid=lisi')).toBe(84061)
    simulator.customers.add({ userid: 'lisi', name: '客户程女士', externalUserid: cheng, state: 'fair' })
    const both = await answerOf(simulator, `get?external_userid=${cheng}`)
    expect(both).toMatchObject({
      external_contact: { external_userid: cheng, name: '客户程女士', type: 1 },
      follow_user: [{ userid: 'zhangsan' }, { userid: 'LiSi', state: 'fair' }],
    })
    const one = await answerOf(simulator, `get?external_userid=${cheng}`, undefined, 'narrow')
    expect(one).toMatchObject({ follow_user: [{ userid: 'LiSi' }] })
    expect(await errcodeOf(simulator, 'get?external_userid=wmNobody')).toBe(40096)
    expect(await errcodeOf(simulator, 'list?userid=zhangsan', undefined, 'narrow')).toBe(60011)
  })

  test('is read in pages for several members', async () => {
    await using simulator = await startSimulator()
    for (const name of ['甲', '乙', '丙']) simulator.customers.add({ userid: 'lisi', name })
    const body = { userid_list: ['zhangsan', 'lisi'], limit: 3 }
    const first = await answerOf(simulator, 'batch/get_by_user', body)
    expect(first['external_contact_list']).toHaveLength(3)
    const next = { ...body, cursor: first['next_cursor'] }
    expect(await answerOf(simulator, 'batch/get_by_user', next)).toMatchObject({
      next_cursor: '',
      external_contact_list: [
        { external_contact: { name: '丙' }, follow_info: { userid: 'LiSi', tag_id: [] } },
      ],
    })
    expect(await errcodeOf(simulator, 'batch/get_by_user', { ...body, cursor: 'x' })).toBe(50100)
  })

  test('carries remarks and tags of its member, also with the secret of 客户联系', async () => {
    await using simulator = await startSimulator()
    const who = { userid: 'zhangsan', external_userid: cheng }
    const note = { ...who, remark: '程总', remark_mobiles: ['13800000001'], remark_company: null }
    expect(await errcodeOf(simulator, 'remark', note, 'external-contact')).toBe(0)
    expect(await errcodeOf(simulator, 'remark', who)).toBe(40063)
    const group = { group_name: '等级', tag: [{ name: '重要' }, { name: '普通' }, { name: '重要' }] }
    const added = await answerOf(simulator, 'add_corp_tag', group)
    expect(added['tag_group']).toMatchObject({
      group_name: '等级',
      tag: [{ name: '重要' }, { name: '普通' }],
    })
    const { tag } = Object(added['tag_group'])
    expect(await errcodeOf(simulator, 'mark_tag', { ...who, add_tag: [tag[0].id] })).toBe(0)
    expect(await errcodeOf(simulator, 'mark_tag', { ...who, add_tag: ['etNone'] })).toBe(40068)
    expect(await errcodeOf(simulator, 'mark_tag', { ...who, userid: 'lisi', add_tag: [tag[0].id] })).toBe(
      84061,
    )
    expect(await answerOf(simulator, `get?external_userid=${cheng}`)).toMatchObject({
      follow_user: [
        {
          remark: '程总',
          remark_mobiles: ['13800000001'],
          tags: [{ group_name: '等级', tag_name: '重要', tag_id: tag[0].id, type: 1 }],
        },
      ],
    })
  })
})

test('corp tags belong to the app that made them, and a group goes with its last tag', async () => {
  await using simulator = await startSimulator()
  const added = await answerOf(simulator, 'add_corp_tag', {
    group_name: '等级',
    tag: [{ name: '重要', order: 2 }],
  })
  const { group_id: groupId, tag } = Object(added['tag_group'])
  await answerOf(simulator, 'add_corp_tag', { group_id: groupId, tag: [{ name: '普通' }] })
  expect(await errcodeOf(simulator, 'edit_corp_tag', { id: tag[0].id, name: '普通' })).toBe(40071)
  expect(await errcodeOf(simulator, 'edit_corp_tag', { id: tag[0].id, name: '特别' }, 'legacy')).toBe(81011)
  expect(await errcodeOf(simulator, 'edit_corp_tag', { id: groupId, name: '级别' })).toBe(0)
  expect(await answerOf(simulator, 'get_corp_tag_list', { tag_id: [tag[0].id] })).toMatchObject({
    tag_group: [{ group_name: '级别', tag: [{ name: '重要', order: 2 }] }],
  })
  const all = Object((await answerOf(simulator, 'get_corp_tag_list', {}))['tag_group'])
  const ids: unknown[] = all[0].tag.map((each: { id: string }) => each.id)
  expect(await errcodeOf(simulator, 'del_corp_tag', { tag_id: ids })).toBe(0)
  expect((await answerOf(simulator, 'get_corp_tag_list', {}))['tag_group']).toEqual([])
})

test('a contact way is kept by its app', async () => {
  await using simulator = await startSimulator()
  const way = { type: 1, scene: 2, user: ['zhangsan'], state: 'fair', skip_verify: true }
  const { config_id: id, qr_code: code } = await answerOf(simulator, 'add_contact_way', way)
  expect(code).toEqual(expect.stringContaining('https://'))
  await answerOf(simulator, 'update_contact_way', { config_id: id, remark: '展会' })
  expect((await answerOf(simulator, 'get_contact_way', { config_id: id }))['contact_way']).toEqual({
    config_id: id,
    ...way,
    remark: '展会',
    qr_code: code,
  })
  expect((await answerOf(simulator, 'list_contact_way', {}))['contact_way']).toEqual([{ config_id: id }])
  expect(await errcodeOf(simulator, 'get_contact_way', { config_id: id }, 'legacy')).toBe(41044)
  expect(await errcodeOf(simulator, 'del_contact_way', { config_id: id })).toBe(0)
  expect(await errcodeOf(simulator, 'get_contact_way', { config_id: id })).toBe(41044)
  expect(await errcodeOf(simulator, 'add_contact_way', { ...way, user: ['zhangsan', 'lisi'] })).toBe(41041)
  expect(await errcodeOf(simulator, 'add_contact_way', { ...way, type: 3 })).toBe(41039)
})

describe('events of customers', () => {
  test('tell who came, was edited, was deleted and left; calls of the API tell nothing', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await simulator.callbacks.register({ app: 'external-contact', url: receiver.url, ...credentials })
    await using other = await startReceiver()
    await simulator.callbacks.register({ app: 'portal', url: other.url, ...credentials })
    const { externalUserid } = simulator.customers.add({ userid: 'lisi', name: '甲', state: 'fair' })
    const who = { userid: 'LiSi', externalUserid }
    await answerOf(simulator, 'remark', { userid: 'lisi', external_userid: externalUserid, remark: 'x' })
    simulator.customers.edit(who)
    simulator.customers.remove(who)
    simulator.customers.add({ userid: 'lisi', name: '甲' })
    simulator.customers.leave(who)
    await simulator.callbacks.settled()
    const events = simulator.callbacks.deliveries().map(({ event }) => Object(event))
    expect(events.map((event) => event.ChangeType)).toEqual([
      'add_external_contact',
      'edit_external_contact',
      'del_external_contact',
      'add_external_contact',
      'del_follow_user',
    ])
    expect(events[0]).toEqual({
      Event: 'change_external_contact',
      ChangeType: 'add_external_contact',
      UserID: 'LiSi',
      ExternalUserID: externalUserid,
      State: 'fair',
      WelcomeCode: expect.any(String),
    })
    expect(other.pushes).toEqual([])
    expect(() => simulator.customers.leave(who)).toThrow('does not serve')
  })

  test('carry a code to welcome with, once and for 20 seconds', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await simulator.callbacks.register({ app: 'portal', url: receiver.url, ...credentials })
    const code = async (name: string): Promise<string> => {
      simulator.customers.add({ userid: 'lisi', name })
      await simulator.callbacks.settled()
      return Object(simulator.callbacks.deliveries().at(-1)?.event).WelcomeCode
    }
    const welcome = { welcome_code: await code('甲'), text: { content: '你好' } }
    expect(await errcodeOf(simulator, 'send_welcome_msg', welcome)).toBe(0)
    expect(simulator.messages.list()).toMatchObject([
      { msgtype: 'welcome', content: { text: { content: '你好' } } },
    ])
    expect(await errcodeOf(simulator, 'send_welcome_msg', welcome)).toBe(41050)
    const late = { ...welcome, welcome_code: await code('乙') }
    simulator.clock.advance(20_000)
    expect(await errcodeOf(simulator, 'send_welcome_msg', late)).toBe(41050)
  })
})

test('the secret of 客户联系 opens its own chapter and the reading of members', async () => {
  await using simulator = await startSimulator()
  const errcode = async (path: string, body?: object, app = 'external-contact'): Promise<unknown> =>
    (await api(simulator, path, body, app)).body['errcode']
  expect(await errcode('externalcontact/list?userid=zhangsan')).toBe(0)
  expect(await errcode('user/get?userid=zhangsan')).toBe(0)
  expect(await errcode('user/create', { userid: 'x', name: 'x' })).toBe(48002)
  expect(await errcode('message/send', { touser: 'zhangsan', msgtype: 'text', text: { content: 'x' } })).toBe(
    48002,
  )
  expect(await errcode('checkin/getcorpcheckinoption', {}, 'checkin')).toBe(0)
  expect(await errcode('checkin/getcorpcheckinoption', {}, 'approval')).toBe(48002)
  simulator.settings.set({ systemSecrets: 'ended' })
  expect(await errcode('externalcontact/list?userid=zhangsan')).toBe(48002)
  expect(await errcode('checkin/getcorpcheckinoption', {}, 'checkin')).toBe(48002)
})
