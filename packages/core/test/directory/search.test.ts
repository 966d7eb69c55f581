import { beforeEach, describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { Directory } from '../../src/directory/types.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'

let clock = 0
let corp = new FakeCorp()
let directory: Directory
const now = (): number => clock

beforeEach(() => {
  clock = 1_000_000
  corp = new FakeCorp().department(1).department(2, 1)
  corp.user('zhangsan', [2], { name: '张三', english_name: 'Sam Zhang', alias: '老张' })
  corp.user('zhangwei', [2], { name: '张伟', mobile: '13800000000' })
  corp.user('lisi', [1, 2], { name: '李四', english_name: 'Simon' })
  corp.user('secret', [2], { name: '张密' })
  corp.hidden.add('secret')
  directory = createDirectory(corp.client(), { now, contactsClient: corp.contactsClient() })
})

describe('search', () => {
  test.each(['warm', 'not warm'])('needs the lists: %s', async (state) => {
    if (state === 'warm') await directory.warm()
    await expect(directory.search('张三')).rejects.toMatchObject({
      code: 'ERR_WECOM_CONFIG',
      message:
        'directory.search: the directory must be loaded for search; got one that is not. Call directory.warm({ search: true }) first',
    })
  })

  test('finds by name, alias, English name and userid, whole texts and beginnings first', async () => {
    await directory.warm({ search: true })
    const idsFor = async (text: string): Promise<string[]> =>
      (await directory.search(text)).map((user) => user.userId)
    expect(await idsFor('张')).toEqual(['zhangsan', 'zhangwei'])
    expect(await idsFor('老张')).toEqual(['zhangsan'])
    expect(await idsFor('ZHANG')).toEqual(['zhangsan', 'zhangwei'])
    expect(await idsFor('sam')).toEqual(['zhangsan'])
    expect(await idsFor('si')).toEqual(['lisi'])
    expect(await idsFor('ｌｉｓｉ')).toEqual(['lisi'])
    expect(await idsFor('nobody')).toEqual([])
  })

  test('finds by terms of your own, whatever they are', async () => {
    const pinyin: Readonly<Record<string, string[]>> = { 张三: ['zhang san', 'zs'], 李四: ['li si', 'ls'] }
    directory = createDirectory(corp.client(), { now, searchTerms: ({ name }) => pinyin[name] ?? [] })
    await directory.warm({ search: true })
    expect((await directory.search('zs')).map((user) => user.userId)).toEqual(['zhangsan'])
    expect((await directory.search('li s')).map((user) => user.userId)).toEqual(['lisi'])
    expect(await directory.search('老张')).toHaveLength(1)
  })

  test('does without terms that are no texts, and without a hook that throws', async () => {
    directory = createDirectory(corp.client(), {
      now,
      searchTerms: ({ userId }) => {
        if (userId === 'lisi') throw new Error('hook')
        return JSON.parse('[7, null, "extra"]')
      },
    })
    await directory.warm({ search: true })
    expect(await directory.search('extra')).toHaveLength(2)
    expect(await directory.search('李四')).toHaveLength(1)
  })

  test('finds nobody by a text longer than any name', async () => {
    await directory.warm({ search: true })
    expect(await directory.search('zhang'.repeat(1000))).toEqual([])
  })

  test('gives the first by userid of as many as it finds', async () => {
    corp.team('many', 2, 500)
    await directory.warm({ search: true })
    const ids = (await directory.search('many', { limit: 7 })).map((user) => user.userId)
    expect(ids).toEqual(corp.team('many', 2, 500).toSorted().slice(0, 7))
    expect(await directory.search('many', { limit: Number.MAX_SAFE_INTEGER })).toHaveLength(500)
  })

  test.each(['三', '大', 'ng', 'Sam Z', '𠮷', 'san'])(
    'finds what scanning everybody finds: %s',
    async (text) => {
      corp.user('rare', [2], { name: '𠮷田大三' })
      await directory.warm({ search: true })
      const visible = [...corp.users.values()].filter(({ userid }) => userid !== 'secret')
      const scanned = visible.filter(({ userid, name, alias = '', english_name = '' }) =>
        [userid, name, alias, english_name].some((each) => each.toLowerCase().includes(text.toLowerCase())),
      )
      const found = await directory.search(text)
      expect(found.map(({ userId }) => userId).toSorted()).toEqual(
        scanned.map(({ userid }) => userid).toSorted(),
      )
    },
  )

  test('finds those whose lists were read before it was warmed', async () => {
    await directory.departmentUsers(1, { recursive: true })
    await directory.warm({ search: true })
    expect((await directory.search('张')).map((user) => user.userId)).toEqual(['zhangsan', 'zhangwei'])
  })

  test('shows neither those the app may not see nor whom personal fields would find', async () => {
    await directory.warm({ search: true })
    expect(await directory.search('张密')).toEqual([])
    expect(await directory.search('138')).toEqual([])
  })

  test('costs one list per department, and then nothing', async () => {
    await directory.warm({ search: true })
    expect(corp.count('user/list')).toBe(2)
    corp.calls.length = 0
    await directory.search('张三', { limit: 1 })
    await directory.departmentUsers(2)
    expect(corp.calls).toHaveLength(0)
  })

  test('keeps to its limit', async () => {
    await directory.warm({ search: true })
    expect(await directory.search('zhang', { limit: 1 })).toHaveLength(1)
  })

  test.each(['', ' ', 'a', ' a '])('refuses the text %j', async (text) => {
    await directory.warm({ search: true })
    await expect(directory.search(text)).rejects.toMatchObject({
      code: 'ERR_WECOM_CONFIG',
      message: expect.stringMatching(/^directory\.search: text must be two characters at least.*; got /),
    })
  })

  test('follows changes', async () => {
    await directory.warm({ search: true })
    corp.users.delete('zhangsan')
    corp.user('zhangwei', [2], { name: '张大伟' }).user('wangwu', [2], { name: '王五' })
    for (const userId of ['zhangsan', 'zhangwei', 'wangwu']) directory.invalidate({ userId })
    expect((await directory.search('zhang')).map((user) => user.name)).toEqual(['张大伟'])
    expect(await directory.search('王五')).toHaveLength(1)
  })

  test('drops who is missing when a list is read again', async () => {
    await directory.warm({ search: true })
    corp.users.delete('zhangsan')
    directory.invalidate({ departmentId: 2 })
    await directory.departmentUsers(2)
    expect(await directory.search('zhangsan')).toEqual([])
    expect(await directory.search('lisi')).toHaveLength(1)
  })

  test('keeps who left one of two departments', async () => {
    await directory.warm({ search: true })
    corp.user('lisi', [1], { name: '李四' })
    directory.invalidate({ departmentId: 2 })
    await directory.departmentUsers(2)
    expect(await directory.search('李四')).toHaveLength(1)
  })

  test('stops warming when told to', async () => {
    const reason = new Error('shutting down')
    await expect(directory.warm({ search: true, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(corp.calls).toHaveLength(0)
  })

  test('goes on warming for those who stay', async () => {
    const gate = Promise.withResolvers<void>()
    corp.before = ({ path }) => (path === 'user/list' ? gate.promise : undefined)
    for (let id = 10; id < 40; id += 1) corp.department(id, 1)
    const leaving = new AbortController()
    const left = directory.warm({ search: true, signal: leaving.signal })
    const stayed = directory.warm({ search: true, signal: new AbortController().signal })
    await idle()
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    gate.resolve()
    await stayed
    expect(await directory.search('张三')).toHaveLength(1)
  })

  test('stops fetching when the last who wants it leaves', async () => {
    for (let id = 10; id < 60; id += 1) corp.department(id, 1)
    const leaving = [new AbortController(), new AbortController()]
    const warming = leaving.map(({ signal }) => directory.warm({ search: true, signal }))
    corp.before = ({ path }) => {
      if (path === 'user/list') for (const controller of leaving) controller.abort(new Error('gone'))
    }
    for (const left of warming) await expect(left).rejects.toThrow('gone')
    await idle()
    expect(corp.count('user/list')).toBeLessThanOrEqual(15)
  })

  test('does not pretend when a list could not be read', async () => {
    corp.refuse('user/list', -1)
    await expect(directory.warm({ search: true })).rejects.toMatchObject({ errcode: -1 })
    await expect(directory.search('张三')).rejects.toMatchObject({ code: 'ERR_WECOM_CONFIG' })
  })
})
