import { beforeEach, describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'

const minute = 60_000
let clock = 0
let corp = new FakeCorp()
const now = (): number => clock

beforeEach(() => {
  clock = 1_000_000
  corp = new FakeCorp().department(1).department(2, 1).user('ZhangSan', [2]).user('lisi', [2])
})

describe('members', () => {
  test('are asked for once in their lifetime', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.user('ZhangSan')
    clock += 5 * minute - 1
    await directory.user('ZhangSan')
    expect(corp.paths()).toEqual(['user/get'])
    expect(directory.stats()).toMatchObject({ hits: 1, calls: { '/cgi-bin/user/get': 1 } })
  })

  test('are answered while stale and refreshed behind the reader', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.user('ZhangSan')
    corp.user('ZhangSan', [2], { name: 'new name' })
    clock += 6 * minute
    expect(await directory.user('ZhangSan')).toMatchObject({ name: 'name of ZhangSan' })
    await idle()
    expect(await directory.user('ZhangSan')).toMatchObject({ name: 'new name' })
    expect(corp.calls).toHaveLength(2)
    expect(directory.stats()).toMatchObject({ staleHits: 1, hits: 1 })
  })

  test('are asked for again once stale answers are too old', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.user('ZhangSan')
    corp.user('ZhangSan', [2], { name: 'new name' })
    clock += 15 * minute
    expect(await directory.user('ZhangSan')).toMatchObject({ name: 'new name' })
  })

  test('37: spellings of one userid are one member, one call, one canonical id', async () => {
    const directory = createDirectory(corp.client(), { now })
    const users = await directory.users(['zhangsan', 'ZHANGSAN', 'ZhangSan'])
    expect(users.map((user) => user?.userId)).toEqual(['ZhangSan', 'ZhangSan', 'ZhangSan'])
    expect(corp.calls).toHaveLength(1)
  })

  test('that do not exist are remembered for 30 s', async () => {
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.user('nobody')).toBeUndefined()
    clock += 29_999
    expect(await directory.user('NoBody')).toBeUndefined()
    expect(corp.calls).toHaveLength(1)
    expect(directory.stats().negativeHits).toBe(1)
    corp.user('nobody', [1])
    clock += 1
    expect(await directory.user('nobody')).toMatchObject({ userId: 'nobody' })
  })

  test('36: hidden from the app are missing like those who do not exist', async () => {
    corp.hidden.add('lisi')
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.users(['lisi', 'nobody'])).toEqual([undefined, undefined])
  })

  test.each([
    ['of a linked corp', 'wwlinked/zhangsan'],
    ['empty', ''],
    ['too long', 'a'.repeat(65)],
    ['with a line break', 'zhang\nsan'],
    ['in another script', '张三'],
  ])('whose id is %s are unknown without a call', async (_name, userId) => {
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.user(userId)).toBeUndefined()
    expect(corp.calls).toHaveLength(0)
  })

  test('of any level are one call: WeCom has one way to ask for a member', async () => {
    const directory = createDirectory(corp.client(), { now })
    const levels = ['id', 'simple', 'full'] as const
    await Promise.all(levels.map((level) => directory.user('lisi', { level })))
    expect(corp.calls).toHaveLength(1)
  })

  test('cannot be changed by one reader for the next', async () => {
    const directory = createDirectory(corp.client(), { now })
    const user = await directory.user('lisi')
    expect(Object.isFrozen(user)).toBe(true)
    expect(user?.level === 'full' && Object.isFrozen(user.departmentIds)).toBe(true)
    expect(Object.isFrozen(await directory.departmentUsers(2))).toBe(true)
  })
})

describe('lists', () => {
  test('bring their members', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.departmentUsers(2)
    await directory.users(['zhangsan', 'lisi'])
    expect(corp.paths()).toEqual(['user/list'])
  })

  test('of a department that does not exist are undefined', async () => {
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.departmentUsers(77)).toBeUndefined()
    expect(await directory.departmentUsers(77, { recursive: true })).toBeUndefined()
    expect(await directory.departmentUsers(0)).toBeUndefined()
    expect(await directory.departmentUsers(1.5)).toBeUndefined()
  })

  test('of a department without members are empty', async () => {
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.departmentUsers(1)).toEqual([])
  })

  test('of a subtree cost the tree and one call per department, and nothing again', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.departmentUsers(1, { recursive: true })
    await directory.departmentUsers(1, { recursive: true })
    await directory.departmentUsers(2)
    expect(corp.paths()).toEqual(['department/simplelist', 'user/list', 'user/list'])
  })

  test('at level simple do not cost the details we have', async () => {
    corp.team('m', 2, 150)
    const contactsClient = corp.contactsClient()
    const directory = createDirectory(corp.client(), { now, contactsClient, wholeListUpTo: 0 })
    await directory.warm()
    await directory.user('lisi')
    expect(await directory.departmentUsers(2, { level: 'simple' })).toHaveLength(152)
    corp.calls.length = 0
    expect(await directory.user('lisi')).toMatchObject({ level: 'full' })
    expect(corp.calls).toEqual([])
  })

  test('at level simple of a large department are asked for with user/simplelist', async () => {
    corp.team('m', 2, 150)
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
    await directory.warm()
    await directory.departmentUsers(2, { level: 'simple' })
    expect(corp.count('user/simplelist')).toBe(1)
    expect(corp.count('user/list')).toBe(0)
  })
})

