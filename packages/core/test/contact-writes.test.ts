import { createWecomClient, type WecomClient } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('writing contacts', () => {
  let simulator: Simulator
  let contacts: WecomClient

  beforeAll(async () => {
    simulator = await startSimulator()
    const secret = simulator.apps.find(({ kind }) => kind === 'contacts-sync')?.secret ?? ''
    contacts = createWecomClient({ corpId: simulator.corp.id, secret, baseUrl: simulator.url })
  })
  afterAll(async () => {
    await contacts.close()
    await simulator.close()
  })

  it('creates, changes and deletes members', async () => {
    await contacts.users.create({ userid: 'newcomer1', name: '新人', mobile: '13900000001', department: [1] })
    await contacts.users.update({ userid: 'newcomer1', position: '工程师' })
    const app = contacts.with({ secret: simulator.apps[0].secret })
    expect(await app.users.get('newcomer1')).toMatchObject({ position: '工程师' })
    await contacts.users.delete('newcomer1')
    await expect(contacts.users.delete('newcomer1')).rejects.toMatchObject({ errcode: 60111 })
    await contacts.users.create({ userid: 'a1', name: '甲', mobile: '13900000002', department: [1] })
    await contacts.users.create({ userid: 'a2', name: '乙', mobile: '13900000003', department: [1] })
    await contacts.users.batchDelete(['a1', 'a2'])
    expect(simulator.journal.requests('/cgi-bin/user/batchdelete')).toMatchObject([{ errcode: 0 }])
    await contacts.users.invite({ user: ['zhangsan'] })
  })

  it('creates, changes and deletes departments', async () => {
    const { id } = await contacts.departments.create({ name: '新部门', parentid: 1 })
    await contacts.departments.update({ id, name: '更新的部门' })
    await contacts.departments.delete(id)
    await expect(contacts.departments.delete(id)).rejects.toMatchObject({ code: 'ERR_WECOM_API' })
  })

  it('creates tags, and fills and empties them', async () => {
    const { tagid } = await contacts.tags.create('读书会', 4711)
    expect(tagid).toEqual(expect.any(Number))
    await contacts.tags.update(tagid, '读书会成员')
    await contacts.tags.addUsers(tagid, { userlist: ['zhangsan'], partylist: [2] })
    await contacts.tags.removeUsers(tagid, { userlist: ['zhangsan'] })
    await contacts.tags.delete(tagid)
    expect(simulator.journal.count('/cgi-bin/tag/deltagusers')).toBe(1)
  })

  it('begins jobs with an uploaded file', async () => {
    const { media_id } = await contacts.media.upload('file', new File(['姓名,帐号\n'], 'members.csv'))
    const jobId = await contacts.batches.syncUsers(media_id, { invite: false })
    expect(jobId).not.toBe('')
    expect(await contacts.batches.result(jobId)).toHaveProperty('status')
  })

  it('does not repeat a GET that deletes after it perhaps ran', async () => {
    const path = '/cgi-bin/tag/delete'
    simulator.faults.add({ path, kind: 'reset', times: 1 })
    await expect(contacts.tags.delete(1)).rejects.toMatchObject({ code: 'ERR_WECOM_TRANSPORT', attempts: 1 })
    simulator.faults.add({ path, kind: 'reset', times: 1 })
    const query = { tagid: 1 }
    await expect(contacts.request('GET /cgi-bin/tag/delete', { query })).rejects.toMatchObject({
      attempts: 1,
    })
  })

  it.each([
    ['users', 'create', [undefined], /users\.create: its argument must be an object/],
    ['users', 'update', ['x'], /users\.update: its argument must be an object/],
    ['users', 'delete', [''], /userid must be/],
    ['users', 'batchDelete', [[]], /1 to 200 entries; got an empty array/],
    ['users', 'batchDelete', ['zhangsan'], /1 to 200 entries; got "zhangsan"/],
    ['users', 'invite', [null], /users\.invite: its argument must be an object/],
    ['departments', 'create', [1], /departments\.create: its argument must be an object/],
    ['departments', 'delete', ['1'], /id must be/],
    ['tags', 'create', [''], /tagname must be/],
    ['tags', 'create', ['a', 0], /tagid must be/],
    ['tags', 'addUsers', [1, 'zhangsan'], /its argument must be an object/],
    ['batches', 'syncUsers', [''], /mediaId must be/],
    ['batches', 'result', [7], /jobId must be/],
    ['exports', 'users', [{ encodingAesKey: 'short' }], /43 letters and digits/],
    ['exports', 'taggedUsers', [0, { encodingAesKey: 'a'.repeat(43) }], /tagId must be/],
  ] as const)('%s.%s refuses %j', async (family, name, input, expected) => {
    const call: unknown = Reflect.apply(Reflect.get(contacts[family], name), undefined, input)
    await expect(call).rejects.toThrow(expected)
  })
})
