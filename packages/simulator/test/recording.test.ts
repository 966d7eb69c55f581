import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { smallCorp } from '../src/seeds/small-corp.ts'
import { createDepartment } from '../src/world/department.ts'
import { createMember } from '../src/world/member.ts'
import { fitsSchema } from './json-schema.ts'
import { api, appOf, applyForLeave, call, gettokenPath } from './support.ts'

const schema: unknown = JSON.parse(readFileSync(new URL('../seed.schema.json', import.meta.url), 'utf8'))

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'wecom-recording-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'corp.json')
  writeFileSync(path, text)
  return path
}

describe('a recording', () => {
  test('is the same corp again, with everything it was told besides', async () => {
    await using first = await startSimulator()
    await first.contacts.createDepartment({ name: '法务部' })
    await first.contacts.createUser({ userid: 'newbie', name: '新人', department: [13], position: '律师' })
    await first.contacts.deleteUser('lisi')
    first.admin.updateApp('narrow', { enabled: false, visible: { users: ['newbie'] } })
    first.settings.set({ withheldFields: 'empty', callbacks: { retry: 'connection' } })
    first.faults.add({ path: '/cgi-bin/gettoken', kind: 'errcode', errcode: -1, times: 2 })
    first.faults.random({ rate: 0.1, seed: 7, paths: ['/x'] })
    first.stubs.add({ path: '/cgi-bin/user/get', when: { userid: 'a' }, answer: { name: 'A' } })
    await call(first, gettokenPath(first))
    const { text, body } = await call(first, '/__simulator/export')
    expect(body).toEqual(first.export())
    expect(fitsSchema(schema, body)).toBe(true)

    await using second = await startSimulator({ seed: fileWith(text) })
    expect(second.export()).toEqual(first.export())
    expect(second.contacts.users()).toEqual(first.contacts.users())
    expect(second.contacts.departments()).toEqual(first.contacts.departments())
    expect(second.apps).toEqual(first.apps)
    expect((await call(second, gettokenPath(second))).body['errcode']).toBe(-1)
    expect((await api(second, 'user/get?userid=a')).body['name']).toBe('A')
    second.stubs.clear()
    second.faults.clear()
    second.settings.set({ withheldFields: 'absent' })
    await second.reset()
    expect(second.export()).toEqual(first.export())
  })

  test('has the customers, approvals, group chats and menus that were made', async () => {
    await using first = await startSimulator()
    const customer = { userid: 'zhangsan', externalUserid: 'wm-recorded' }
    first.customers.add({ ...customer, name: '陈女士' })
    await api(first, 'externalcontact/add_corp_tag', { group_name: '等级', tag: [{ name: '重要' }] })
    await api(first, 'externalcontact/add_contact_way', { type: 1, scene: 2, user: ['zhangsan'] })
    await api(first, 'appchat/create', {
      chatid: 'c1',
      name: '周会',
      owner: 'zhangsan',
      userlist: ['zhangsan', 'lisi'],
    })
    await api(first, `menu/create?agentid=${appOf(first).agentId}`, {
      button: [{ type: 'click', name: '打卡', key: 'k' }],
    })
    await applyForLeave(first)
    const [approval] = first.approvals.list()
    const { text } = await call(first, '/__simulator/export')
    expect(fitsSchema(schema, JSON.parse(text))).toBe(true)

    await using second = await startSimulator({ seed: fileWith(text) })
    expect(second.export()).toEqual(first.export())
    expect(second.customers.list()).toEqual(first.customers.list())
    expect((await api(second, 'appchat/get?chatid=c1')).body).toMatchObject({
      errcode: 0,
      chat_info: { name: '周会' },
    })
    second.approvals.decide(approval?.spNo ?? '', { action: 'agree' })
    second.customers.remove(customer)
    await applyForLeave(second)
    expect(second.approvals.list().map(({ spNo }) => spNo.slice(8))).toEqual(['0001', '0002'])
    await second.reset()
    expect(second.export()).toEqual(first.export())
  })

  test('begins without customers when the last one was removed', async () => {
    await using first = await startSimulator()
    for (const { externalUserid, follows } of first.customers.list())
      for (const { userid } of follows) first.customers.remove({ externalUserid, userid })
    await using second = await startSimulator({ seed: first.export() })
    expect(second.customers.list().flatMap(({ follows }) => follows)).toEqual([])
  })

  test('of an untouched corp is its seed', async () => {
    await using simulator = await startSimulator()
    const { departments, members, ...rest } = simulator.export()
    const seed = smallCorp()
    expect(rest).toMatchObject({ corp: seed.corp, apps: seed.apps, tags: seed.tags, faults: [], stubs: [] })
    expect(members.map(createMember)).toEqual(seed.members.map(createMember))
    expect(departments.map(createDepartment)).toEqual(seed.departments.map(createDepartment))
  })

  test('leaves out what names somebody deleted', async () => {
    await using simulator = await startSimulator()
    for (const { userid } of simulator.contacts.users()) await simulator.contacts.deleteUser(userid)
    const recording = simulator.export()
    expect(recording.tags?.flatMap(({ userlist }) => userlist)).toEqual([])
    await using again = await startSimulator({ seed: recording })
    expect(again.contacts.users()).toEqual([])
  })

  test('has settings of its own, under those of the start', async () => {
    const seed = { ...smallCorp(), settings: { concurrency: 3, latencyMs: 1 } }
    await using simulator = await startSimulator({ seed, settings: { latencyMs: 2 } })
    expect(simulator.settings.get()).toMatchObject({ concurrency: 3, latencyMs: 2, codeErrors: 'uniform' })
  })

  test.each([
    [{ settings: { latency: 1 } }, 'settings.latency'],
    [{ faults: [{ path: '/x', kind: 'odd' }] }, 'faults[0].kind'],
    [{ stubs: [{ path: '/x' }] }, 'stubs[0].answer'],
    [{ randomFaults: { rate: 2 } }, 'randomFaults.rate'],
  ])('%j is refused with the place', async (part, place) => {
    const seed = fileWith(JSON.stringify({ ...smallCorp(), ...part }))
    await expect(startSimulator({ seed })).rejects.toThrow(place)
  })
})
