import { describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { credentials, startReceiver } from './receiver.ts'
import { api } from './support.ts'

const leave = 'simulated-template-of-a-leave-0000000000001'
const form = {
  template_name: [{ text: '用章', lang: 'zh_CN' }],
  template_content: {
    controls: [
      {
        property: {
          control: 'Text',
          id: 'Text-9',
          title: [{ text: '文件', lang: 'zh_CN' }],
          require: 1,
          un_print: 0,
        },
      },
    ],
  },
}
const application = {
  creator_userid: 'zhangsan',
  template_id: leave,
  use_template_approver: 0,
  process: {
    node_list: [
      { type: 1, apv_rel: 2, userid: ['liwei', 'wangfang'] },
      { type: 2, userid: ['guoxin'] },
      { type: 1, apv_rel: 1, userid: ['wangfang'] },
    ],
  },
  apply_data: { contents: [{ control: 'Text', id: 'Text-1', value: { text: '回家' } }] },
  summary_list: [{ summary_info: [{ text: '请假', lang: 'zh_CN' }] }],
}

async function answerOf(
  simulator: Simulator,
  path: string,
  body: object,
  app = 'portal',
): Promise<Record<string, unknown>> {
  return (await api(simulator, `oa/${path}`, body, app)).body
}

async function apply(simulator: Simulator, more: object = {}): Promise<string> {
  return String((await answerOf(simulator, 'applyevent', { ...application, ...more }))['sp_no'])
}

describe('an approval', () => {
  test('is handed in, read with its way, and agreed to', async () => {
    await using simulator = await startSimulator()
    const spNo = await apply(simulator)
    expect(spNo).toMatch(/^\d{12}$/)
    const info = async (): Promise<unknown> =>
      (await answerOf(simulator, 'getapprovaldetail', { sp_no: spNo }, 'approval'))['info']
    expect(await info()).toMatchObject({
      sp_no: spNo,
      sp_name: '请假',
      sp_status: 1,
      template_id: leave,
      applyer: { userid: 'zhangsan', partyid: '4' },
      sp_record: [
        { sp_status: 1, approverattr: 1, details: [{ approver: { userid: 'liwei' } }, {}] },
        { sp_status: 1, approverattr: 2 },
      ],
      notifyer: [{ userid: 'guoxin' }],
      apply_data: {
        contents: [{ id: 'Text-1', title: [{ text: '事由', lang: 'zh_CN' }], value: { text: '回家' } }],
      },
    })
    simulator.approvals.decide(spNo, { action: 'agree', userid: 'LIWEI', speech: '同意' })
    expect(await info()).toMatchObject({
      sp_status: 1,
      sp_record: [{ sp_status: 2, details: [{ speech: '同意', sp_status: 2 }, { sp_status: 1 }] }, {}],
    })
    simulator.approvals.decide(spNo, { action: 'agree', userid: 'wangfang' })
    simulator.approvals.decide(spNo, { action: 'agree', userid: 'wangfang' })
    expect(await info()).toMatchObject({ sp_status: 2 })
    expect(() => simulator.approvals.decide(spNo, { action: 'withdraw' })).toThrow('finished')
  })

  test('is found by time, creator and status, in pages', async () => {
    await using simulator = await startSimulator()
    const first = await apply(simulator)
    const second = await apply(simulator, { creator_userid: 'lisi' })
    simulator.approvals.decide(second, { action: 'refuse' })
    const now = Math.floor(simulator.clock.now() / 1000)
    const query = { starttime: String(now - 60), endtime: now + 60, new_cursor: '', size: 1 }
    const page = await answerOf(simulator, 'getapprovalinfo', query)
    expect(page).toMatchObject({ sp_no_list: [first], new_next_cursor: expect.any(String) })
    const next = { ...query, new_cursor: page['new_next_cursor'] }
    expect(await answerOf(simulator, 'getapprovalinfo', next)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      sp_no_list: [second],
    })
    const filters = [
      { key: 'sp_status', value: '3' },
      { key: 'creator', value: 'LiSi' },
    ]
    expect(await answerOf(simulator, 'getapprovalinfo', { ...query, filters })).toMatchObject({
      sp_no_list: [second],
    })
    expect(
      (await answerOf(simulator, 'getapprovalinfo', { ...query, size: 100 }, 'narrow'))['sp_no_list'],
    ).toEqual([second])
    const long = { ...query, starttime: now - 40 * 86_400 }
    expect((await answerOf(simulator, 'getapprovalinfo', long))['errcode']).toBe(301025)
  })

  test.each<[object, number]>([
    [{ template_id: 'none' }, 301026],
    [{ creator_userid: 'nobody' }, 60111],
    [{ process: { node_list: [] } }, 301025],
    [{ process: { node_list: [{ type: 1, apv_rel: 1, userid: ['nobody'] }] } }, 301025],
    [{ apply_data: { contents: [] } }, 301025],
  ])('is not handed in with %j: %d', async (more, errcode) => {
    await using simulator = await startSimulator()
    expect((await answerOf(simulator, 'applyevent', { ...application, ...more }))['errcode']).toBe(errcode)
  })

  test("goes to the leader when the template's own way is asked for", async () => {
    await using simulator = await startSimulator()
    await apply(simulator, { use_template_approver: 1, process: undefined })
    expect(simulator.approvals.list()[0]?.nodes).toMatchObject([{ type: 1, steps: [{ userid: 'wangfang' }] }])
  })

  test('tells the callback of 审批 how it goes on', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await simulator.callbacks.register({ app: 'approval', url: receiver.url, ...credentials })
    const spNo = await apply(simulator)
    simulator.approvals.decide(spNo, { action: 'withdraw' })
    await simulator.callbacks.settled()
    const events = simulator.callbacks.deliveries().map(({ event }) => Object(event))
    expect(events).toMatchObject([
      {
        Event: 'sys_approval_change',
        ApprovalInfo: { SpNoStr: spNo, SpStatus: 1, StatuChangeEvent: 1, Applyer: { UserId: 'zhangsan' } },
      },
      { ApprovalInfo: { SpStatus: 4, StatuChangeEvent: 6 } },
    ])
    expect(receiver.pushes[0]).toContain('<AgentID>3010040</AgentID>')
  })
})

test('templates belong to the app that made them', async () => {
  await using simulator = await startSimulator()
  const { template_id: id } = await answerOf(simulator, 'approval/create_template', form)
  const update = { ...form, template_id: id, template_name: [{ text: '用印', lang: 'zh_CN' }] }
  expect((await answerOf(simulator, 'approval/update_template', update, 'legacy'))['errcode']).toBe(301088)
  expect((await answerOf(simulator, 'approval/update_template', update))['errcode']).toBe(0)
  expect(await answerOf(simulator, 'gettemplatedetail', { template_id: id })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    template_names: [{ text: '用印', lang: 'zh_CN' }],
    template_content: form.template_content,
  })
  const missing = { ...application, template_id: id }
  expect(await answerOf(simulator, 'applyevent', missing)).toMatchObject({
    errcode: 301025,
    errmsg: expect.stringContaining('Text-9'),
  })
})
