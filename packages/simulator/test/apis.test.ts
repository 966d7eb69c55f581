import { describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { api, tokenOf } from './support.ts'

const ok = { errcode: 0, errmsg: 'ok' }

describe('second verification', () => {
  const info = async (
    simulator: Simulator,
    code: string,
    app = 'contacts-sync',
  ): Promise<Record<string, unknown>> => (await api(simulator, 'auth/get_tfa_info', { code }, app)).body

  test('turns a code into a userid and a tfa_code that works once for that member', async () => {
    await using simulator = await startSimulator()
    const code = simulator.codes.issue({ user: 'zhangsan', purpose: 'verify' })
    const answer = await info(simulator, code)
    expect(answer).toEqual({ ...ok, userid: 'zhangsan', tfa_code: expect.any(String) })
    expect((await info(simulator, code))['errcode']).toBe(40029)
    const succeed = async (userid: string): Promise<unknown> =>
      (await api(simulator, 'user/tfa_succ', { userid, tfa_code: answer['tfa_code'] })).body['errcode']
    expect(await succeed('lisi')).toBe(40207)
    expect(await succeed('ZhangSan')).toBe(0)
    expect(await succeed('zhangsan')).toBe(40207)
  })

  test('keeps its codes and those of the login apart', async () => {
    await using simulator = await startSimulator()
    expect((await info(simulator, simulator.codes.issue({ user: 'zhangsan' })))['errcode']).toBe(40029)
    const verify = simulator.codes.issue({ user: 'zhangsan', purpose: 'verify' })
    expect((await api(simulator, `auth/getuserinfo?code=${verify}`)).body['errcode']).toBe(40029)
  })

  test('knows who is covered and whether a page is configured', async () => {
    const corp = { id: 'ww0', name: 'x', verificationUrl: 'http://localhost/v', verificationUsers: ['lisi'] }
    const seed = { ...tinySeed(), corp }
    await using simulator = await startSimulator({ seed })
    expect(
      (await info(simulator, simulator.codes.issue({ user: 'zhangsan', purpose: 'verify' }), 'app'))[
        'errcode'
      ],
    ).toBe(40208)
    await using without = await startSimulator({ seed: tinySeed() })
    expect((await info(without, 'x', 'app'))['errcode']).toBe(40210)
  })

  test('at login is confirmed by contacts-sync alone', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'user/authsucc?userid=zhangsan')).body['errcode']).toBe(48002)
    expect((await api(simulator, 'user/authsucc?userid=zhangsan', undefined, 'contacts-sync')).body).toEqual(
      ok,
    )
    expect(
      (await api(simulator, 'user/authsucc?userid=nobody', undefined, 'contacts-sync')).body['errcode'],
    ).toBe(60111)
  })
})

