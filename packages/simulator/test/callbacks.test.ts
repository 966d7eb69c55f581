import { describe, expect, test } from 'vitest'
import { encrypt, sign } from '../src/callbacks/crypto.ts'
import { type CallbackOptions, type Simulator, startSimulator } from '../src/index.ts'
import { credentials, type Receiver, startReceiver } from './receiver.ts'
import { call, patient } from './support.ts'

const app = 'contacts-sync'

/** WeCom waits one second for the URL to be verified, which a machine that stalls may exceed. */
const patientWecom = { callbacks: { verifyTimeoutMs: 20_000 } } as const

async function register(
  simulator: Simulator,
  receiver: Receiver,
  more: Partial<CallbackOptions> = {},
): Promise<void> {
  simulator.settings.set(patientWecom)
  const result = await simulator.callbacks.register({ app, url: receiver.url, ...credentials, ...more })
  expect(result).toEqual({ verified: true })
}

describe('URL verification', () => {
  test('undefined is left out, in registrations and in settings', async () => {
    await using simulator = await startSimulator({
      settings: { ...patientWecom, deployment: undefined, gettoken: { repeat: undefined } },
    })
    await using receiver = await startReceiver()
    await register(simulator, receiver, { format: undefined, form: undefined })
    expect(simulator.callbacks.list()).toMatchObject([{ format: 'xml', form: 'short' }])
    const { deployment, gettoken } = simulator.settings.get()
    expect([deployment, gettoken.repeat]).toEqual(['public', 'remaining'])
  })

  test('passes for the decrypted echostr and shows in the state without token and key', async () => {
    await using simulator = await startSimulator({ settings: patientWecom })
    await using receiver = await startReceiver()
    const { body } = await call(simulator, '/__simulator/callbacks', {
      app,
      url: receiver.url,
      ...credentials,
    })
    expect(body).toEqual({ verified: true })
    const { body: state, text } = await call(simulator, '/__simulator/state')
    expect(state['apps']).toContainEqual(
      expect.objectContaining({
        name: app,
        callback: { app, url: receiver.url, format: 'xml', form: 'short' },
      }),
    )
    expect(text).not.toContain(credentials.encodingAesKey)
  })

  test.each([
    ['a line break at the end', (echo: string) => `${echo}\n`],
    ['quotes', (echo: string) => `"${echo}"`],
    ['a byte order mark', (echo: string) => `\ufeff${echo}`],
  ])('fails for %s', async (_what, spoil) => {
    await using simulator = await startSimulator({ settings: patientWecom })
    await using receiver = await startReceiver()
    receiver.spoilEcho = spoil
    const result = await simulator.callbacks.register({ app, url: receiver.url, ...credentials })
    expect(result).toEqual({ verified: false, error: expect.stringContaining('echostr') })
    expect(simulator.callbacks.list()).toEqual([])
  })

  test('fails when nobody listens or the answer takes too long', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { verifyTimeoutMs: 30 } } })
    simulator.faults.add({ path: '/hook', kind: 'hang' })
    const slow = await simulator.callbacks.register({ app, url: `${simulator.url}/hook`, ...credentials })
    expect(slow).toEqual({ verified: false, error: 'no answer in time' })
    const closed = await simulator.callbacks.register({ app, url: 'http://127.0.0.1:1/', ...credentials })
    expect(closed.verified).toBe(false)
  })

  test.each([
    [{ token: 'with-dash' }, 'token'],
    [{ token: 'x'.repeat(33) }, 'token'],
    [{ encodingAesKey: 'short' }, 'encodingAesKey'],
    [{ url: 'ftp://127.0.0.1/' }, 'url'],
    [{ app: 'nobody' }, 'app'],
    [{ colour: 'red' }, 'colour'],
  ])('%j is refused before anything is sent', async (wrong, field) => {
    await using simulator = await startSimulator()
    const options = { app, url: 'http://127.0.0.1:1/', ...credentials, ...wrong }
    const answer = await call(simulator, '/__simulator/callbacks', options)
    expect(answer.status).toBe(400)
    expect(answer.body['error']).toContain(field)
  })
})

