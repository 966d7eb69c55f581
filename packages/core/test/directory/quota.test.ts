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
  corp = new FakeCorp().department(1).department(2, 1).user('zhangsan', [2]).user('lisi', [2])
})

describe('while 45009 lasts', () => {
  test('what is known is answered, however stale', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.user('zhangsan')
    await directory.departmentUsers(1)
    clock += 40 * minute
    corp.refuse('user/get', 45009)
    corp.refuse('user/list', 45009)
    expect(await directory.user('zhangsan')).toMatchObject({ userId: 'zhangsan' })
    expect(await directory.departmentUsers(1)).toEqual([])
    expect(directory.stats().staleHits).toBe(2)
    clock += 30 * minute
    await expect(directory.user('zhangsan')).rejects.toMatchObject({ errcode: 45009 })
  })

  test('no call is made for a minute, then one', async () => {
    const directory = createDirectory(corp.client(), { now })
    corp.refuse('user/get', 45009)
    for (let second = 0; second < 60; second += 1) {
      await expect(directory.user(`user-${second}`)).rejects.toMatchObject({ errcode: 45009 })
      clock += 1000
    }
    expect(corp.calls).toHaveLength(1)
    await expect(directory.user('zhangsan')).rejects.toMatchObject({ errcode: 45009 })
    expect(corp.calls).toHaveLength(2)
  })

  test('a quota of an hour is found out with 7 calls', async () => {
    const directory = createDirectory(corp.client(), { now })
    corp.refuse('user/get', 45009)
    for (let second = 0; second < 3600; second += 10) {
      await expect(directory.user('zhangsan')).rejects.toMatchObject({ errcode: 45009 })
      clock += 10_000
    }
    expect(corp.calls.length).toBeLessThanOrEqual(7)
    corp.refuse('user/get', 0)
    clock += 60 * minute
    expect(await directory.user('zhangsan')).toBeDefined()
  })

  test('on user/get, members are fetched with the lists of their departments', async () => {
    const directory = createDirectory(corp.client(), { now, wholeListUpTo: 0 })
    await directory.users(['zhangsan', 'lisi'])
    clock += 16 * minute
    corp.refuse('user/get', 45009)
    await expect(directory.user('nobody')).rejects.toThrow('45009')
    expect(await directory.user('lisi')).toMatchObject({ userId: 'lisi' })
    expect(corp.count('user/list')).toBe(1)
  })

  test('on user/list, members are fetched one by one', async () => {
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
    await directory.warm()
    corp.refuse('user/list', 45009)
    expect(await directory.users(['zhangsan', 'lisi'])).toMatchObject([
      { userId: 'zhangsan' },
      { userId: 'lisi' },
    ])
    await expect(directory.departmentUsers(2)).rejects.toMatchObject({ errcode: 45009 })
    expect(corp.count('user/list')).toBe(1)
  })

  test('on user/list, names are read with user/simplelist, which has a quota of its own', async () => {
    corp.refuse('user/list', 45009)
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.departmentUsers(2, { level: 'simple' })).toMatchObject([
      { level: 'simple', userId: 'zhangsan' },
      { level: 'simple', userId: 'lisi' },
    ])
    expect(await directory.departmentUsers(1, { level: 'simple', recursive: true })).toHaveLength(2)
    expect(corp.count('user/list')).toBe(1)
  })

  test('38: viewers who leave during the storm leave nothing behind', async () => {
    const gate = Promise.withResolvers<void>()
    corp.before = () => gate.promise
    corp.refuse('user/get', 45009)
    corp.refuse('user/list', 45009)
    const directory = createDirectory(corp.client(), { now })
    const controller = new AbortController()
    const waiting = Array.from({ length: 50 }, (_unused, index) =>
      directory.user(`user-${index}`, { signal: controller.signal }),
    )
    await idle()
    controller.abort(new Error('closed'))
    expect(new Set((await Promise.allSettled(waiting)).map(({ status }) => status))).toEqual(
      new Set(['rejected']),
    )
    const sent = corp.calls.length
    gate.resolve()
    await idle()
    expect(corp.calls.length - sent).toBeLessThanOrEqual(20)
    clock += 1000
    await expect(directory.user('zhangsan')).rejects.toMatchObject({ errcode: 45009 })
  })
})

describe('an error', () => {
  test('concerns its demand only', async () => {
    corp.before = ({ path, of }) => {
      if (path === 'user/get' && of === 'lisi') throw new Error('connection reset')
    }
    const directory = createDirectory(corp.client(), { now })
    const answers = await directory.resolve([
      { kind: 'user', userId: 'zhangsan' },
      { kind: 'user', userId: 'lisi' },
      { kind: 'user', userId: 'nobody' },
      { kind: 'list', departmentId: 1 },
    ])
    expect(answers).toMatchObject([{ userId: 'zhangsan' }, { message: 'connection reset' }, undefined, []])
  })

  test('is not remembered', async () => {
    corp.refuse('user/get', -1)
    const directory = createDirectory(corp.client(), { now })
    await expect(directory.user('zhangsan')).rejects.toMatchObject({ errcode: -1 })
    corp.refuse('user/get', 0)
    expect(await directory.user('zhangsan')).toBeDefined()
  })

  test('that is a refusal of the app is not covered up with what is known', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.user('zhangsan')
    clock += 16 * minute
    corp.refuse('user/get', 48002)
    corp.refuse('user/list', 48002)
    await expect(directory.user('zhangsan')).rejects.toMatchObject({ errcode: 48002 })
  })

  test('of one list of a subtree is the subtree’s', async () => {
    corp.before = ({ path, of }) => {
      if (path === 'user/list' && of === 2) throw new Error('connection reset')
    }
    const directory = createDirectory(corp.client(), { now })
    await expect(directory.departmentUsers(1, { recursive: true })).rejects.toThrow('connection reset')
    expect(await directory.departmentUsers(1)).toEqual([])
  })
})

describe('a department too large for user/list (45029)', () => {
  beforeEach(() => {
    corp.team('m', 2, 30)
    corp.refuse('user/list', 45029)
  })

  test('is listed with user/simplelist and its members one by one', async () => {
    const directory = createDirectory(corp.client(), { now })
    const users = await directory.departmentUsers(2)
    expect(users).toHaveLength(32)
    expect(users?.every((user) => user.level === 'full')).toBe(true)
    expect(corp.paths().filter((path) => path !== 'user/get')).toEqual(['user/list', 'user/simplelist'])
    await directory.departmentUsers(2)
    expect(corp.count('user/get')).toBe(32)
  })

  test('is listed with user/simplelist alone when nobody asks for details', async () => {
    const directory = createDirectory(corp.client(), { now })
    expect(await directory.departmentUsers(2, { level: 'simple' })).toHaveLength(32)
    expect(await directory.departmentUsers(1, { level: 'simple', recursive: true })).toHaveLength(32)
    expect(corp.count('user/get')).toBe(0)
    expect(corp.count('user/simplelist')).toBe(2)
  })

  test('is not fetched for single members again', async () => {
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
    await directory.warm()
    expect(await directory.users(['m-1', 'm-2'])).toMatchObject([{ userId: 'm-1' }, { userId: 'm-2' }])
    await directory.users(['m-3', 'm-4'])
    expect(corp.count('user/list')).toBe(1)
    expect(corp.count('user/get')).toBe(4)
  })

  test('is an error when user/simplelist refuses as well', async () => {
    corp.refuse('user/simplelist', 45029)
    const directory = createDirectory(corp.client(), { now })
    await expect(directory.departmentUsers(2)).rejects.toMatchObject({ errcode: 45029 })
  })
})
