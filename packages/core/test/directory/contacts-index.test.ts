import { beforeEach, describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'

let clock = 0
let corp = new FakeCorp()
const now = (): number => clock

beforeEach(() => {
  clock = 1_000_000
  corp = new FakeCorp().department(1).department(2, 1).department(3, 1)
  corp.team('a', 2, 30)
  corp.team('b', 3, 30)
})

describe('the index of a contacts client', () => {
  test('decides whom to ask, not who exists: one it does not know is asked for', async () => {
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
    await directory.warm()
    corp.user('newcomer', [2])
    expect(await directory.user('newcomer')).toMatchObject({ userId: 'newcomer' })
  })

  test('does not show a member the app may not see', async () => {
    corp.hidden.add('a-1')
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
    await directory.warm()
    expect(await directory.users(['a-1', 'a-2'])).toMatchObject([undefined, { userId: 'a-2' }])
  })

  test('that is behind costs one more call, once', async () => {
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
    await directory.warm()
    corp.user('a-1', [3])
    corp.calls.length = 0
    expect(await directory.user('a-1')).toMatchObject({ departmentIds: [3] })
    expect(corp.paths()).toEqual(['user/list', 'user/get'])
    clock += 20 * 60_000
    await directory.user('a-1')
    expect(corp.calls.slice(2)).toMatchObject([{ path: 'user/list', of: 3 }])
  })

  test('does not lead to departments outside the tree', async () => {
    const client = corp.client()
    const directory = createDirectory(
      {
        ...client,
        departments: { list: async () => [], simpleList: async () => [{ id: 2, parentid: 1, order: 1 }] },
      },
      { now, contactsClient: corp.contactsClient() },
    )
    await directory.warm()
    await directory.user('b-1')
    expect(corp.paths()).toEqual(['user/list_id', 'user/get'])
  })

  test('is read page by page', async () => {
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient(25) })
    await directory.warm()
    expect(corp.count('user/list_id')).toBe(3)
    expect(directory.stats().calls['/cgi-bin/user/list_id']).toBe(3)
  })

  test('is read in the background without warm, and a large batch waits for it', async () => {
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
    await directory.users([...Array(20).keys()].flatMap((index) => [`a-${index + 1}`, `b-${index + 1}`]))
    expect(corp.paths().toSorted()).toEqual([
      'department/simplelist',
      'user/list',
      'user/list',
      'user/list_id',
    ])
  })

  test('that cannot be read fails warm, never a question', async () => {
    corp.refuse('user/list_id', 48002)
    const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
    await expect(directory.warm()).rejects.toMatchObject({ errcode: 48002 })
    expect(await directory.user('a-1')).toBeDefined()
    await idle()
    await directory.user('b-1')
    await idle()
    expect(corp.count('user/list_id')).toBe(1)
  })
})

test('an index that failed is tried again after a minute, not at every question', async () => {
  corp.refuse('user/list_id', -1)
  const directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
  for (let index = 1; index <= 10; index += 1) {
    await directory.user(`a-${index}`)
    await idle()
    clock += 5_000
  }
  expect(corp.count('user/list_id')).toBe(1)
  clock += 10_000
  await directory.user('nobody')
  await idle()
  expect(corp.count('user/list_id')).toBe(2)
})

describe('fetch_child', () => {
  test('is not sent unless asked for', async () => {
    const directory = createDirectory(corp.client(), { now })
    await directory.departmentUsers(1, { recursive: true })
    expect(corp.paths()).not.toContain('user/list?fetch_child')
  })

  test('fetches a subtree in one call, and its departments with it', async () => {
    corp.fetchChild = true
    const directory = createDirectory(corp.client(), { now, fetchChild: true })
    expect(await directory.departmentUsers(1, { recursive: true })).toHaveLength(60)
    expect(await directory.departmentUsers(3)).toHaveLength(30)
    expect(corp.paths()).toEqual(['department/simplelist', 'user/list?fetch_child'])
  })

  test('that is ignored changes no answer, and is given up', async () => {
    const directory = createDirectory(corp.client(), { now, fetchChild: true })
    for (let round = 0; round < 5; round += 1) {
      expect(await directory.departmentUsers(1, { recursive: true })).toHaveLength(60)
      clock += 20 * 60_000
    }
    expect(corp.count('user/list?fetch_child')).toBe(3)
  })

  test('is not used for a single missing list: that one is certain', async () => {
    corp.fetchChild = true
    const directory = createDirectory(corp.client(), { now, fetchChild: true })
    await directory.departmentUsers(1)
    await directory.departmentUsers(2)
    await directory.departmentUsers(1, { recursive: true })
    expect(corp.count('user/list?fetch_child')).toBe(0)
    expect(corp.count('user/list')).toBe(3)
  })

  test('too large a subtree (45029) is walked', async () => {
    corp.fetchChild = true
    corp.refuse('user/list?fetch_child', 45029)
    const directory = createDirectory(corp.client(), { now, fetchChild: true })
    expect(await directory.departmentUsers(1, { recursive: true })).toHaveLength(60)
    expect(corp.count('user/list')).toBe(3)
  })

  test('needs a client that can send it', () => {
    const { request: _unused, ...client } = corp.client()
    expect(() => createDirectory(client, { fetchChild: true })).toThrow(
      "createDirectory: the client's request must be a function, for fetchChild; got undefined. Pass",
    )
  })
})