describe('change_contact', () => {
  test('short form: userid and departments only, told for every edit', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    await simulator.contacts.updateUser('zhangsan', { name: '张三丰' })
    await simulator.contacts.updateDepartment(4, { name: '服务端组' })
    expect(receiver.pushes[0]).toContain(
      '<UserID><![CDATA[zhangsan]]></UserID><Department><![CDATA[4,2]]></Department></xml>',
    )
    expect(receiver.pushes[1]).toContain('<Id>4</Id><ParentId><![CDATA[2]]></ParentId></xml>')
    expect(receiver.pushes.join()).not.toContain('丰')
  })

  test('short form as documented: nothing for changes it does not tell', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { updates: 'documented' } } })
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    await simulator.contacts.createUser({ userid: 'newbie', name: '新人', department: [4, 3] })
    await simulator.contacts.updateUser('newbie', { name: '老人' })
    await simulator.contacts.updateUser('newbie', { department: [3] })
    await simulator.contacts.updateUser('newbie', { userid: 'oldie' })
    await simulator.contacts.deleteUser('oldie')
    const times = receiver.pushes.map((push) => push.replace(/<CreateTime>\d+<\/CreateTime>/, '<T/>'))
    const common = `<xml><ToUserName><![CDATA[${simulator.corp.id}]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><T/><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event>`
    const user = (type: string, rest: string): string =>
      `${common}<ChangeType><![CDATA[${type}]]></ChangeType>${rest}</xml>`
    expect(times).toEqual([
      user('create_user', '<UserID><![CDATA[newbie]]></UserID><Department><![CDATA[4,3]]></Department>'),
      user('update_user', '<UserID><![CDATA[newbie]]></UserID><Department><![CDATA[3]]></Department>'),
      user(
        'update_user',
        '<UserID><![CDATA[newbie]]></UserID><Department><![CDATA[3]]></Department><NewUserID><![CDATA[oldie]]></NewUserID>',
      ),
      user('delete_user', '<UserID><![CDATA[oldie]]></UserID>'),
    ])
    expect(new Set(receiver.receiveIds)).toEqual(new Set([simulator.corp.id]))
  })

  test('long form: everything at first, then what changed', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await register(simulator, receiver, { form: 'long' })
    await simulator.contacts.createUser({ userid: 'newbie', name: '<&]]>', department: [4], gender: '2' })
    await simulator.contacts.updateUser('newbie', { position: '顾问' })
    expect(receiver.pushes[0]).toContain('<Name><![CDATA[<&]]]]><![CDATA[>]]></Name>')
    expect(receiver.pushes[0]).toContain('<Gender>2</Gender>')
    expect(receiver.pushes[1]).toContain(
      '<UserID><![CDATA[newbie]]></UserID><Position><![CDATA[顾问]]></Position></xml>',
    )
  })

  test('departments in both forms, as documented', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { updates: 'documented' } } })
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    await simulator.contacts.createDepartment({ name: '法务部' })
    await simulator.contacts.updateDepartment(13, { name: '法律部' })
    await simulator.contacts.updateDepartment(13, { parentid: 2 })
    await simulator.contacts.deleteDepartment(13)
    const parts = receiver.pushes.map((push) => /<ChangeType>.*(?=<\/xml>)/.exec(push)?.[0])
    expect(parts).toEqual([
      '<ChangeType><![CDATA[create_party]]></ChangeType><Id>13</Id><ParentId><![CDATA[1]]></ParentId>',
      '<ChangeType><![CDATA[update_party]]></ChangeType><Id>13</Id><ParentId><![CDATA[2]]></ParentId>',
      '<ChangeType><![CDATA[delete_party]]></ChangeType><Id>13</Id>',
    ])
    await register(simulator, receiver, { form: 'long' })
    await simulator.contacts.updateDepartment(2, { name: '研究院' })
    expect(receiver.pushes.at(-1)).toContain('<Id>2</Id><Name><![CDATA[研究院]]></Name></xml>')
  })

  test('goes to contacts-sync alone once it has a URL, and never to others when the setting is strict', async () => {
    await using simulator = await startSimulator()
    await using portal = await startReceiver()
    await using sync = await startReceiver()
    await register(simulator, portal, { app: 'portal' })
    await simulator.contacts.updateUser('zhangsan', { department: [4] })
    expect(portal.pushes).toHaveLength(1)
    expect(portal.pushes[0]).toContain('<AgentID>1000002</AgentID>')
    await register(simulator, sync)
    await simulator.contacts.updateUser('zhangsan', { department: [2] })
    expect([portal.pushes.length, sync.pushes.length]).toEqual([1, 1])
    simulator.callbacks.unregister(app)
    simulator.settings.set({ callbacks: { contactEvents: 'contacts-sync' } })
    await simulator.contacts.updateUser('zhangsan', { department: [4] })
    expect(portal.pushes).toHaveLength(1)
  })

  test('is sent for edits over HTTP too', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    await call(simulator, '/__simulator/users/lisi', undefined, 'DELETE')
    expect(receiver.pushes[0]).toContain('<UserID><![CDATA[LiSi]]></UserID>')
  })
})

