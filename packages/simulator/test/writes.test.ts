import { describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { isRecord } from '../src/shape/shape.ts'
import { credentials, startReceiver } from './receiver.ts'
import { api, tokenOf } from './support.ts'

const sync = 'contacts-sync'

async function write(simulator: Simulator, path: string, body?: object): Promise<Record<string, unknown>> {
  return (await api(simulator, path, body, sync)).body
}

test('contacts-sync creates, changes, renames and deletes members', async () => {
  await using simulator = await startSimulator()
  const member = {
    userid: 'newbie',
    name: '新人',
    department: [4],
    mobile: '13900001111',
    gender: '1',
    to_invite: false,
  }
  expect(await write(simulator, 'user/create', member)).toEqual({ errcode: 0, errmsg: 'created' })
  expect(await write(simulator, 'user/create', { ...member, userid: 'NEWBIE' })).toMatchObject({
    errcode: 60102,
  })
  expect(await write(simulator, 'user/create', { ...member, userid: 'other' })).toMatchObject({
    errcode: 60104,
  })
  const change = { userid: 'newbie', new_userid: 'oldie', position: '顾问', gender: 2, enable: 0 }
  expect(await write(simulator, 'user/update', change)).toEqual({ errcode: 0, errmsg: 'updated' })
  expect(simulator.contacts.user('oldie')).toMatchObject({
    name: '新人',
    position: '顾问',
    gender: '2',
    status: 2,
  })
  expect(await write(simulator, 'user/delete?userid=oldie')).toEqual({ errcode: 0, errmsg: 'deleted' })
  expect(await write(simulator, 'user/delete?userid=oldie')).toMatchObject({ errcode: 60111 })
})

test('contacts-sync creates, moves and deletes departments', async () => {
  await using simulator = await startSimulator()
  expect(await write(simulator, 'department/create', { name: '法务部', parentid: 1 })).toEqual({
    errcode: 0,
    errmsg: 'created',
    id: 13,
  })
  expect(await write(simulator, 'department/create', { name: '法务部', id: 13, parentid: 1 })).toMatchObject({
    errcode: 60008,
  })
  expect(await write(simulator, 'department/update', { id: 13, parentid: 2 })).toEqual({
    errcode: 0,
    errmsg: 'updated',
  })
  expect(await write(simulator, 'department/update', { id: 2, parentid: 13 })).toMatchObject({
    errcode: 60010,
  })
  expect(await write(simulator, 'department/delete?id=4')).toMatchObject({ errcode: 60005 })
  expect(await write(simulator, 'department/create', { name: '合同组', parentid: 13 })).toMatchObject({
    id: 14,
  })
  expect(await write(simulator, 'department/delete?id=13')).toMatchObject({ errcode: 60006 })
  expect(await write(simulator, 'department/delete?id=14')).toMatchObject({ errcode: 0 })
  expect(await write(simulator, 'department/delete?id=1')).toMatchObject({ errcode: 60007 })
  expect(await write(simulator, 'department/delete?id=13')).toEqual({ errcode: 0, errmsg: 'deleted' })
})

test.each<[string, object | undefined, number]>([
  ['user/create', { name: 'x' }, 41009],
  ['user/create', { userid: 'x', name: 'x', department: 'four' }, 40058],
  ['user/create', { userid: 'x', name: 'x' }, 60129],
  ['user/create', { userid: 'x', name: 'x', gender: 3 }, 40058],
  ['user/create', { userid: 'x', name: 'x'.repeat(65), mobile: '13911112222' }, 60112],
  ['user/create', { userid: 'x', name: 'x', mobile: 'call me' }, 60103],
  ['user/create', { userid: 'x', name: 'x', email: 'nobody' }, 60105],
  ['user/create', { userid: 'x', name: 'x', email: 'zhangsan@mail.example.com' }, 60106],
  ['user/create', { userid: 'x', name: 'x', mobile: '+86 13800010002' }, 60104],
  ['user/create', { userid: 'x', name: 'x', email: 'a@b.cn', department: [4], order: [1, 2] }, 40058],
  ['user/create', { userid: 'x', name: 'x', email: 'a@b.cn', department: [4], is_leader_in_dept: [] }, 60132],
  ['user/create', { userid: 'x', name: 'x', email: 'a@b.cn', direct_leader: ['nobody'] }, 60111],
  ['user/create', { userid: 'x', name: 'x', email: 'a@b.cn', avatar_mediaid: 'none' }, 40007],
  ['user/update', { userid: 'zhangsan', department: [77] }, 60003],
  ['user/batchdelete', { useridlist: ['zhangsan', 'nobody'] }, 40031],
  ['user/update', { userid: 'nobody' }, 60111],
  ['department/create', { parentid: 1 }, 60001],
  ['department/create', { name: 'x' }, 60004],
  ['department/create', { name: '后端组', parentid: 2 }, 60008],
  ['department/create', { name: 'a:b', parentid: 1 }, 60009],
  ['department/create', { name: '部'.repeat(65), parentid: 1 }, 60001],
  ['department/update', { id: 77, name: 'x' }, 60003],
  ['department/update', { id: 1, parentid: 77 }, 60004],
  ['department/delete?id=77', undefined, 60003],
])('%s %j answers %d', async (path, body, errcode) => {
  await using simulator = await startSimulator()
  expect((await write(simulator, path, body))['errcode']).toBe(errcode)
})

test.each(['user/create', 'user/update', 'department/create', 'department/update'])(
  '%s is not for an app',
  async (path) => {
    await using simulator = await startSimulator()
    expect((await api(simulator, path, { userid: 'x' })).body['errcode']).toBe(48002)
  },
)

describe('a new member', () => {
  const newcomer = { userid: 'newcomer', name: '新人', mobile: '13900002222' }

  test('may come with nulls, a main department of 0 and numbers for texts, as SDKs send them', async () => {
    await using simulator = await startSimulator()
    const body = {
      ...newcomer,
      userid: 20260001,
      mobile: 13900003333,
      department: ['4'],
      main_department: 0,
      order: null,
      alias: null,
      extattr: null,
      external_profile: null,
    }
    expect(await write(simulator, 'user/create', body)).toEqual({ errcode: 0, errmsg: 'created' })
    expect(simulator.contacts.user('20260001')).toMatchObject({
      department: [4],
      main_department: 4,
      mobile: '13900003333',
      status: 4,
    })
  })

  test('without a department waits for one in 其他（待设置部门）', async () => {
    await using simulator = await startSimulator()
    expect(await write(simulator, 'user/create', newcomer)).toEqual({ errcode: 0, errmsg: 'created' })
    const [id = 0] = simulator.contacts.user('newcomer')?.department ?? []
    expect(simulator.contacts.department(id)).toMatchObject({ name: '其他（待设置部门）', parentid: 1 })
    const zero = { ...newcomer, userid: 'second', mobile: '13900004444', department: [0] }
    await write(simulator, 'user/create', zero)
    expect(simulator.contacts.user('second')?.department).toEqual([id])
  })

  test('of departments that do not exist has them made, and the answer lists them', async () => {
    await using simulator = await startSimulator()
    const body = { ...newcomer, department: [4, 700, 701] }
    const answer = await write(simulator, 'user/create', body)
    expect(answer).toEqual({
      errcode: 0,
      errmsg: 'created',
      created_department_list: {
        department_info: [
          { name: expect.any(String), id: 700 },
          { name: expect.any(String), id: 701 },
        ],
      },
    })
    const parent = simulator.contacts.department(simulator.contacts.department(700)?.parentid ?? 0)
    expect(parent?.name).toBe('其他（待设置部门）')
    expect(simulator.contacts.user('newcomer')?.department).toEqual([4, 700, 701])
  })

  test('that is refused leaves no department behind', async () => {
    await using simulator = await startSimulator()
    const body = { ...newcomer, department: [700], direct_leader: ['nobody'] }
    expect((await write(simulator, 'user/create', body))['errcode']).toBe(60111)
    expect(simulator.contacts.department(700)).toBeUndefined()
  })
})

test('a userid changes once, an active mobile number stays, and enable brings a member back', async () => {
  await using simulator = await startSimulator()
  expect(await write(simulator, 'user/update', { userid: 'lisi', new_userid: 'li.si' })).toMatchObject({
    errcode: 0,
  })
  expect(await write(simulator, 'user/update', { userid: 'li.si', new_userid: 'lisi' })).toMatchObject({
    errcode: 301036,
  })
  await write(simulator, 'user/update', { userid: 'zhangsan', mobile: '13955556666', position: '架构师' })
  expect(simulator.contacts.user('zhangsan')).toMatchObject({ mobile: '13800010002', position: '架构师' })
  await write(simulator, 'user/update', { userid: 'shixi', mobile: '13955556666' })
  expect(simulator.contacts.user('shixi')?.mobile).toBe('13955556666')
  await write(simulator, 'user/update', { userid: 'zhoujie', enable: 1 })
  expect(simulator.contacts.user('zhoujie')?.status).toBe(1)
})

test('many members are deleted at once, or none', async () => {
  await using simulator = await startSimulator()
  expect(await write(simulator, 'user/batchdelete', { useridlist: ['LISI', 'wangwu'] })).toEqual({
    errcode: 0,
    errmsg: 'deleted',
  })
  expect(simulator.contacts.user('lisi')).toBeUndefined()
})

test('departments are at most 15 levels deep', async () => {
  await using simulator = await startSimulator()
  const errcodes = []
  for (let level = 2; level <= 16; level += 1) {
    const body = { name: `level ${level}`, id: 1000 + level, parentid: level === 2 ? 1 : 999 + level }
    errcodes.push((await write(simulator, 'department/create', body))['errcode'])
  }
  expect(errcodes).toEqual([...Array.from({ length: 14 }, () => 0), 81002])
})

test('an invitation names whom it cannot reach', async () => {
  await using simulator = await startSimulator()
  const body = { user: ['zhangsan', 'nobody'], party: [4, 99], tag: [1, 9] }
  expect((await api(simulator, 'batch/invite', body)).body).toMatchObject({
    errcode: 0,
    invaliduser: ['nobody'],
    invalidparty: [99],
    invalidtag: [9],
  })
})

describe('tags', () => {
  const errcode = async (simulator: Simulator, path: string, body?: object, app?: string): Promise<unknown> =>
    (await api(simulator, path, body, app)).body['errcode']

  test('belong to the app that made them', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'tag/create', { tagname: '羽毛球' })).body).toEqual({
      errcode: 0,
      errmsg: 'created',
      tagid: 3,
    })
    expect(await errcode(simulator, 'tag/update', { tagid: 3, tagname: '网球' }, 'narrow')).toBe(81011)
    expect(await errcode(simulator, 'tag/update', { tagid: '3', tagname: '网球' })).toBe(0)
    expect(await errcode(simulator, 'tag/update', { tagid: 1, tagname: '值夜' })).toBe(81011)
    expect(await errcode(simulator, 'tag/update', { tagid: 1, tagname: '值夜' }, sync)).toBe(0)
    expect(await errcode(simulator, 'tag/create', { tagname: '值夜' })).toBe(40071)
    expect(await errcode(simulator, 'tag/create', { tagname: 'x'.repeat(33) })).toBe(40072)
    expect((await api(simulator, 'tag/delete?tagid=3')).body).toEqual({ errcode: 0, errmsg: 'deleted' })
    expect(await errcode(simulator, 'tag/get?tagid=3')).toBe(40068)
  })

  test('take members and departments, name the wrong ones, and tell contacts-sync', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await simulator.callbacks.register({ app: sync, url: receiver.url, ...credentials })
    await api(simulator, 'tag/create', { tagname: '羽毛球', tagid: 30 })
    const added = { tagid: 30, userlist: ['zhangsan', 'LISI', 'nobody'], partylist: [4, 99] }
    expect((await api(simulator, 'tag/addtagusers', added)).body).toEqual({
      errcode: 0,
      errmsg: 'ok',
      invalidlist: 'nobody',
      invalidparty: [99],
    })
    expect((await api(simulator, 'tag/get?tagid=30')).body).toMatchObject({
      userlist: [{ userid: 'zhangsan' }, { userid: 'LiSi' }],
      partylist: [4],
    })
    expect((await api(simulator, 'tag/deltagusers', { tagid: 30, userlist: ['zhangsan'] })).body).toEqual({
      errcode: 0,
      errmsg: 'deleted',
    })
    await simulator.callbacks.settled()
    expect(simulator.callbacks.deliveries().map(({ event }) => event)).toEqual([
      {
        Event: 'change_contact',
        ChangeType: 'update_tag',
        TagId: 30,
        AddUserItems: 'zhangsan,LiSi',
        AddPartyItems: '4',
      },
      { Event: 'change_contact', ChangeType: 'update_tag', TagId: 30, DelUserItems: 'zhangsan' },
    ])
  })

  test('refuse lists of strangers alone, each call with its own code', async () => {
    await using simulator = await startSimulator()
    await api(simulator, 'tag/create', { tagname: '羽毛球', tagid: 30 })
    const body = { tagid: 30, userlist: ['nobody'] }
    expect(await errcode(simulator, 'tag/addtagusers', body)).toBe(40070)
    expect(await errcode(simulator, 'tag/deltagusers', body)).toBe(40031)
    expect(await errcode(simulator, 'tag/addtagusers', { tagid: 30 })).toBe(81012)
  })
})

