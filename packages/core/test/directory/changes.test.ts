import { beforeEach, describe, expect, test } from 'vitest'
import { parseCallbackEvent } from '../../src/callbacks/parse-callback-event.ts'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { Department } from '../../src/endpoints/departments.ts'
import type { Directory } from '../../src/directory/types.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'

let clock = 0
let corp = new FakeCorp()
let directory: Directory
const now = (): number => clock

beforeEach(async () => {
  clock = 1_000_000
  corp = new FakeCorp().department(1).department(2, 1).department(3, 1)
  corp.user('zhangsan', [2]).user('lisi', [2]).user('wangwu', [3])
  directory = createDirectory(corp.client(), { now })
  await directory.departmentUsers(1, { recursive: true })
  await directory.departments()
  corp.calls.length = 0
})

describe('a change by hand', () => {
  test('of a member is seen at once, alone and in the list', async () => {
    corp.user('zhangsan', [2], { name: 'new name' })
    directory.invalidate({ userId: 'ZhangSan' })
    expect(await directory.user('zhangsan')).toMatchObject({ name: 'new name' })
    expect((await directory.departmentUsers(2))?.[0]).toMatchObject({ name: 'new name' })
    expect(await directory.user('wangwu')).toBeDefined()
    expect(await directory.departmentUsers(3)).toHaveLength(1)
    expect(corp.calls.map(({ of }) => of)).not.toContain(3)
  })

  test('of a member who moved changes both lists', async () => {
    corp.user('zhangsan', [3])
    directory.invalidate({ userId: 'zhangsan', departmentIds: [3] })
    expect((await directory.departmentUsers(2))?.map(({ userId }) => userId)).toEqual(['lisi'])
    expect((await directory.departmentUsers(3))?.map(({ userId }) => userId)).toEqual(['zhangsan', 'wangwu'])
  })

  test('of a department is seen in the tree', async () => {
    corp.department(2, 3, 'moved')
    directory.invalidate({ departmentId: 2 })
    expect(await directory.department(2)).toMatchObject({ name: 'moved', parentId: 3 })
    expect(await directory.departmentUsers(3, { recursive: true })).toHaveLength(3)
  })

  test('counts against answers that are on their way', async () => {
    directory.invalidate({ userId: 'zhangsan' })
    const gate = Promise.withResolvers<void>()
    corp.before = () => gate.promise
    const before = directory.user('zhangsan')
    await idle()
    directory.invalidate({ userId: 'zhangsan' })
    const after = directory.user('zhangsan')
    await idle()
    gate.resolve()
    await Promise.all([before, after])
    const asked = corp.calls.length
    await directory.user('zhangsan')
    expect(asked).toBe(2)
    expect(corp.calls).toHaveLength(2)
  })
})

test('a tree on its way is not remembered when a department changes', async () => {
  const before = [...corp.departments.values()]
  const gate = Promise.withResolvers<void>()
  const client = corp.client()
  const departments = {
    ...client.departments,
    list: (): Promise<Department[]> => gate.promise.then(() => before),
  }
  const slow = createDirectory({ ...client, departments }, { now })
  const reading = slow.department(9)
  await idle()
  slow.invalidate({ departmentId: 9 })
  gate.resolve()
  expect(await reading).toBeUndefined()
  departments.list = () => client.departments.list()
  corp.department(9, 1)
  expect(await slow.department(9)).toMatchObject({ id: 9 })
})

describe('a list on its way', () => {
  test.each([
    ['a member of it', { userId: 'zhangsan' }],
    ['the department', { departmentId: 2 }],
  ])('is not remembered when %s changes', async (_name, change) => {
    directory.invalidate({ departmentId: 2 })
    // Read before the change, answered after it.
    const before = [...corp.users.values()]
    const gate = Promise.withResolvers<void>()
    const client = corp.client()
    const users = { ...client.users, list: (_id: number) => gate.promise.then(() => before) }
    const slow = createDirectory({ ...client, users }, { now })
    const reading = slow.departmentUsers(2)
    await idle()
    slow.invalidate(change)
    gate.resolve()
    expect(await reading).toHaveLength(3)
    users.list = (id) => client.users.list(id)
    corp.user('zhangsan', [2], { name: 'new name' })
    expect((await slow.departmentUsers(2))?.[0]).toMatchObject({ name: 'new name' })
  })
})

describe('a callback event', () => {
  test('create_user ends a remembered absence', async () => {
    expect(await directory.user('newcomer')).toBeUndefined()
    corp.user('newcomer', [3])
    directory.invalidate(event('create_user', '<UserID>newcomer</UserID><Department>3</Department>'))
    expect(await directory.user('newcomer')).toBeDefined()
    expect(await directory.departmentUsers(3)).toHaveLength(2)
  })

  test('update_user with a new userid forgets both names', async () => {
    corp.users.delete('lisi')
    corp.user('lisi2', [2])
    directory.invalidate(event('update_user', '<UserID>lisi</UserID><NewUserID>lisi2</NewUserID>'))
    expect(await directory.users(['lisi', 'lisi2'])).toMatchObject([undefined, { userId: 'lisi2' }])
  })

  test('delete_user hides the member at once', async () => {
    corp.users.delete('lisi')
    directory.invalidate(event('delete_user', '<UserID>lisi</UserID>'))
    expect(await directory.user('lisi')).toBeUndefined()
    expect(await directory.departmentUsers(2)).toHaveLength(1)
  })

  test('delete_party takes the department out of the tree', async () => {
    corp.departments.delete(3)
    directory.invalidate(event('delete_party', '<Id>3</Id>'))
    expect(await directory.department(3)).toBeUndefined()
    expect(await directory.departmentUsers(3)).toBeUndefined()
  })

  test('that is no change of the contacts is ignored', async () => {
    directory.invalidate(event('update_tag', '<TagId>1</TagId>'))
    await directory.users(['zhangsan', 'lisi', 'wangwu'])
    expect(corp.calls).toHaveLength(0)
  })

  test('a thousand of them about one department cost two lists in half a second', async () => {
    for (let index = 0; index < 1000; index += 1) {
      corp.user(`import-${index}`, [3])
      directory.invalidate(event('create_user', `<UserID>import-${index}</UserID><Department>3</Department>`))
      await directory.departmentUsers(3)
      clock += index % 2
    }
    expect(corp.count('user/list')).toBeLessThanOrEqual(2)
    clock += 500
    expect(await directory.departmentUsers(3)).toHaveLength(1001)
    expect(corp.count('user/list')).toBeLessThanOrEqual(3)
  })

  test('twice or in the wrong order leads to the same answers', async () => {
    corp.user('zhangsan', [3])
    const moved = event('update_user', '<UserID>zhangsan</UserID><Department>3</Department>')
    const created = event('create_user', '<UserID>zhangsan</UserID><Department>2</Department>')
    for (const change of [moved, moved, created]) directory.invalidate(change)
    clock += 500
    expect(await directory.user('zhangsan')).toMatchObject({ departmentIds: [3] })
    expect(await directory.departmentUsers(2)).toHaveLength(1)
    expect(await directory.departmentUsers(3)).toHaveLength(2)
  })
})

function event(type: string, fields: string): ReturnType<typeof parseCallbackEvent> {
  return parseCallbackEvent(
    '<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><CreateTime>1</CreateTime>' +
      `<MsgType>event</MsgType><Event>change_contact</Event><ChangeType>${type}</ChangeType>${fields}</xml>`,
  )
}