describe('a push', () => {
  test('comes in the JSON envelope when asked for', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await register(simulator, receiver, { format: 'json' })
    await simulator.callbacks.send({
      event: { MsgType: 'text', FromUserName: 'zhangsan', Content: 'hi', MsgId: 7 },
    })
    expect(JSON.parse(receiver.raw[0]?.body ?? '')).toEqual({
      tousername: simulator.corp.id,
      encrypt: expect.any(String),
      agentid: '',
    })
    expect(JSON.parse(receiver.pushes[0] ?? '')).toMatchObject({
      FromUserName: 'zhangsan',
      Content: 'hi',
      MsgId: 7,
    })
  })

  test('is tried three times until HTTP 200', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    receiver.script = [
      { status: 500 },
      { status: 204 },
      { status: 200 },
      { status: 503 },
      { status: 503 },
      { status: 503 },
    ]
    const event = { Event: 'change_contact', ChangeType: 'update_tag', TagId: 1 }
    const { body } = await call(simulator, '/__simulator/callbacks/send', { app, event })
    const outcomes = (delivery: unknown): unknown => delivery
    expect(body['deliveries']).toEqual([
      expect.objectContaining({
        accepted: true,
        attempts: [500, 204, 200].map((outcome) => expect.objectContaining({ outcome })),
      }),
    ])
    const [second] = await simulator.callbacks.send({ app, event })
    expect(outcomes(second)).toMatchObject({
      accepted: false,
      attempts: [{ outcome: 503 }, { outcome: 503 }, { outcome: 503 }],
    })
    expect(receiver.pushes).toHaveLength(6)
  })

  test('is not tried again after an answer, under the reading of page 90930', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { retry: 'connection' } } })
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    receiver.script = [{ status: 500, body: 'out of order' }]
    const [answered] = await simulator.callbacks.send({ event: { Event: 'enter_agent' } })
    expect(answered).toMatchObject({
      accepted: false,
      attempts: [{ outcome: 500, response: 'out of order' }],
    })
    await receiver[Symbol.asyncDispose]()
    const [broken] = await simulator.callbacks.send({ event: { Event: 'enter_agent' } })
    expect(broken?.attempts.map(({ outcome }) => outcome)).toEqual(Array(3).fill('ECONNREFUSED'))
  })

  test('may be left out after many failures, until one is accepted', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { dropAfter: 2, attempts: 1 } } })
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    receiver.script = [{ status: 500 }, { status: 500 }, { status: 500 }]
    for (let sent = 0; sent < 8; sent += 1) await simulator.callbacks.send({ event: `event ${sent}` })
    expect(receiver.pushes).toEqual(['event 0', 'event 1', 'event 3', 'event 5', 'event 6', 'event 7'])
    const dropped = simulator.callbacks.deliveries().filter((delivery) => delivery.dropped)
    expect(dropped).toEqual(
      ['event 2', 'event 4'].map((event) =>
        expect.objectContaining({ event, accepted: false, attempts: [] }),
      ),
    )
  })

  test('leaves the decrypted message and each answer in the log', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    receiver.script = [{ body: 'x'.repeat(5000) }]
    await simulator.callbacks.send({ event: { Event: 'enter_agent' } })
    const [delivery] = simulator.callbacks.deliveries()
    expect(delivery?.plaintext).toBe(receiver.pushes[0])
    expect(delivery?.attempts).toEqual([
      { at: expect.any(Number), outcome: 200, durationMs: expect.any(Number), response: 'x'.repeat(2000) },
    ])
  })

  test.each([{ hang: true }, { stall: true }])(
    'that gets no answer in time is tried again: %j',
    async (slow) => {
      await using simulator = await startSimulator({
        settings: { callbacks: { timeoutMs: 40, attempts: 100 } },
      })
      await using receiver = await startReceiver()
      await register(simulator, receiver)
      receiver.script = Array.from({ length: 100 }, () => slow)
      const sending = simulator.callbacks.send({ event: { Event: 'enter_agent' } })
      // On a busy machine the right answer may take more than 40 ms too: it gets the time it needs.
      await expect
        .poll(() => simulator.callbacks.deliveries()[0]?.attempts.length, patient)
        .toBeGreaterThan(1)
      receiver.script = []
      simulator.settings.set({ callbacks: { timeoutMs: 20_000 } })
      const [delivery] = await sending
      const outcomes = delivery?.attempts.map(({ outcome }) => outcome) ?? []
      expect(outcomes.pop()).toBe(200)
      expect(new Set(outcomes)).toEqual(new Set(['no answer in time']))
    },
  )

  test('waits five seconds and URL verification one by default', async () => {
    await using simulator = await startSimulator()
    expect(simulator.settings.get().callbacks).toMatchObject({
      timeoutMs: 5000,
      verifyTimeoutMs: 1000,
      attempts: 3,
    })
  })

  test('can be doubled, each copy in another envelope', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { copies: 2 } } })
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    await simulator.callbacks.send({ event: { Event: 'enter_agent' } })
    expect(receiver.pushes).toHaveLength(2)
    expect(receiver.pushes[0]).toBe(receiver.pushes[1])
    expect(receiver.raw[0]?.body).not.toBe(receiver.raw[1]?.body)
  })

  test('can arrive out of order', async () => {
    await using simulator = await startSimulator({ settings: { callbacks: { shuffle: 3 } } })
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    for (const department of [[2], [3], [5]]) await simulator.contacts.updateUser('zhangsan', { department })
    await simulator.callbacks.settled()
    const departments = receiver.pushes.map((push) => /<Department><!\[CDATA\[(\d+)/.exec(push)?.[1])
    expect(departments).toEqual(['5', '3', '2'])
    expect(simulator.callbacks.deliveries().every(({ accepted }) => accepted)).toBe(true)
  })

  test('carries a raw text untouched, and a passive reply comes back decrypted', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await register(simulator, receiver)
    const encrypted = encrypt(credentials.encodingAesKey, '<xml>reply</xml>', simulator.corp.id)
    const signature = sign(credentials.token, '1', '2', encrypted)
    receiver.script = [
      {
        body: `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature><TimeStamp>1</TimeStamp><Nonce><![CDATA[2]]></Nonce></xml>`,
      },
      { body: `<xml><Encrypt>${encrypted}</Encrypt><MsgSignature>forged</MsgSignature></xml>` },
    ]
    const [first] = await simulator.callbacks.send({ event: '<xml>as it is</xml>' })
    expect(receiver.pushes).toEqual(['<xml>as it is</xml>'])
    expect(first?.reply).toBe('<xml>reply</xml>')
    const [second] = await simulator.callbacks.send({ event: 'x' })
    expect(second?.reply).toContain('signature of the passive reply is wrong')
  })

  test('needs a callback URL and well-formed names', async () => {
    await using simulator = await startSimulator()
    await using receiver = await startReceiver()
    await expect(simulator.callbacks.send({ event: { Event: 'x' } })).rejects.toThrow('no callback URL')
    await register(simulator, receiver)
    await expect(simulator.callbacks.send({ event: { 'a b': 'x' } })).rejects.toThrow('name an XML element')
  })
})

test('close() ends pushes that hang', async () => {
  const simulator = await startSimulator()
  await using receiver = await startReceiver()
  await register(simulator, receiver)
  receiver.script = [{ hang: true }]
  const sending = simulator.callbacks.send({ event: { Event: 'enter_agent' } })
  await expect.poll(() => receiver.pushes.length, patient).toBe(1)
  await simulator.close()
  expect(await sending).toEqual([expect.objectContaining({ accepted: false })])
})

test('pushes are stamped with real time, so that a moved clock does not make them look like replays', async () => {
  await using simulator = await startSimulator()
  await using receiver = await startReceiver()
  await register(simulator, receiver)
  simulator.clock.advance(3 * 60 * 60_000)
  await simulator.contacts.updateUser('zhangsan', { department: [1] })
  const [stamped] = receiver.timestamps
  expect(Math.abs((stamped ?? 0) - Date.now() / 1000)).toBeLessThan(60)
})
