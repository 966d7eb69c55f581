import { once } from 'node:events'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { createCallbackCrypto, isWecomError, parseCallbackEvent, type CallbackEvent } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'

const token = 'Token123'
const encodingAesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'

interface Receiver {
  url: string
  events: CallbackEvent[]
  digests: string[]
  refusals: string[]
}

/** A callback URL as an application would write it, with nothing but core. */
async function receive(
  receiveId: string,
  reply: (event: CallbackEvent) => string | undefined,
): Promise<Receiver> {
  const callbacks = createCallbackCrypto({ token, encodingAesKey, receiveId })
  const server = createServer(async (request, response) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams
    try {
      if (request.method === 'GET') return void response.end(callbacks.verifyUrl(query))
      const { message, digest, format } = callbacks.decrypt(query, await buffer(request))
      const event = parseCallbackEvent(message)
      receiver.events.push(event)
      receiver.digests.push(digest)
      const answer = reply(event)
      response.end(answer === undefined ? '' : callbacks.encryptReply(answer, { format }))
    } catch (error) {
      receiver.refusals.push(
        isWecomError(error) && error.code === 'ERR_WECOM_CALLBACK' ? error.reason : 'other',
      )
      response.writeHead(400).end()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/wecom?app=oa`,
    events: [],
    digests: [],
    refusals: [],
  }
  return receiver
}

describe('callbacks between two independent readings of the documents', () => {
  let simulator: Simulator
  beforeEach(async () => {
    // WeCom waits one second for the URL to be verified, which a machine that stalls may exceed.
    simulator = await startSimulator({ settings: { callbacks: { verifyTimeoutMs: 20_000 } } })
  })
  afterEach(() => simulator.close())

  const register = (url: string, options: { format?: 'xml' | 'json'; form?: 'short' | 'long' } = {}) =>
    simulator.callbacks.register({ app: 'contacts-sync', url, token, encodingAesKey, ...options })

  test.each(['xml', 'json'] as const)(
    '%s: the URL is verified and every change of the contacts arrives typed',
    async (format) => {
      const receiver = await receive(simulator.corp.id, () => undefined)
      expect(await register(receiver.url, { format, form: 'long' })).toEqual({ verified: true })
      const department = await simulator.contacts.createDepartment({ name: '新部门' })
      await simulator.contacts.createUser({
        userid: 'newcomer',
        name: '新人',
        department: [1, department.id],
        is_leader_in_dept: [0, 1],
        mobile: '13900000000',
        gender: '2',
        extattr: { attrs: [{ type: 0, name: '爱好', text: { value: '旅游' } }] },
      })
      await simulator.contacts.updateUser('newcomer', { position: '经理', userid: 'renamed' })
      await simulator.contacts.deleteUser('renamed')
      await simulator.contacts.updateDepartment(department.id, { name: '改名' })
      await simulator.contacts.deleteDepartment(department.id)
      await simulator.callbacks.send({
        app: 'contacts-sync',
        event: {
          Event: 'change_contact',
          ChangeType: 'update_tag',
          TagId: 7,
          AddUserItems: 'a,b',
          DelPartyItems: '1,2',
        },
      })
      await simulator.callbacks.settled()
      expect(receiver.refusals).toEqual([])
      expect(receiver.events).toMatchObject([
        { type: 'create_party', departmentId: department.id, name: '新部门', parentId: 1 },
        {
          type: 'create_user',
          toUserName: simulator.corp.id,
          fromUserName: 'sys',
          userId: 'newcomer',
          name: '新人',
          departmentIds: [1, department.id],
          isLeaderInDepartment: [false, true],
          mobile: '13900000000',
          gender: 'female',
          attributes: [{ name: '爱好', type: 'text', value: '旅游' }],
        },
        { type: 'update_user', userId: 'newcomer', newUserId: 'renamed', position: '经理' },
        { type: 'delete_user', userId: 'renamed' },
        { type: 'update_party', departmentId: department.id, name: '改名' },
        { type: 'delete_party', departmentId: department.id },
        { type: 'update_tag', tagId: 7, addedUserIds: ['a', 'b'], removedDepartmentIds: [1, 2] },
      ])
    },
  )

  test('the short form of today tells userid and departments only', async () => {
    const receiver = await receive(simulator.corp.id, () => undefined)
    await register(receiver.url)
    await simulator.contacts.createUser({ userid: 'newcomer', name: '新人', department: [1] })
    await simulator.callbacks.settled()
    expect(receiver.events).toMatchObject([{ type: 'create_user', userId: 'newcomer', departmentIds: [1] }])
    expect(receiver.events[0]).not.toHaveProperty('name')
  })

  test('a push that is repeated has the same digest, the next one has not', async () => {
    const receiver = await receive(simulator.corp.id, () => undefined)
    await register(receiver.url)
    simulator.settings.set({ callbacks: { copies: 2 } })
    const event = { Event: 'change_contact', ChangeType: 'delete_user' }
    await simulator.callbacks.send({ app: 'contacts-sync', event: { ...event, UserID: 'a' } })
    await simulator.callbacks.send({ app: 'contacts-sync', event: { ...event, UserID: 'b' } })
    const [first, again, second, secondAgain] = receiver.digests
    expect(receiver.digests).toHaveLength(4)
    expect([again, secondAgain]).toEqual([first, second])
    expect(first).not.toBe(second)
  })

  test.each(['xml', 'json'] as const)('%s: WeCom can read a passive reply', async (format) => {
    const receiver = await receive(simulator.corp.id, (event) =>
      event.type === 'text' ? `<xml><Content><![CDATA[你说：${event.content}]]></Content></xml>` : undefined,
    )
    await register(receiver.url, { format })
    const [delivery] = await simulator.callbacks.send({
      app: 'contacts-sync',
      event: { FromUserName: 'zhangsan', MsgType: 'text', Content: '你好', MsgId: '4561255354251345929' },
    })
    expect(receiver.events).toMatchObject([
      { type: 'text', content: '你好', messageId: '4561255354251345929', fromUserName: 'zhangsan' },
    ])
    expect(JSON.stringify(delivery)).toContain('你说：你好')
  })

  test('a URL with another token, key or corp is not verified', async () => {
    const receiver = await receive('ww0000000000000000', () => undefined)
    expect((await register(receiver.url)).verified).toBe(false)
    await simulator.callbacks.register({
      app: 'contacts-sync',
      url: receiver.url,
      token: 'Other',
      encodingAesKey,
    })
    const otherKey = encodingAesKey.replaceAll('j', 'k')
    await simulator.callbacks.register({
      app: 'contacts-sync',
      url: receiver.url,
      token,
      encodingAesKey: otherKey,
    })
    expect(receiver.refusals).toEqual(['receiver', 'signature', 'decrypt'])
  })
})