describe('look-ups', () => {
  test('find by mobile and by either mail', async () => {
    await using simulator = await startSimulator()
    const find = async (path: string, body: object): Promise<unknown> =>
      (await api(simulator, path, body)).body['userid']
    expect(await find('user/getuserid', { mobile: '13800010002' })).toBe('zhangsan')
    expect(await find('user/get_userid_by_email', { email: 'ZHANGSAN@yunshan.example.com' })).toBe('zhangsan')
    const personal = { email: 'zhangsan@mail.example.com', email_type: 2 }
    expect(await find('user/get_userid_by_email', personal)).toBe('zhangsan')
  })

  test('refuse what they cannot read and whom the app may not see', async () => {
    await using simulator = await startSimulator()
    const errcode = async (path: string, body: object, app?: string): Promise<unknown> =>
      (await api(simulator, path, body, app)).body['errcode']
    expect(await errcode('user/getuserid', { mobile: '1' })).toBe(40058)
    expect(await errcode('user/getuserid', {})).toBe(40063)
    expect(await errcode('user/get_userid_by_email', { email: 'a@b', email_type: 3 })).toBe(40058)
    expect(await errcode('user/getuserid', { mobile: '13800010002' }, 'narrow')).toBe(60011)
  })

  test('are blocked for a day after misses above a fifth of the seats', async () => {
    await using simulator = await startSimulator()
    const errcode = async (mobile: string): Promise<unknown> =>
      (await api(simulator, 'user/getuserid', { mobile })).body['errcode']
    const misses = new Set()
    for (let round = 0; round < 40; round += 1) misses.add(await errcode(`1550000${1000 + round}`))
    expect([...misses]).toEqual([46004])
    expect(await errcode('15500009999')).toBe(45009)
    expect(await errcode('13800010002')).toBe(45009)
    simulator.clock.advance(86_400_001)
    expect(await errcode('13800010002')).toBe(0)
  })

  test('convert userids and openids both ways', async () => {
    await using simulator = await startSimulator()
    const { openid } = (await api(simulator, 'user/convert_to_openid', { userid: 'zhangsan' })).body
    expect(openid).toBe(simulator.contacts.openid('zhangsan'))
    expect((await api(simulator, 'user/convert_to_userid', { openid })).body['userid']).toBe('zhangsan')
    expect((await api(simulator, 'user/convert_to_openid', { userid: 'shixi' })).body['errcode']).toBe(43004)
    expect((await api(simulator, 'user/convert_to_userid', { openid: 'o123' })).body['errcode']).toBe(46004)
  })

  test('convert open_userids in a batch', async () => {
    await using simulator = await startSimulator()
    const id = simulator.contacts.openUserid('zhangsan')
    const body = { open_userid_list: [id, 'wo-unknown'], source_agentid: 1 }
    expect((await api(simulator, 'batch/openuserid_to_userid', body)).body).toEqual({
      ...ok,
      userid_list: [{ open_userid: id, userid: 'zhangsan' }],
      invalid_open_userid_list: ['wo-unknown'],
    })
    expect(
      (await api(simulator, 'batch/openuserid_to_userid', { open_userid_list: 'x' })).body['errcode'],
    ).toBe(40035)
    expect((await api(simulator, 'batch/userid_to_openuserid', { userid_list: ['x'] })).body).toMatchObject({
      errcode: 48002,
      open_userid_list: [],
    })
  })
})

describe('tags', () => {
  test('are all listed, with only the members an app may see', async () => {
    await using simulator = await startSimulator()
    const list = (await api(simulator, 'tag/list', undefined, 'narrow')).body
    expect(list['taglist']).toEqual([
      { tagid: 1, tagname: '值班' },
      { tagid: 2, tagname: '华东协作' },
    ])
    expect((await api(simulator, 'tag/get?tagid=1', undefined, 'narrow')).body).toEqual({
      ...ok,
      tagname: '值班',
      userlist: [{ userid: 'LiSi', name: '李四' }],
      partylist: [],
    })
    expect((await api(simulator, 'tag/get?tagid=2')).body['partylist']).toEqual([10])
    expect((await api(simulator, 'tag/get?tagid=9')).body).toMatchObject({
      errcode: 40068,
      userlist: [],
      partylist: [],
    })
  })
})

describe('JS-SDK tickets', () => {
  test('are one for the corp and one per app, the same while they live', async () => {
    await using simulator = await startSimulator()
    const ticket = async (path: string, app?: string): Promise<unknown> =>
      (await api(simulator, path, undefined, app)).body['ticket']
    const corp = await ticket('get_jsapi_ticket')
    expect(await ticket('get_jsapi_ticket', 'narrow')).toBe(corp)
    const app = await ticket('ticket/get?type=agent_config')
    expect(app).not.toBe(corp)
    expect(await ticket('ticket/get?type=agent_config', 'narrow')).not.toBe(app)
    simulator.clock.advance(7_200_000)
    expect(await ticket('get_jsapi_ticket')).not.toBe(corp)
    expect((await api(simulator, 'ticket/get?type=wx_card')).body['errcode']).toBe(91040)
    expect((await api(simulator, 'get_jsapi_ticket', undefined, 'contacts-sync')).body['errcode']).toBe(48002)
  })

  test('are read at most 100 times an hour by an app', async () => {
    await using simulator = await startSimulator()
    const errcodes = []
    for (let round = 0; round < 101; round += 1)
      errcodes.push((await api(simulator, 'get_jsapi_ticket')).body['errcode'])
    expect(errcodes.indexOf(45009)).toBe(100)
    simulator.clock.advance(3_600_001)
    expect((await api(simulator, 'get_jsapi_ticket')).body['errcode']).toBe(0)
  })
})