describe('batch jobs', () => {
  async function upload(simulator: Simulator, csv: string): Promise<unknown> {
    const form = new FormData()
    form.set('media', new Blob([csv]), 'contacts.csv')
    const token = await tokenOf(simulator, sync)
    const url = `${simulator.url}/cgi-bin/media/upload?type=file&access_token=${token}`
    const answer: unknown = await (await fetch(url, { method: 'POST', body: form })).json()
    return isRecord(answer) ? answer['media_id'] : undefined
  }

  async function run(simulator: Simulator, name: string, csv: string): Promise<Record<string, unknown>> {
    const media = await upload(simulator, csv)
    const { jobid } = await write(simulator, `batch/${name}`, { media_id: media })
    return write(simulator, `batch/getresult?jobid=${String(jobid)}`)
  }

  test('write members line by line and say how each went', async () => {
    await using simulator = await startSimulator()
    const csv =
      '\uFEFF姓名,帐号,手机号,邮箱,所在部门,职位\n"周,一",zhouyi,13911110001,,4;5,工程师\r\n无名,wuming,,,4,\n张三丰,zhangsan,,,,'
    expect(await run(simulator, 'syncuser', csv)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      status: 3,
      type: 'sync_user',
      total: 3,
      percentage: 100,
      result: [
        { userid: 'zhouyi', errcode: 0, errmsg: 'ok' },
        { userid: 'wuming', errcode: 60129, errmsg: expect.any(String) },
        { userid: 'zhangsan', errcode: 0, errmsg: 'ok' },
      ],
    })
    expect(simulator.contacts.user('zhouyi')).toMatchObject({ name: '周,一', department: [4, 5] })
    expect(simulator.contacts.user('zhangsan')).toMatchObject({ name: '张三丰', department: [4, 2] })
  })

  test('that replace all members delete the others', async () => {
    await using simulator = await startSimulator()
    await run(simulator, 'replaceuser', '姓名,帐号,手机号,所在部门\n张三,zhangsan,,4')
    expect(simulator.contacts.users().map(({ userid }) => userid)).toEqual(['zhangsan'])
  })

  test('that replace all departments keep those with members', async () => {
    await using simulator = await startSimulator()
    await simulator.contacts.createDepartment({ name: '空部门', parentid: 1 })
    const csv = '部门名称,部门ID,父部门ID,排序\n云杉科技,1,0,100000000\n平台部,4,1,7\n法务部,50,1,0'
    expect(await run(simulator, 'replaceparty', csv)).toMatchObject({
      type: 'replace_party',
      result: [
        { action: 0, partyid: 1, errcode: 0 },
        { action: 2 + 4 + 8, partyid: 4, errcode: 0 },
        { action: 1, partyid: 50, errcode: 0 },
      ],
    })
    const names = simulator.contacts.departments().map(({ name }) => name)
    expect(names).toContain('平台部')
    expect(names).toContain('前端组')
    expect(names).not.toContain('空部门')
  })

  test('tell the callback of the call, and answer only who submitted them', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    const media = await upload(simulator, '姓名,帐号,手机号\n周一,zhouyi,13911110001')
    const callback = {
      url: receiver.url,
      token: credentials.token,
      encodingaeskey: credentials.encodingAesKey,
    }
    const { jobid } = await write(simulator, 'batch/syncuser', { media_id: media, callback })
    await simulator.callbacks.settled()
    expect(simulator.callbacks.deliveries()).toMatchObject([
      {
        accepted: true,
        event: { Event: 'batch_job_result', BatchJob: { JobId: jobid, JobType: 'sync_user' } },
      },
    ])
    expect((await api(simulator, `batch/getresult?jobid=${String(jobid)}`)).body['errcode']).toBe(40088)
  })
})

