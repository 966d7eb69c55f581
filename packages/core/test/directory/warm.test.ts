import { Keyv } from 'keyv'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { DirectoryWarmProgress } from '../../src/directory/types.ts'
import type { TokenLock, TokenStore } from '../../src/stores/ports.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'

let corp = new FakeCorp()
beforeEach(() => {
  corp = new FakeCorp().department(1)
  for (let id = 10; id < 60; id += 1) corp.department(id, 1).team(`t${id}`, id, 2)
})

describe('warm with search', () => {
  test('tells how far it is, list by list, to everybody who waits', async () => {
    const directory = createDirectory(corp.client())
    const told: DirectoryWarmProgress[][] = [[], []]
    await Promise.all(
      told.map((heard) =>
        directory.warm({ search: true, onProgress: (progress) => void heard.push(progress) }),
      ),
    )
    for (const heard of told) {
      expect(heard.map(({ lists }) => lists)).toEqual(
        Array.from({ length: 51 }, (_unused, index) => index + 1),
      )
      expect(new Set(heard.map(({ of }) => of))).toEqual(new Set([51]))
    }
  })

  test('does not care what a listener throws', async () => {
    const directory = createDirectory(corp.client())
    const onProgress = (): void => {
      throw new Error('listener')
    }
    await directory.warm({ search: true, onProgress })
    expect(await directory.search('t10')).toHaveLength(2)
  })

  test('does not wait for one slow list with the others', async () => {
    const gate = Promise.withResolvers<void>()
    let underway = 0
    let most = 0
    corp.before = async ({ path, of }) => {
      if (path !== 'user/list') return
      underway += 1
      most = Math.max(most, underway)
      await (of === 10 ? gate.promise : new Promise((resolve) => void setImmediate(resolve)))
      underway -= 1
    }
    const warming = createDirectory(corp.client()).warm({ search: true })
    for (let turn = 0; turn < 10; turn += 1) await idle()
    expect(corp.count('user/list')).toBe(51)
    expect(underway).toBe(1)
    // A quarter of the calls at once is left to those who wait for an answer.
    expect(most).toBe(15)
    gate.resolve()
    await warming
  })
})

describe('warm in several processes', () => {
  const calls = { 'department/list': 1, 'user/list_id': 1, 'user/list': 51 }

  async function warmAll(lock: TokenLock): Promise<number> {
    const options = { contactsClient: corp.contactsClient(), store: new Keyv(), lock }
    const directories = [1, 2, 3].map(() => createDirectory(corp.client(), options))
    await Promise.all(directories.map((directory) => directory.warm({ search: true })))
    for (const directory of directories) expect(await directory.search('t10')).toHaveLength(2)
    return corp.calls.length
  }

  test('asks WeCom once for all of them with a store and a lock', async () => {
    await warmAll(localLock())
    for (const [path, count] of Object.entries(calls)) expect([path, corp.count(path)]).toEqual([path, count])
  })

  test('waits for a store that hiccups, instead of asking WeCom again for all that lies in it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    onTestFinished(() => void vi.useRealTimers())
    for (let id = 100; id < 200; id += 1) corp.department(id, 1)
    const kept = new Map<string, unknown>()
    let isDown = false
    const store: TokenStore = {
      get: (key) => (isDown ? Promise.reject(new Error('too late')) : Promise.resolve(kept.get(key))),
      set: async (key, value) => void kept.set(key, value),
      delete: async (key) => void kept.delete(key),
    }
    const options = { store, lock: localLock() }
    await createDirectory(corp.client(), options).warm({ search: true })
    expect(corp.count('user/list')).toBe(151)
    const other = createDirectory(corp.client(), options)
    const warming = other.warm({
      search: true,
      onProgress: ({ lists }) => (isDown = lists > 5 && lists < 25),
    })
    for (let turn = 0; turn < 100; turn += 1) await vi.advanceTimersByTimeAsync(100)
    isDown = false
    for (let turn = 0; turn < 100; turn += 1) await vi.advanceTimersByTimeAsync(100)
    await warming
    // Those that were asked for when it began to fail, at most.
    expect(corp.count('user/list')).toBeLessThan(151 + 40)
  })

  test('does not fail because of a lock that does', async () => {
    await warmAll({ acquire: () => Promise.reject(new Error('redis is down')) })
    expect(corp.count('user/list')).toBeLessThanOrEqual(3 * 51)
  })

  test('leaves nothing locked when it fails', async () => {
    const lock = localLock()
    corp.refuse('user/list', -1)
    const store = new Keyv()
    await expect(
      createDirectory(corp.client(), { store, lock }).warm({ search: true }),
    ).rejects.toMatchObject({
      errcode: -1,
    })
    expect(lock.held.size).toBe(0)
  })

  test.each([
    ['pairs of the wrong kind', [['10', ['a']]]],
    ['ids of the wrong kind', [[10, [7]]]],
    ['no list', { 10: ['a'] }],
  ])('reads the index itself when the store has %s', async (_name, value) => {
    const store = {
      get: async () => ({ at: Date.now(), value }),
      set: async () => {},
      delete: async () => {},
    }
    const directory = createDirectory(corp.client(), { store, contactsClient: corp.contactsClient() })
    await directory.warm()
    expect(corp.count('user/list_id')).toBe(1)
  })
})

function localLock(): TokenLock & { readonly held: Set<string> } {
  const held = new Set<string>()
  return {
    held,
    acquire: async (key) => {
      if (held.has(key)) return undefined
      held.add(key)
      return async () => void held.delete(key)
    },
  }
}