describe('message/send', () => {
  const text = { msgtype: 'text', agentid: 1_000_002, text: { content: '你好' } }

  test('delivers to members, departments with everything below them, and tags, each once', async () => {
    await using simulator = await startSimulator()
    const { body } = await api(simulator, 'message/send', {
      ...text,
      touser: 'ZHANGSAN|wangfang',
      toparty: '2',
      totag: '1',
    })
    expect(body).toEqual({
      ...ok,
      invaliduser: '',
      invalidparty: '',
      invalidtag: '',
      unlicenseduser: '',
      msgid: expect.any(String),
    })
    const [message] = simulator.messages.list()
    expect(message).toMatchObject({
      app: 'portal',
      msgtype: 'text',
      content: { content: '你好' },
      recipients: 17,
      dropped: [],
    })
    expect(new Set(message?.delivered).size).toBe(17)
  })

  test('reports what was invalid, userids in lower case, and still succeeds', async () => {
    await using simulator = await startSimulator()
    const to = { touser: 'zhangsan|NoBody|zhoujie', toparty: '99', totag: '7' }
    expect((await api(simulator, 'message/send', { ...text, ...to })).body).toMatchObject({
      errcode: 0,
      invaliduser: 'nobody|zhoujie',
      invalidparty: '99',
      invalidtag: '7',
    })
    expect(simulator.messages.list()[0]?.delivered).toEqual(['zhangsan'])
  })

  test.each<[object, number]>([
    [{ ...text }, 82001],
    [{ ...text, touser: 'nobody' }, 81013],
    [{ ...text, touser: 'zhangsan', agentid: 1_000_003 }, 301002],
    [{ ...text, touser: 'zhangsan', agentid: 'portal' }, 40056],
    [{ ...text, touser: 'zhangsan', msgtype: 'poem' }, 40008],
    [{ ...text, touser: 'zhangsan', text: { content: '' } }, 44004],
    [{ ...text, touser: Array.from({ length: 1001 }, () => 'x').join('|') }, 40032],
    [{ touser: 'zhangsan', agentid: 1_000_002, msgtype: 'image', image: { media_id: 'x' } }, 40007],
    [
      {
        touser: 'zhangsan',
        agentid: 1_000_002,
        msgtype: 'markdown',
        markdown: { content: 'x'.repeat(2049) },
      },
      45002,
    ],
    [{ touser: 'zhangsan', agentid: 1_000_002, msgtype: 'textcard', textcard: { title: 'x' } }, 41033],
    [
      { touser: 'zhangsan', agentid: 1_000_002, msgtype: 'template_card', template_card: { card_type: 'x' } },
      40058,
    ],
  ])('refuses %j with %d', async (body, errcode) => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'message/send', body)).body['errcode']).toBe(errcode)
    expect(simulator.messages.list()).toEqual([])
  })

  test('cuts a long text at 2048 bytes without splitting a character', async () => {
    await using simulator = await startSimulator()
    await api(simulator, 'message/send', {
      ...text,
      touser: 'zhangsan',
      text: { content: '企'.repeat(1000) },
    })
    expect(simulator.messages.list()[0]?.content).toEqual({ content: '企'.repeat(682) })
  })

  test('@all reaches everybody in the visible range of the app and nobody else', async () => {
    await using simulator = await startSimulator()
    await api(simulator, 'message/send', { ...text, agentid: 1_000_003, touser: '@all' }, 'narrow')
    expect(simulator.messages.list()[0]?.delivered).toEqual(['LiSi', 'guoxin', 'heshan', 'tianye'])
  })

  test('gives interactive cards a response_code', async () => {
    await using simulator = await startSimulator()
    const card = { card_type: 'button_interaction', task_id: 't1' }
    const body = { touser: 'zhangsan', agentid: 1_000_002, msgtype: 'template_card', template_card: card }
    expect((await api(simulator, 'message/send', body)).body['response_code']).toEqual(expect.any(String))
  })

  test('drops the 31st message a minute to a member without a word', async () => {
    await using simulator = await startSimulator()
    for (let round = 0; round < 31; round += 1) {
      expect((await api(simulator, 'message/send', { ...text, touser: 'zhangsan' })).body['errcode']).toBe(0)
    }
    const messages = simulator.messages.list()
    expect(messages.filter(({ recipients }) => recipients === 1)).toHaveLength(30)
    expect(messages.at(-1)).toMatchObject({ recipients: 0, dropped: ['zhangsan'] })
  })

  test('checks for duplicates when asked', async () => {
    await using simulator = await startSimulator()
    const body = { ...text, touser: 'zhangsan', enable_duplicate_check: 1, duplicate_check_interval: 60 }
    await api(simulator, 'message/send', body)
    await api(simulator, 'message/send', body)
    simulator.clock.advance(61_000)
    await api(simulator, 'message/send', body)
    expect(simulator.messages.list().map(({ duplicate }) => duplicate)).toEqual([false, true, false])
  })

  test('is not for contacts-sync', async () => {
    await using simulator = await startSimulator()
    expect(
      (await api(simulator, 'message/send', { ...text, touser: 'x' }, 'contacts-sync')).body['errcode'],
    ).toBe(48002)
  })
})

