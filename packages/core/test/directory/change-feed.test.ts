import KeyvValkey from '@keyv/valkey'
import { createClient } from '@redis/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { patient } from 'test-support/patient'
import { hasRedisServer, startRedisServer, type RedisServer } from 'test-support/redis-server'
import type { ChangeFeed } from '../../src/directory/options.ts'
import { createDirectory } from '../../src/directory/create-directory.ts'
import { createRedisChangeFeed } from '../../src/directory/redis-change-feed.ts'
import type { Directory } from '../../src/directory/types.ts'
import { Keyv } from 'keyv'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'

let corp = new FakeCorp()
beforeEach(() => {
  corp = new FakeCorp().department(1).department(2, 1).department(3, 1)
  corp.user('zhangsan', [2]).user('lisi', [3])
})

/** A feed inside this process, with what went over it. */
class LocalFeed implements ChangeFeed {
  readonly messages: string[] = []
  readonly #listeners: { topic: string; listener: (message: string) => void }[] = []

  async publish(topic: string, message: string): Promise<void> {
    this.messages.push(message)
    this.send(topic, message)
  }

  send(topic: string, message: string): void {
    for (const each of this.#listeners) if (each.topic === topic) each.listener(message)
  }

  async subscribe(topic: string, listener: (message: string) => void): Promise<void> {
    this.#listeners.push({ topic, listener })
  }
}

const topic = 'wecom-kit:directory:qyapi.weixin.qq.com/ww1'

async function twoProcesses(changeFeed: ChangeFeed): Promise<[Directory, Directory]> {
  const options = { changeFeed, store: new Keyv() }
  const [one, other] = [createDirectory(corp.client(), options), createDirectory(corp.client(), options)]
  for (const directory of [one, other]) {
    await directory.departmentUsers(1, { recursive: true })
    await directory.users(['zhangsan', 'lisi'])
  }
  return [one, other]
}

describe('a change feed', () => {
  test('lets every process forget what one of them was told of', async () => {
    const [one, other] = await twoProcesses(new LocalFeed())
    corp.user('zhangsan', [3], { name: 'new name' })
    await idle()
    one.invalidate({ userId: 'zhangsan', departmentIds: [3] })
    await idle()
    for (const directory of [one, other]) {
      expect(await directory.user('zhangsan')).toMatchObject({ name: 'new name' })
      expect(await directory.departmentUsers(2)).toEqual([])
      expect(await directory.departmentUsers(3)).toHaveLength(2)
    }
  })

  test('lets every process forget the members of a department that one of them forgets', async () => {
    const [one, other] = await twoProcesses(new LocalFeed())
    corp.user('zhangsan', [2], { name: 'new name' })
    await idle()
    one.forget({ departmentId: 2 })
    await idle()
    for (const directory of [one, other])
      expect(await directory.user('zhangsan')).toMatchObject({ name: 'new name' })
  })

  test('tells of departments the teller knew and the event did not name', async () => {
    const feed = new LocalFeed()
    const [one] = await twoProcesses(feed)
    one.invalidate({ userId: 'zhangsan' })
    expect(JSON.parse(feed.messages[0] ?? '')).toMatchObject({
      event: false,
      change: { userId: 'zhangsan', departmentIds: [2] },
    })
  })

  test('tells of departments, and of both names of a member', async () => {
    const feed = new LocalFeed()
    const [one, other] = await twoProcesses(feed)
    corp.department(3, 2, 'moved')
    one.invalidate({ departmentId: 3 })
    corp.users.delete('lisi')
    corp.user('lisi2', [3])
    one.invalidate({ userId: 'lisi', newUserId: 'lisi2' })
    await idle()
    expect(await other.department(3)).toMatchObject({ name: 'moved', parentId: 2 })
    expect(await other.users(['lisi', 'lisi2'])).toMatchObject([undefined, { userId: 'lisi2' }])
  })

  test('is not told of events that change nothing', async () => {
    const feed = new LocalFeed()
    const [one] = await twoProcesses(feed)
    const event = { type: 'subscribe', raw: {} }
    one.invalidate(JSON.parse(JSON.stringify(event)))
    expect(feed.messages).toEqual([])
  })

  test.each([
    ['no JSON', '{'],
    ['a number', '7'],
    ['no change', '{"from":"x"}'],
    ['an id of the wrong kind', '{"from":"x","change":{"userId":7}}'],
    ['a department of the wrong kind', '{"from":"x","change":{"departmentId":"7"}}'],
    ['a book', `{"from":"x","change":{"userId":"${'z'.repeat(20_000)}"}}`],
  ])('that says %s changes nothing', async (_name, message) => {
    const feed = new LocalFeed()
    const [, other] = await twoProcesses(feed)
    corp.calls.length = 0
    feed.send(topic, message)
    await other.users(['zhangsan', 'lisi'])
    await other.departmentUsers(1, { recursive: true })
    expect(corp.calls).toEqual([])
  })

  test('that fails fails nothing, and is told of by its name only', async () => {
    const refuse = (): Promise<never> => Promise.reject(new RangeError('redis://:password@host is down'))
    const events: unknown[] = []
    const directory = createDirectory(corp.client(), {
      changeFeed: { publish: refuse, subscribe: refuse },
      onEvent: (event) => events.push(event),
    })
    directory.invalidate({ userId: 'zhangsan' })
    expect(await directory.user('zhangsan')).toBeDefined()
    await idle()
    expect(events).toContainEqual({ type: 'feed.error', operation: 'subscribe', reason: 'RangeError' })
    expect(events).toContainEqual({ type: 'feed.error', operation: 'publish', reason: 'RangeError' })
    expect(JSON.stringify(events)).not.toContain('password')
  })

  test('of another WeCom or corp is another topic', async () => {
    const feed = new LocalFeed()
    const [one] = await twoProcesses(feed)
    const stranger = createDirectory({ ...corp.client(), corpId: 'ww2' }, { changeFeed: feed })
    await stranger.user('zhangsan')
    corp.calls.length = 0
    one.invalidate({ userId: 'zhangsan' })
    await idle()
    await stranger.user('zhangsan')
    expect(corp.calls).toEqual([])
  })
})

test('createRedisChangeFeed says what it needs', () => {
  expect(() => createRedisChangeFeed(JSON.parse('{}'))).toThrow(
    /^createRedisChangeFeed: redisClient must be a connected client .*; got an object. It needs publish and duplicate/,
  )
})

describe.runIf(hasRedisServer())('over a real Redis', () => {
  let server: RedisServer
  const closers: (() => unknown)[] = []
  beforeEach(async () => {
    server = await startRedisServer()
  })
  afterEach(async () => {
    await Promise.allSettled(closers.splice(0).map((close) => close()))
    await server.stop()
  })

  async function nodeRedisFeed(): Promise<ChangeFeed> {
    const client = createClient({ url: server.url, disableOfflineQueue: true })
    client.on('error', () => {})
    await client.connect()
    const feed = createRedisChangeFeed(client)
    closers.push(
      () => feed.close(),
      () => client.destroy(),
    )
    return feed
  }

  async function ioRedisFeed(): Promise<ChangeFeed> {
    const { redis: client } = new KeyvValkey(server.url)
    client.on('error', () => {})
    const feed = createRedisChangeFeed(client)
    closers.push(
      () => feed.close(),
      () => client.disconnect(),
    )
    return feed
  }

  test.each([
    ['node-redis', nodeRedisFeed],
    ['iovalkey', ioRedisFeed],
  ])('an edit is seen by every process: %s', async (_name, feed) => {
    const one = createDirectory(corp.client(), { changeFeed: await feed() })
    const other = createDirectory(corp.client(), { changeFeed: await feed() })
    await one.user('zhangsan')
    await other.user('zhangsan')
    corp.user('zhangsan', [2], { name: 'new name' })
    const seen = async (): Promise<unknown> => {
      // Told again and again: a subscription may not stand yet.
      one.invalidate({ userId: 'zhangsan' })
      return other.user('zhangsan')
    }
    await expect.poll(seen, patient).toMatchObject({ name: 'new name' })
  })
})
