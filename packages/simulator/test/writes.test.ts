import { expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { api } from './support.ts'

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
    errcode: 60104,
  })
  expect(await write(simulator, 'user/create', { ...member, userid: 'NEWBIE', mobile: '' })).toMatchObject({
    errcode: 60102,
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
    errcode: 60004,
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
  ['user/create', { userid: 'x', name: 'x', department: [77] }, 60003],
  ['user/create', { userid: 'x', name: 'x', gender: 3 }, 40058],
  ['user/update', { userid: 'nobody' }, 60111],
  ['department/create', { parentid: 1 }, 60001],
  ['department/create', { name: 'x' }, 60004],
  ['department/create', { name: '后端组', parentid: 2 }, 60008],
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
