import { describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { DirectoryWant } from '../../src/directory/types.ts'
import { FakeCorp } from './fake-corp.ts'

function bigTeam(): { corp: FakeCorp; ids: string[] } {
  const corp = new FakeCorp().department(1).department(2, 1).department(3, 1)
  const ids = corp.team('m', 2, 120)
  corp.team('other', 3, 10)
  return { corp, ids }
}

describe('calls for 50 members of a department of 120', () => {
  test('1 warm with a contacts client', async () => {
    const { corp, ids } = bigTeam()
    const directory = createDirectory(corp.client(), { contactsClient: corp.contactsClient() })
    await directory.warm()
    corp.calls.length = 0
    const users = await directory.users(ids.slice(20, 70))
    expect(users.map((user) => user?.userId)).toEqual(ids.slice(20, 70))
    expect(corp.paths()).toEqual(['user/list'])
  })

  test('5 at most cold without one', async () => {
    const { corp, ids } = bigTeam()
    const directory = createDirectory(corp.client())
    await directory.users(ids.slice(20, 70))
    expect(corp.calls.length).toBeLessThanOrEqual(5)
  })
})

test('6 departments and 60 of their members cost 6 calls warm', async () => {
  const corp = new FakeCorp().department(1)
  const ids: string[] = []
  for (let id = 10; id < 16; id += 1) ids.push(...corp.department(id, 1).team(`t${id}`, id, 15).slice(0, 10))
  const directory = createDirectory(corp.client())
  await directory.warm()
  corp.calls.length = 0
  await directory.resolve([
    ...ids.map((userId) => ({ kind: 'user' as const, userId })),
    ...[10, 11, 12, 13, 14, 15].map((departmentId) => ({ kind: 'list' as const, departmentId })),
  ])
  expect(corp.paths()).toEqual(Array(6).fill('user/list'))
})

describe('the worked example of the guide', () => {
  function page(): { corp: FakeCorp; wants: DirectoryWant[] } {
    const corp = new FakeCorp().department(1).department(31, 1)
    const siblings = [10, 11, 12, 13, 14, 15]
    const members = siblings.flatMap((id) => corp.department(id, 1).team(`t${id}`, id, 15).slice(0, 10))
    members.push(...corp.team('other', 31, 40).slice(0, 14))
    return {
      corp,
      wants: [
        ...members.map((userId): DirectoryWant => ({ kind: 'user', userId })),
        ...siblings.map((departmentId): DirectoryWant => ({ kind: 'list', departmentId })),
      ],
    }
  }

  test('costs 10 calls, and none for the second visitor', async () => {
    const { corp, wants } = page()
    const directory = createDirectory(corp.client())
    await directory.resolve(wants)
    await directory.resolve(wants)
    expect(corp.paths()).toEqual([...Array(6).fill('user/list'), ...Array(3).fill('user/get'), 'user/list'])
  })

  test('costs 7 with a contacts client', async () => {
    const { corp, wants } = page()
    const directory = createDirectory(corp.client(), { contactsClient: corp.contactsClient() })
    await directory.warm()
    corp.calls.length = 0
    await directory.resolve(wants)
    expect(corp.paths()).toEqual(Array(7).fill('user/list'))
  })
})

test('one member asked for alone is one call, whatever guesses have earned', async () => {
  const corp = new FakeCorp().department(1).department(2, 1).department(3, 1)
  const team = corp.team('m', 2, 60)
  corp.user('alone', [3]).user('second', [3])
  const directory = createDirectory(corp.client())
  await directory.users(team)
  corp.calls.length = 0
  await directory.user('alone')
  expect(corp.paths()).toEqual(['user/get'])
  await directory.user('second')
  // The fifth look-up of all: the tree is asked for as well, to see whether all lists are worth it.
  expect(corp.paths().toSorted()).toEqual(['department/simplelist', 'user/get', 'user/get', 'user/list'])
})

test('ids that nobody has are one call each, although several ask for them while they are looked up', async () => {
  const corp = new FakeCorp().department(1)
  const directory = createDirectory(corp.client())
  const ids = Array.from({ length: 100 }, (_unused, at) => `ghost${at}`)
  const pages = [directory.users(ids)]
  await Promise.resolve()
  for (let page = 0; page < 3; page += 1) {
    await new Promise((resolve) => void setImmediate(resolve))
    pages.push(directory.users(ids))
  }
  expect((await Promise.all(pages)).flat().every((user) => user === undefined)).toBe(true)
  expect(corp.count('user/get')).toBe(100)
})
