import { describe, expect, test, vi } from 'vitest'
import { patient } from 'test-support/patient'
import { createRedisLock } from './redis-lock.ts'

const signal = AbortSignal.timeout(60_000)

describe('createRedisLock', () => {
  test('speaks to node-redis: SET NX PX with a random owner, released by comparing it', async () => {
    const sendCommand = vi.fn<(args: string[]) => Promise<unknown>>(async () => 'OK')
    const release = await createRedisLock({ sendCommand }).acquire('app', { ttlMs: 1_500.2, signal })
    expect(sendCommand.mock.calls).toEqual([
      [['SET', 'wecom-lock:app', expect.stringMatching(/^[0-9a-f]{32}$/), 'NX', 'PX', '1501']],
    ])
    await release?.()
    const owner = sendCommand.mock.calls[0]?.[0][2]
    expect(sendCommand.mock.calls[1]?.[0]).toEqual([
      'EVAL',
      expect.stringContaining('ARGV[1]'),
      '1',
      'wecom-lock:app',
      owner,
    ])
  })

  test('speaks to ioredis and iovalkey, whose own sendCommand takes something else', async () => {
    const call = vi.fn<(command: string, ...args: string[]) => Promise<unknown>>(async () => 'OK')
    const client = { call, sendCommand: () => Promise.reject(new Error('not this one')) }
    await (
      await createRedisLock(client, { prefix: 'p:' }).acquire('app', { ttlMs: 1_000, signal })
    )?.()
    expect(call.mock.calls.map(([command, first]) => [command, first])).toEqual([
      ['SET', 'p:app'],
      ['EVAL', expect.stringContaining("redis.call('del'")],
    ])
  })

  test('two holders never have the same owner', async () => {
    const owners: (string | undefined)[] = []
    const lock = createRedisLock({ sendCommand: async (args) => (owners.push(args[2]), 'OK') })
    await lock.acquire('a', { ttlMs: 1_000, signal })
    await lock.acquire('b', { ttlMs: 1_000, signal })
    expect(new Set(owners).size).toBe(2)
  })

  test.each([null, undefined, '', 'QUEUED', 0])(
    'any answer but OK means somebody else has it: %j',
    async (answer) => {
      const lock = createRedisLock({ sendCommand: async () => answer })
      expect(await lock.acquire('a', { ttlMs: 1_000, signal })).toBeUndefined()
    },
  )

  test('#58 what the client throws reaches the caller, also when it throws at once', async () => {
    const rejecting = createRedisLock({ sendCommand: () => Promise.reject(new Error('connection lost')) })
    const throwing = createRedisLock({
      sendCommand: () => {
        throw new Error('connection lost')
      },
    })
    for (const lock of [rejecting, throwing]) {
      await expect(lock.acquire('a', { ttlMs: 1_000, signal })).rejects.toThrow('connection lost')
    }
  })

  test('a lock that comes after the caller gave up is given back', async () => {
    const commands: string[] = []
    const { promise: answer, resolve } = Promise.withResolvers<unknown>()
    const lock = createRedisLock({
      sendCommand: async ([command = '']) => {
        commands.push(command)
        return command === 'SET' ? answer : 1
      },
    })
    const controller = new AbortController()
    const reason = new Error('deadline')
    const attempt = lock.acquire('a', { ttlMs: 1_000, signal: controller.signal })
    controller.abort(reason)
    await expect(attempt).rejects.toBe(reason)
    expect(commands).toEqual(['SET'])
    resolve('OK')
    await vi.waitFor(() => expect(commands).toEqual(['SET', 'EVAL']), patient)
  })

  test('leaves no listener on the signal', async () => {
    const controller = new AbortController()
    const add = vi.spyOn(controller.signal, 'addEventListener')
    const remove = vi.spyOn(controller.signal, 'removeEventListener')
    await createRedisLock({ sendCommand: async () => 'OK' }).acquire('a', {
      ttlMs: 1_000,
      signal: controller.signal,
    })
    await vi.waitFor(() => expect(remove).toHaveBeenCalledTimes(add.mock.calls.length), patient)
  })

  test.each([5, null, {}])('%j is no prefix', (prefix) => {
    const client = { sendCommand: async () => 'OK' }
    expect(() => Reflect.apply(createRedisLock, undefined, [client, { prefix }])).toThrow(
      /createRedisLock: prefix must be a string/,
    )
  })

  test.each([undefined, null, {}, 'redis://localhost', { get: () => {} }])('%j is no client', (client) => {
    expect(() => Reflect.apply(createRedisLock, undefined, [client])).toThrow(
      /redisClient must be a connected client/,
    )
  })
})
