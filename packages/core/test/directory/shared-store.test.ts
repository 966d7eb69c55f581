import KeyvRedis from '@keyv/redis'
import { Keyv } from 'keyv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { TokenStore } from '../../src/stores/ports.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'
import { fastestRun } from 'test-support/fastest-run'
import { patient } from 'test-support/patient'
import { hasRedisServer, startRedisServer, type RedisServer } from 'test-support/redis-server'

const corpOf = (): FakeCorp =>
  new FakeCorp()
    .department(1)
    .department(2, 1)
    .user('zhangsan', [2], { qr_code: 'https://qr' })
    .user('lisi', [2])

describe('a shared store', () => {
  test('spares the second process every call', async () => {
    const corp = corpOf()
    const store = new Keyv()
    const one = createDirectory(corp.client(), { store })
    const expected = [
      await one.departmentUsers(1, { recursive: true }),
      await one.user('zhangsan'),
      await one.user('nobody'),
      await one.departments(undefined, { recursive: true }),
    ]
    await idle()
    corp.calls.length = 0
    const other = createDirectory(corp.client(), { store })
    expect([
      await other.departmentUsers(1, { recursive: true }),
      await other.user('zhangsan'),
      await other.user('nobody'),
      await other.departments(undefined, { recursive: true }),
    ]).toEqual(expected)
    expect(corp.calls).toHaveLength(0)
  })

  test('does not make an answer older than its lifetime', async () => {
    let clock = Date.now()
    const corp = corpOf()
    const options = { store: new Keyv(), now: () => clock }
    await createDirectory(corp.client(), options).user('zhangsan')
    await idle()
    const other = createDirectory(corp.client(), options)
    clock += 299_999
    await other.user('zhangsan')
    expect(corp.calls).toHaveLength(1)
    clock += 1
    await other.user('zhangsan')
    await idle()
    expect(corp.calls).toHaveLength(2)
  })

  test('forgets with the process that is told', async () => {
    let clock = Date.now()
    const corp = corpOf()
    const options = { store: new Keyv(), now: () => clock }
    const one = createDirectory(corp.client(), options)
    await one.departmentUsers(2)
    await one.user('zhangsan')
    await idle()
    corp.user('zhangsan', [2], { name: 'new name' })
    clock += 1
    one.invalidate({ userId: 'zhangsan', departmentIds: [2] })
    await idle()
    clock += 1
    const other = createDirectory(corp.client(), options)
    expect(await other.user('zhangsan')).toMatchObject({ name: 'new name' })
    expect(await other.departmentUsers(2)).toMatchObject([{ name: 'new name' }, {}])
  })

  test('does not bring back what another process read before the change', async () => {
    let clock = Date.now()
    const corp = corpOf()
    const store = new Keyv()
    const options = { store, now: () => clock }
    const other = createDirectory(corp.client(), options)
    const gate = Promise.withResolvers<void>()
    const early = corp.users.get('zhangsan')
    corp.before = () => gate.promise
    const reading = other.user('zhangsan')
    await idle()
    const one = createDirectory(corp.client(), options)
    clock += 10
    one.invalidate({ userId: 'zhangsan' })
    gate.resolve()
    await reading
    await idle()
    corp.users.set('zhangsan', { ...early!, name: 'new name' })
    expect(await one.user('zhangsan')).toMatchObject({ name: 'new name' })
  })

  test('keeps apps apart', async () => {
    const corp = corpOf()
    const store = new Keyv()
    await createDirectory(corp.client(), { store }).user('zhangsan')
    await idle()
    await createDirectory({ ...corp.client(), agentId: 2 }, { store }).user('zhangsan')
    expect(corp.calls).toHaveLength(2)
  })

  test('B12: keeps two WeComs apart whose corps and apps are called alike', async () => {
    const corp = corpOf()
    const store = new Keyv()
    await createDirectory({ ...corp.client(), host: 'one.example' }, { store }).user('zhangsan')
    await idle()
    await createDirectory({ ...corp.client(), host: 'other.example' }, { store }).user('zhangsan')
    expect(corp.calls).toHaveLength(2)
  })

  test('holds nothing the directory does not show', async () => {
    const corp = corpOf()
    const written: unknown[] = []
    const store: TokenStore = {
      get: async () => undefined,
      set: async (_key, value) => void written.push(value),
      delete: async () => {},
    }
    const directory = createDirectory(corp.client(), { store })
    await directory.users(['zhangsan'])
    await directory.departmentUsers(2)
    await idle()
    expect(JSON.stringify(written)).toContain('zhangsan')
    expect(JSON.stringify(written)).not.toContain('https://qr')
  })

  const garbage: [string, unknown][] = [
    ['a text', 'x'],
    ['a number', 7],
    ['null', null],
    ['no moment', { value: [] }],
    ['a moment of the wrong kind', { at: 'now', value: [] }],
    ['a list of nobodies', { at: Date.now(), value: [{ name: 'x' }, null] }],
    ['another member', { at: Date.now(), value: { userid: 'lisi', department: [1] } }],
    [
      'broken attributes from the far future',
      { at: Date.now() + 3_600_000, value: { userid: 'zhangsan', department: [9], extattr: { attrs: 5 } } },
    ],
    ['an empty tree', { at: Date.now(), value: [] }],
  ]
  test.each(garbage)('with garbage in it is a miss: %s', async (_name, value) => {
    const corp = corpOf()
    const store: TokenStore = { get: async () => value, set: async () => {}, delete: async () => {} }
    const directory = createDirectory(corp.client(), { store })
    expect(await directory.user('zhangsan')).toMatchObject({ userId: 'zhangsan', departmentIds: [2] })
    expect(await directory.departments()).toHaveLength(1)
  })

  test('that throws, now or later, is a miss', async () => {
    const corp = corpOf()
    const store: TokenStore = {
      get: () => {
        throw new Error('down')
      },
      set: async () => {
        throw new Error('down')
      },
      delete: async () => {},
    }
    const events: unknown[] = []
    const directory = createDirectory(corp.client(), { store, onEvent: (event) => events.push(event) })
    expect(await directory.users(['zhangsan', 'nobody'])).toMatchObject([{ userId: 'zhangsan' }, undefined])
    directory.invalidate({ userId: 'zhangsan' })
    await idle()
    expect(events).toContainEqual({ type: 'store.error', operation: 'get', reason: 'Error' })
  })

  test('that hangs costs 250 ms and is then left alone', async () => {
    const hangs = (): Promise<never> => new Promise(() => {})
    const store = { get: hangs, set: hangs, delete: hangs }
    const ask = async (): Promise<void> => {
      const directory = createDirectory(corpOf().client(), { store })
      await directory.users(['zhangsan', 'lisi', 'nobody'])
      await directory.departmentUsers(1)
    }
    expect(await fastestRun(1000, ask)).toBeLessThan(1000)
  })
})

