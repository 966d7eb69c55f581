import { describe, expect, test } from 'vitest'
import { isRecord } from '../src/shape/shape.ts'
import { startSimulator } from '../src/index.ts'
import { credentials, startReceiver } from './receiver.ts'
import { call } from './support.ts'

describe('GET /__simulator/acts', () => {
  test('lists every switch with the form of its body', async () => {
    await using simulator = await startSimulator()
    const { body } = await call(simulator, '/__simulator/acts')
    const acts = Array.isArray(body['acts']) ? body['acts'].filter(isRecord) : []
    expect(acts.length).toBeGreaterThan(30)
    expect(acts).toContainEqual({
      route: 'POST faults/random',
      body: {
        kind: 'object',
        fields: {
          rate: { kind: 'number', whole: false, min: 0, max: 1 },
          seed: { kind: 'number', whole: true, min: 0, max: 2 ** 32, optional: true },
          kinds: { kind: 'list', item: expect.objectContaining({ kind: 'choice' }), optional: true },
          paths: { kind: 'list', item: { kind: 'text' }, optional: true },
        },
      },
    })
    expect(acts).toContainEqual({ route: 'DELETE faults', body: { kind: 'object', fields: {} } })
  })
})

describe('an act by handle and by switch', () => {
  test('checks the same and says the same', async () => {
    await using simulator = await startSimulator()
    const { body, status } = await call(simulator, '/__simulator/users', { userid: 'x', name: 'x' })
    expect(status).toBe(400)
    // @ts-expect-error -- the departments are missing
    await expect(simulator.contacts.createUser({ userid: 'x', name: 'x' })).rejects.toThrow(
      String(body['error']),
    )
  })

  test('takes no body where none is expected, and numbers where the path has one', async () => {
    await using simulator = await startSimulator()
    expect(await call(simulator, '/__simulator/callbacks/settle', { url: 'x' })).toMatchObject({
      status: 400,
    })
    expect(await call(simulator, '/__simulator/departments/two')).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('whole number') },
    })
  })

  test('takes one fault back', async () => {
    await using simulator = await startSimulator()
    const first = simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'hang' })
    const { body } = await call(simulator, '/__simulator/faults', { path: '/x', kind: 'reset', times: 4 })
    expect(simulator.faults.remove(first)).toBe(true)
    expect(simulator.faults.remove(first)).toBe(false)
    expect(simulator.faults.list()).toEqual([{ id: body['id'], path: '/x', kind: 'reset', times: 4 }])
    const { body: removed } = await call(
      simulator,
      `/__simulator/faults/${String(body['id'])}`,
      undefined,
      'DELETE',
    )
    expect([removed, simulator.faults.list()]).toEqual([{ removed: true }, []])
  })

  test('sends an earlier push again, for the URL of now', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { verifyTimeoutMs: 20_000 } } })
    await using receiver = await startReceiver()
    await simulator.callbacks.register({ app: 'portal', url: receiver.url, ...credentials })
    await simulator.callbacks.send({ event: { Event: 'enter_agent' } })
    const { body } = await call(simulator, '/__simulator/callbacks/resend/1', undefined, 'POST')
    expect(body['delivery']).toMatchObject({ serial: 2, resendOf: 1, accepted: true })
    expect(receiver.pushes[1]).toBe(receiver.pushes[0])
    await expect(simulator.callbacks.resend(9)).rejects.toThrow('no delivery 9')
    simulator.callbacks.unregister('portal')
    await expect(simulator.callbacks.resend(1)).rejects.toThrow('no callback URL any more')
  })
})

describe('a reset that keeps callbacks', () => {
  test('tells the receivers what it changed, and nothing else', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { verifyTimeoutMs: 20_000 } } })
    await using receiver = await startReceiver()
    await simulator.callbacks.register({ app: 'contacts-sync', url: receiver.url, ...credentials })
    await simulator.contacts.deleteUser('zhangsan')
    await simulator.contacts.createDepartment({ name: '法务部' })
    await simulator.contacts.createUser({ userid: 'newbie', name: '新人', department: [13] })
    await simulator.contacts.updateUser('lisi', { department: [1] })
    receiver.pushes.length = 0
    const { status } = await call(simulator, '/__simulator/reset', { keepCallbacks: true })
    expect(status).toBe(200)
    await simulator.callbacks.settled()
    const told = receiver.pushes.map((push) =>
      /<ChangeType>.*?\[(\w+)\].*?<(?:UserID|Id)>(?:<!\[CDATA\[)?(\w+)/.exec(push)?.slice(1).join(' '),
    )
    expect(new Set(told)).toEqual(
      new Set(['create_user zhangsan', 'update_user LiSi', 'delete_user newbie', 'delete_party 13']),
    )
    expect(told).toHaveLength(4)
    await simulator.reset({ keepCallbacks: true })
    await simulator.callbacks.settled()
    expect(simulator.callbacks.deliveries()).toEqual([])
    expect(simulator.callbacks.list()).toHaveLength(1)
    await simulator.reset()
    expect(simulator.callbacks.list()).toEqual([])
  })
})
