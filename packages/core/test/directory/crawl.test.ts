import { beforeEach, describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { Directory } from '../../src/directory/types.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'

const teams = 300
let clock = 0
let corp = new FakeCorp()
let directory: Directory

beforeEach(async () => {
  clock = 1_000_000
  corp = new FakeCorp().department(1)
  for (let id = 10; id < 10 + teams; id += 1) corp.department(id, 1).team(`t${id}`, id, 20)
  directory = createDirectory(corp.client(), { now: () => clock })
  await directory.warm()
})

/** One member each of `count` teams, one after the other. */
async function askFor(member: number, count: number): Promise<void> {
  for (let id = 10; id < 10 + count; id += 1) await directory.user(`t${id}-${member}`)
}

describe('lists nobody asked for', () => {
  test('come behind the back of whoever asks for members of everywhere', async () => {
    await askFor(1, 6)
    for (let turn = 0; turn < 30; turn += 1) await idle()
    await askFor(2, teams)
    expect(corp.count('user/get')).toBeLessThan(10)
  })

  test('do not come for one page of members of everywhere, however many', async () => {
    await directory.users(Array.from({ length: 50 }, (_unused, at) => `t${10 + at * 6}-1`))
    for (let turn = 0; turn < 30; turn += 1) await idle()
    expect(corp.count('user/get') + corp.count('user/list')).toBeLessThanOrEqual(53)
  })

  test('come for the next page, which waits for them', async () => {
    const page = (member: number): string[] =>
      Array.from({ length: 20 }, (_unused, at) => `t${10 + at * 15}-${member}`)
    await directory.users(page(1))
    const before = corp.count('user/get')
    const users = await directory.users(page(2))
    expect(users.every((user) => user !== undefined)).toBe(true)
    expect(corp.count('user/get') - before).toBe(0)
  })

  test.each([-1, 45009])('are let alone while they fail with %i, and come afterwards', async (errcode) => {
    corp.refuse('user/list', errcode)
    await askFor(1, 60)
    const failed = corp.count('user/list')
    expect(failed).toBeLessThanOrEqual(20)
    corp.refuse('user/list', 0)
    clock += 60_000
    await askFor(2, 1)
    for (let turn = 0; turn < 30; turn += 1) await idle()
    expect(corp.count('user/list')).toBeGreaterThan(failed + teams - 61)
    corp.calls.length = 0
    await askFor(3, teams)
    expect(corp.count('user/get')).toBe(0)
  })

  test('are asked for once where they are too large', async () => {
    corp.department(999, 1).team('large', 999, 400)
    corp.before = ({ path, of }) => corp.refuse('user/list', path === 'user/list' && of === 999 ? 45029 : 0)
    directory = createDirectory(corp.client(), { now: () => clock })
    await directory.warm()
    for (let member = 1; member <= 400; member += 1) {
      await directory.user(`large-${member}`)
      clock += 1000
    }
    expect(corp.calls.filter(({ path, of }) => path === 'user/list' && of === 999)).toHaveLength(1)
  })
})
