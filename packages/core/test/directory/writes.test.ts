import { createDirectory, createWecomClient, type Directory, type WecomClient } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

describe('what this process writes, its directory reads anew', () => {
  let simulator: Simulator
  let wecom: WecomClient
  let contacts: WecomClient
  let directory: Directory

  beforeEach(async () => {
    simulator = await startSimulator()
    wecom = createWecomClient({
      corpId: simulator.corp.id,
      secret: simulator.apps[0].secret,
      baseUrl: simulator.url,
    })
    contacts = wecom.with({
      secret: simulator.apps.find(({ kind }) => kind === 'contacts-sync')?.secret ?? '',
    })
    directory = createDirectory(wecom, { contactsClient: contacts })
  })
  afterEach(async () => {
    await wecom.close()
    await simulator.close()
  })

  const positionOf = async (userId: string): Promise<unknown> => {
    const user = await directory.user(userId)
    return user?.level === 'full' ? user.position : undefined
  }

  it('a changed member', async () => {
    await positionOf('zhangsan')
    await contacts.users.update({ userid: 'zhangsan', position: '总监' })
    expect(await positionOf('zhangsan')).toBe('总监')
    await contacts.request('POST /cgi-bin/user/update', { json: { userid: 'zhangsan', position: '顾问' } })
    expect(await positionOf('zhangsan')).toBe('顾问')
  })

  it('a new member in the list of the department, and a deleted one no more', async () => {
    const ids = async (): Promise<string[]> =>
      ((await directory.departmentUsers(2)) ?? []).map(({ userId }) => userId)
    const before = await ids()
    await contacts.users.create({ userid: 'newcomer1', name: '新人', mobile: '13900000001', department: [2] })
    expect(await ids()).toEqual(expect.arrayContaining([...before, 'newcomer1']))
    await contacts.users.batchDelete(['newcomer1'])
    expect(await ids()).not.toContain('newcomer1')
  })

  it('a new, renamed and deleted department', async () => {
    await directory.departments()
    const { id } = await contacts.departments.create({ name: '新部门', parentid: 1 })
    expect(await directory.department(id)).toMatchObject({ name: '新部门' })
    await contacts.departments.update({ id, name: '改名的部门' })
    expect(await directory.department(id)).toMatchObject({ name: '改名的部门' })
    await contacts.departments.delete(id)
    expect(await directory.department(id)).toBeUndefined()
  })

  it('also after a write without an answer, which perhaps was done', async () => {
    await positionOf('zhangsan')
    await simulator.contacts.updateUser('zhangsan', { position: '总监' })
    simulator.faults.add({ path: '/cgi-bin/user/update', kind: 'reset', times: 1 })
    await contacts.users.update({ userid: 'zhangsan', position: '总监' }).catch(() => undefined)
    expect(await positionOf('zhangsan')).toBe('总监')
  })
})