describe('departments', () => {
  test('come with the tree in one call, names and all', async () => {
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.department(2)).toMatchObject({ id: 2, name: 'dept-2', parentId: 1 })
    expect((await directory.departments()).map(({ id }) => id)).toEqual([1])
    expect((await directory.departments(1)).map(({ id }) => id)).toEqual([2])
    expect(corp.paths()).toEqual(['department/list'])
  })

  test('scanning ids costs a call in half a minute', async () => {
    const directory = createDirectory(corp.client(), { now })
    for (let id = 100; id < 200; id += 1) {
      clock += 1000
      expect(await directory.department(id)).toBeUndefined()
    }
    expect(corp.calls.length).toBeLessThanOrEqual(5)
  })

  test('created without a word are found after half a minute', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.warm()
    corp.department(9, 1)
    clock += 30_000
    expect(await directory.department(9)).toMatchObject({ id: 9 })
  })

  test('keep their ids when the secret may not read names', async () => {
    corp.refuse('department/list', 48009)
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.department(2)).toMatchObject({ id: 2, name: undefined })
  })
})

describe('in flight', () => {
  test('35: 200 requests at once, cold, are one call', async () => {
    const directory = createDirectory(corp.client(), { now })
    await Promise.all(Array.from({ length: 200 }, () => directory.user('zhangsan')))
    expect(corp.calls).toHaveLength(1)
  })

  test('later requests join what is under way', async () => {
    const gate = Promise.withResolvers<void>()
    corp.before = () => gate.promise
    const directory = createDirectory(corp.client(), { now })
    const first = directory.departmentUsers(2)
    await idle()
    const second = directory.departmentUsers(2)
    const third = directory.departmentUsers(2, { level: 'simple' })
    await idle()
    gate.resolve()
    await Promise.all([first, second, third])
    expect(corp.calls).toHaveLength(1)
  })

  test('not more than maxConcurrency calls of one API are under way', async () => {
    for (let id = 10; id < 30; id += 1) corp.department(id, 1)
    let underway = 0
    let most = 0
    corp.before = async () => {
      underway += 1
      most = Math.max(most, underway)
      await idle()
      underway -= 1
    }
    const directory = createDirectory(corp.client(), { now, maxConcurrency: 3 })
    await directory.departmentUsers(1, { recursive: true })
    expect(corp.count('user/list')).toBe(22)
    expect(most).toBe(3)
  })

  test('an abort ends the wait at once, and the answer is remembered all the same', async () => {
    const gate = Promise.withResolvers<void>()
    corp.before = () => gate.promise
    const directory = createDirectory(corp.client(), { now })
    const controller = new AbortController()
    const waiting = directory.user('zhangsan', { signal: controller.signal })
    await idle()
    controller.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    gate.resolve()
    await idle()
    await directory.user('zhangsan')
    expect(corp.calls).toHaveLength(1)
  })
})

// An unhandled rejection fails the run by itself.
test('a refresh that fails behind the reader is nobody’s error', async () => {
  const directory = createDirectory(corp.client(), { now })
  await directory.user('zhangsan')
  await directory.departments()
  clock += 6 * minute
  corp.refuse('user/get', -1)
  corp.refuse('user/list', -1)
  expect(await directory.user('zhangsan')).toBeDefined()
  clock += 58 * minute
  corp.refuse('department/list', -1)
  expect(await directory.departments()).toHaveLength(1)
  await idle()
})

describe('a member without a userid', () => {
  const broken = () => {
    const flawed = new FakeCorp().department(1).user('bob', [1]).user('ada', [1])
    flawed.users.set('ada', { userid: '', name: 'nobody', department: [1] })
    return flawed
  }
  const refused = { code: 'ERR_WECOM_INVALID_RESPONSE', reason: 'schema' }

  test('is refused and not remembered, asked for alone', async () => {
    const flawed = broken()
    const directory = createDirectory(flawed.client(), { wholeListUpTo: 0 })
    await expect(directory.user('ada')).rejects.toMatchObject(refused)
    flawed.user('ada', [1])
    await expect(directory.user('ada')).resolves.toMatchObject({ userId: 'ada' })
  })

  test('is refused and not remembered, in a list', async () => {
    const flawed = broken()
    const directory = createDirectory(flawed.client())
    await expect(directory.departmentUsers(1)).rejects.toMatchObject(refused)
    flawed.user('ada', [1])
    expect(await directory.departmentUsers(1)).toHaveLength(2)
  })
})
