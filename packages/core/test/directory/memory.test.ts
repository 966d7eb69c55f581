import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'

const teams = 60
let clock = 0
let corp = new FakeCorp()
const now = (): number => clock

/** 1,200 members, which weigh about 1.4 MB. */
beforeEach(() => {
  clock = 1_000_000
  corp = new FakeCorp().department(1)
  for (let id = 10; id < 10 + teams; id += 1) corp.department(id, 1).team(`t${id}`, id, 20)
})

describe('the limit of memory', () => {
  test('holds 100,000 members by default', async () => {
    const { memory } = createDirectory(corp.client()).stats()
    const perMember = 1200
    expect((memory?.limit ?? 0) * 1_000_000).toBeGreaterThan(100_000 * perMember)
  })

  test('costs no call while what is read fits', async () => {
    const directory = createDirectory(corp.client(), { now, maxMemory: 2 })
    await directory.departmentUsers(1, { recursive: true })
    corp.calls.length = 0
    for (let round = 0; round < 5; round += 1) {
      for (let id = 10; id < 10 + teams; id += 1) await directory.departmentUsers(id)
    }
    expect(corp.calls).toEqual([])
    expect(directory.stats().memory).toMatchObject({ members: 1200, lists: 61, evicted: 0, limit: 2 })
  })

  test('keeps most of what is read in a circle that is too large for it, and says so once', async () => {
    const events: unknown[] = []
    const onEvent = (event: unknown): void => void events.push(event)
    const directory = createDirectory(corp.client(), { now, maxMemory: 1, onEvent })
    const round = async (): Promise<number> => {
      corp.calls.length = 0
      for (let id = 10; id < 10 + teams; id += 1) await directory.departmentUsers(id)
      return corp.count('user/list')
    }
    for (let warming = 0; warming < 4; warming += 1) await round()
    // A memory that forgets the longest unused would ask for all 60 again, every time.
    expect(await round()).toBeLessThan(teams * 0.6)
    expect(await round()).toBeLessThan(teams * 0.6)
    expect(directory.stats().memory?.megabytes).toBeLessThanOrEqual(1)
    expect(events).toEqual([{ type: 'directory.full', maxMemory: 1 }])
  })

  test('lets what was read once go for what is read again and again', async () => {
    const directory = createDirectory(corp.client(), { now, maxMemory: 1 })
    for (let id = 10; id < 10 + teams; id += 1) await directory.departmentUsers(id)
    for (let turn = 0; turn < 20; turn += 1)
      for (const id of [67, 68, 69]) await directory.departmentUsers(id)
    corp.calls.length = 0
    for (const id of [67, 68, 69]) await directory.departmentUsers(id)
    expect(corp.calls).toEqual([])
  })

  test('is no limit for what the search needs', async () => {
    const events: unknown[] = []
    const onEvent = (event: unknown): void => void events.push(event)
    const directory = createDirectory(corp.client(), { now, maxMemory: 1, onEvent })
    await directory.warm({ search: true })
    corp.calls.length = 0
    const users = await directory.users([...corp.users.keys()])
    expect(users.every((user) => user !== undefined)).toBe(true)
    expect(corp.calls).toEqual([])
    expect(events).toEqual([{ type: 'directory.full', maxMemory: 1 }])
  })

  test('counts what leaves when it is forgotten', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.departmentUsers(1, { recursive: true })
    for (let id = 10; id < 10 + teams; id += 1) directory.invalidate({ departmentId: id })
    expect(directory.stats().memory).toMatchObject({ members: 1200, lists: 1 })
    for (const userId of corp.users.keys()) directory.invalidate({ userId })
    directory.invalidate({ departmentId: 1 })
    expect(directory.stats().memory).toMatchObject({ megabytes: 0, members: 0, lists: 0 })
  })

  test('keeps what is known of members whose list is forgotten', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.departmentUsers(10)
    directory.invalidate({ departmentId: 10 })
    corp.calls.length = 0
    expect(await directory.user('t10-7')).toBeDefined()
    expect(corp.calls).toEqual([])
  })
})

describe('one copy of a member', () => {
  beforeEach(() => {
    corp = new FakeCorp().department(1).department(2, 1).department(3, 1).user('both', [2, 3])
  })

  test('serves lists, look-ups and the search', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.warm({ search: true })
    const [inTwo] = (await directory.departmentUsers(2)) ?? []
    const [inThree] = (await directory.departmentUsers(3)) ?? []
    const [found] = await directory.search('both')
    expect(new Set([inTwo, inThree, found, await directory.user('both')]).size).toBe(1)
  })

  test('stays while WeCom says the same, and so does a list', async () => {
    const directory = createDirectory(corp.client(), { now })
    const before = await directory.departmentUsers(2)
    clock += 16 * 60_000
    expect(await directory.departmentUsers(2)).toBe(before)
    expect(corp.count('user/list')).toBe(2)
  })
})

describe('the members of a subtree', () => {
  test('are put together once for all pages, until one of them changes', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.departmentUsers(1, { recursive: true })
    const first = await directory.departmentUsers(1, { recursive: true })
    expect(await directory.departmentUsers(1, { recursive: true })).toBe(first)
    // All lists come again and say the same.
    clock += 6 * 60_000
    expect(await directory.departmentUsers(1, { recursive: true })).toBe(first)
    await idle()
    expect(corp.count('user/list')).toBe(2 * 61)
    expect(await directory.departmentUsers(1, { recursive: true })).toBe(first)
    corp.user('t10-1', [10], { name: 'new name' })
    directory.invalidate({ userId: 't10-1' })
    await directory.departmentUsers(10)
    const after = await directory.departmentUsers(1, { recursive: true })
    expect(after).not.toBe(first)
    expect(after?.find((user) => user.userId === 't10-1')).toMatchObject({ name: 'new name' })
  })

  test('are looked up in one pass with fetch_child, however many departments there are', async () => {
    const comparisons = async (departments: number): Promise<number> => {
      corp = new FakeCorp().department(1)
      corp.fetchChild = true
      for (let id = 2; id < 2 + departments; id += 1) corp.department(id, 1).team(`t${id}`, id, 10)
      const directory = createDirectory(corp.client(), { fetchChild: true })
      await directory.warm()
      corp.before = () => void spy.mockClear()
      const spy = vi.spyOn(Array.prototype, 'includes')
      const users = await directory.departmentUsers(1, { recursive: true })
      const calls = spy.mock.calls.length
      spy.mockRestore()
      expect(users).toHaveLength(departments * 10)
      expect(corp.count('user/list?fetch_child')).toBe(1)
      // The corp of this test compares every member with every department.
      return calls - departments * departments * 10
    }
    expect(await comparisons(40)).toBeLessThan(2.5 * (await comparisons(20)))
  })
})

test('absences of departments nobody has are bounded, and their sizes too', async () => {
  const directory = createDirectory(corp.client(), { now })
  corp.refuse('department/simplelist', -1)
  for (let id = 1000; id < 1100; id += 1) expect(await directory.departmentUsers(id)).toBeUndefined()
  await idle()
  expect(directory.stats().memory).toMatchObject({ members: 0, lists: 0 })
})