describe('media', () => {
  async function upload(
    simulator: Simulator,
    bytes: Uint8Array<ArrayBuffer>,
    type = 'file',
    name = '报告 "1".txt',
  ): Promise<unknown> {
    const form = new FormData()
    form.append('media', new Blob([bytes], { type: 'text/plain' }), name)
    const url = `${simulator.url}/cgi-bin/media/upload?type=${type}&access_token=${await tokenOf(simulator)}`
    return (await fetch(url, { method: 'POST', body: form })).json()
  }

  test('comes back as it was, for three days', async () => {
    await using simulator = await startSimulator()
    const bytes = new Uint8Array(Array.from({ length: 3000 }, (_, index) => index % 256))
    const answer = await upload(simulator, bytes)
    expect(answer).toEqual({
      ...ok,
      type: 'file',
      media_id: expect.any(String),
      created_at: expect.stringMatching(/^\d{10}$/),
    })
    const id = Object.entries(Object(answer)).find(([name]) => name === 'media_id')?.[1]
    const url = async (): Promise<string> =>
      `${simulator.url}/cgi-bin/media/get?media_id=${String(id)}&access_token=${await tokenOf(simulator, 'narrow')}`
    const file = await fetch(await url())
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''%E6%8A%A5")
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
    simulator.clock.advance(259_200_000)
    expect(await (await fetch(await url())).json()).toMatchObject({ errcode: 40007 })
  })

  test('is refused by kind and size', async () => {
    await using simulator = await startSimulator()
    expect(await upload(simulator, new Uint8Array(10), 'poem')).toMatchObject({ errcode: 40004 })
    expect(await upload(simulator, new Uint8Array(3))).toMatchObject({ errcode: 44001 })
    expect(await upload(simulator, new Uint8Array(2 * 1024 * 1024 + 1), 'voice')).toMatchObject({
      errcode: 45001,
    })
    expect((await api(simulator, 'media/upload?type=file', { media: 'x' })).body['errcode']).toBe(44001)
    expect((await api(simulator, 'media/get')).body['errcode']).toBe(41006)
  })
})

test('the two address lists', async () => {
  await using simulator = await startSimulator()
  expect((await api(simulator, 'get_api_domain_ip')).body['ip_list']).toEqual(['127.0.0.1'])
  expect((await api(simulator, 'getcallbackip')).body['ip_list']).toContain('127.0.0.*')
})

test('an admin may reset a secret, disable an app and change its range', async () => {
  await using simulator = await startSimulator()
  const token = await tokenOf(simulator)
  const get = async (): Promise<unknown> => {
    const response = await fetch(`${simulator.url}/cgi-bin/user/get?userid=zhangsan&access_token=${token}`)
    return response.headers.get('error-code')
  }
  simulator.admin.updateApp('portal', { visible: { users: ['lisi'] } })
  expect(await get()).toBe('60011')
  simulator.admin.updateApp('portal', { enabled: false })
  expect(await get()).toBe('50003')
  const old = `${simulator.url}/cgi-bin/gettoken?corpid=${simulator.corp.id}&corpsecret=${simulator.apps[0]?.secret}`
  expect(await (await fetch(old)).json()).toMatchObject({ errcode: 40001 })
  simulator.admin.updateApp('portal', { enabled: true, secret: 'another' })
  expect(await (await fetch(old)).json()).toMatchObject({ errcode: 40001 })
  expect(await tokenOf(simulator)).toBe(token)
  expect(() => simulator.admin.updateApp('nobody', {})).toThrow('there is no app')
})

function tinySeed() {
  return {
    corp: { id: 'ww0', name: 'x' },
    apps: [{ name: 'app', kind: 'app', agentId: 1, secret: 's', visible: 'all' }],
    departments: [{ id: 1, name: 'x', parentid: 0 }],
    members: [
      { userid: 'zhangsan', name: '张三', department: [1] },
      { userid: 'lisi', name: '李四', department: [1] },
    ],
  } as const
}