describe('undefined leaves out', () => {
  test('a field of a member, a department and an app that is changed', async () => {
    await using simulator = await startSimulator()
    const { admin, contacts } = simulator
    const [member, department, app] = [contacts.user('lisi'), contacts.department(2), admin.apps()[0]]
    const { name: _name, ...left } = Object.fromEntries(
      Object.keys({ ...member }).map((name) => [name, undefined]),
    )
    expect(await contacts.updateUser('lisi', { ...left, position: '顾问' })).toEqual({
      ...member,
      position: '顾问',
    })
    const parts = { name: undefined, name_en: undefined, parentid: undefined, department_leader: undefined }
    expect(await contacts.updateDepartment(2, { ...parts, order: 7 })).toEqual({ ...department, order: 7 })
    admin.updateApp('portal', { secret: undefined, visible: undefined, enabled: undefined, title: '门户' })
    expect(admin.apps()[0]).toEqual({ ...app, title: '门户' })
  })

  test('a field of a new member and a new department, and of those in a seed', async () => {
    const members = [{ userid: 'one', name: '一', department: [1], order: undefined, mobile: undefined }]
    const departments = [{ id: 1, name: '公司', parentid: 0, order: undefined, name_en: undefined }]
    const apps = [{ name: 'app', kind: 'app' as const, agentId: 1, secret: 's', visible: 'all' as const }]
    await using simulator = await startSimulator({
      seed: { corp: { id: 'ww1', name: '公司' }, apps, departments, members },
    })
    const { contacts } = simulator
    expect(contacts.user('one')).toMatchObject({ order: [0], mobile: '' })
    expect(contacts.department(1)).toMatchObject({ order: 0, name_en: '' })
    const made = await contacts.createDepartment({
      name: '新',
      id: undefined,
      parentid: undefined,
      order: undefined,
    })
    expect(made).toMatchObject({ id: 2, parentid: 1, order: 0 })
    const two = { userid: 'two', name: '二', department: [2], status: undefined, main_department: undefined }
    expect(await contacts.createUser(two)).toMatchObject({ status: 1, main_department: 2 })
  })

  test('an empty text where a number belongs is none', async () => {
    await using simulator = await startSimulator()
    const department = simulator.contacts.department(2)
    const empty = { id: 2, order: '', parentid: '' }
    expect(await write(simulator, 'department/update', empty)).toMatchObject({ errcode: 0 })
    expect(simulator.contacts.department(2)).toEqual(department)
    const patch = { userid: 'lisi', main_department: '', position: '顾问' }
    expect(await write(simulator, 'user/update', patch)).toMatchObject({ errcode: 0 })
    expect(simulator.contacts.user('lisi')?.main_department).toBe(
      simulator.contacts.user('lisi')?.department[0],
    )
  })
})