describe.runIf(hasRedisServer())('on a real Redis', () => {
  let server: RedisServer
  let keyv: Keyv
  beforeAll(async () => {
    server = await startRedisServer()
    keyv = new Keyv(new KeyvRedis(server.url))
  })
  afterAll(async () => {
    await keyv.disconnect()
    await server.stop()
  })

  test('two processes share what one has read, and what it is told to forget', async () => {
    const corp = corpOf()
    const one = createDirectory(corp.client(), { store: keyv })
    const other = createDirectory(corp.client(), { store: keyv })
    const expected = await one.departmentUsers(2)
    await expect
      .poll(() => keyv.get('wecom-kit:directory:qyapi.weixin.qq.com/ww1/1:d:2:full'), patient)
      .toBeDefined()
    expect(await other.departmentUsers(2)).toEqual(expected)
    expect(corp.calls).toHaveLength(1)
    one.invalidate({ departmentId: 2 })
    await expect
      .poll(() => keyv.get('wecom-kit:directory:qyapi.weixin.qq.com/ww1/1:d:2:full'), patient)
      .toBeUndefined()
    await createDirectory(corp.client(), { store: keyv }).departmentUsers(2)
    expect(corp.calls).toHaveLength(2)
  })

  test('that is frozen costs no answer', async () => {
    const corp = corpOf()
    server.pause()
    const directory = createDirectory(corp.client(), { store: keyv })
    expect(await directory.users(['zhangsan', 'nobody'])).toMatchObject([{ userId: 'zhangsan' }, undefined])
    server.resume()
  })
})
