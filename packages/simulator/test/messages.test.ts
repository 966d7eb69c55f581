import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { api, call } from './support.ts'

const portal = 1_000_002
const card = { card_type: 'button_interaction', task_id: 't', main_title: { title: '审批' } }
const cardMessage = {
  touser: 'zhangsan|lisi',
  agentid: portal,
  msgtype: 'template_card',
  template_card: card,
}

async function errcodeOf(simulator: Simulator, path: string, body?: object, app?: string): Promise<unknown> {
  return (await api(simulator, path, body, app)).body['errcode']
}

describe('a message', () => {
  const text = { touser: 'zhangsan', agentid: String(portal), msgtype: 'text', text: { content: '你好' } }

  test('is recalled by its app within a day', async () => {
    await using simulator = await startSimulator()
    const { msgid } = (await api(simulator, 'message/send', text)).body
    expect(await errcodeOf(simulator, 'message/recall', { msgid }, 'narrow')).toBe(40058)
    expect(await errcodeOf(simulator, 'message/recall', { msgid: 'nothing' })).toBe(40058)
    expect(await errcodeOf(simulator, 'message/recall', { msgid })).toBe(0)
    expect(simulator.messages.list()).toMatchObject([{ msgid, recalled: true }])
    const late = (await api(simulator, 'message/send', text)).body['msgid']
    simulator.clock.advance(86_400_001)
    expect(await errcodeOf(simulator, 'message/recall', { msgid: late })).toBe(42052)
  })

  test('that is a card is updated once with its response_code, within 72 hours', async () => {
    await using simulator = await startSimulator()
    const { response_code: code } = (await api(simulator, 'message/send', cardMessage)).body
    const update = {
      userids: ['ZHANGSAN', 'wangwu'],
      agentid: portal,
      response_code: code,
      button: { replace_name: '已同意' },
    }
    expect((await api(simulator, 'message/update_template_card', update)).body).toEqual({
      errcode: 0,
      errmsg: 'ok',
      invaliduser: ['wangwu'],
    })
    expect(simulator.messages.list()[0]?.updates).toEqual([{ button: { replace_name: '已同意' } }])
    expect(await errcodeOf(simulator, 'message/update_template_card', update)).toBe(60140)
    const next = (await api(simulator, 'message/send', cardMessage)).body['response_code']
    simulator.clock.advance(72 * 3_600_000)
    const late = { ...update, response_code: next }
    expect(await errcodeOf(simulator, 'message/update_template_card', late)).toBe(60140)
  })

  test('earns a response_code when it can be answered: by a button, or by a menu in its corner', async () => {
    await using simulator = await startSimulator()
    const code = async (more: object): Promise<unknown> => {
      const body = { ...cardMessage, template_card: { ...card, card_type: 'text_notice', ...more } }
      return (await api(simulator, 'message/send', body)).body['response_code']
    }
    expect(await code({})).toBeUndefined()
    const menu = { action_list: [{ text: '不再接收', key: 'mute' }] }
    expect(await code({ action_menu: menu })).toEqual(expect.any(String))
  })

  test('of a mini program goes without an agentid, every other one names its app', async () => {
    await using simulator = await startSimulator()
    const notice = {
      touser: 'zhangsan',
      msgtype: 'miniprogram_notice',
      miniprogram_notice: { appid: 'wx1', title: '会议' },
    }
    expect(await errcodeOf(simulator, 'message/send', notice)).toBe(0)
    expect(await errcodeOf(simulator, 'message/send', { ...text, agentid: null })).toBe(41011)
  })
})

describe('a group chat of an app', () => {
  const members = {
    userlist: ['zhangsan', 'LISI', 'wangwu'],
    owner: 'lisi',
    name: '群'.repeat(60),
    chatid: 'chat1',
  }

  test('is made, changed, read and written to by that app alone', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'appchat/create', members)).body).toEqual({
      errcode: 0,
      errmsg: 'ok',
      chatid: 'chat1',
    })
    await api(simulator, 'appchat/update', { chatid: 'chat1', owner: 'zhangsan', del_user_list: ['lisi'] })
    expect((await api(simulator, 'appchat/get?chatid=chat1')).body['chat_info']).toEqual({
      chatid: 'chat1',
      name: '群'.repeat(50),
      owner: 'zhangsan',
      userlist: ['zhangsan', 'wangwu'],
      chat_type: 0,
    })
    const message = { chatid: 'chat1', msgtype: 'text', text: { content: '大家好' } }
    expect(await errcodeOf(simulator, 'appchat/send', message)).toBe(0)
    expect(simulator.messages.list()).toMatchObject([
      { app: 'portal', chatid: 'chat1', delivered: ['zhangsan', 'wangwu'] },
    ])
    expect(await errcodeOf(simulator, 'appchat/send', message, 'legacy')).toBe(86008)
  })

  test.each<[object, number, string]>([
    [{ ...members, userlist: ['zhangsan'] }, 86006, 'portal'],
    [{ ...members, userlist: ['zhangsan', 'nobody'] }, 86216, 'portal'],
    [{ ...members, owner: 'hetao' }, 86207, 'portal'],
    [{ ...members, chatid: 'a-b' }, 86001, 'portal'],
    [{ ...members, userlist: undefined }, 86204, 'portal'],
    [members, 60011, 'narrow'],
    [members, 48002, 'contacts-sync'],
  ])('is not made from %j: %d', async (body, errcode, app) => {
    await using simulator = await startSimulator()
    expect(await errcodeOf(simulator, 'appchat/create', body, app)).toBe(errcode)
  })

  test('has an id of its own, and must exist', async () => {
    await using simulator = await startSimulator()
    await api(simulator, 'appchat/create', members)
    expect(await errcodeOf(simulator, 'appchat/create', members)).toBe(86215)
    expect(await errcodeOf(simulator, 'appchat/get?chatid=other')).toBe(86003)
  })
})

describe('a group robot', () => {
  const key = '51317a7e-0000-4000-8000-000000000001'
  const send = async (simulator: Simulator, body: object, robot = key): Promise<unknown> =>
    (await call(simulator, `/cgi-bin/webhook/send?key=${robot}`, body)).body['errcode']

  test('sends what it is given to whoever knows the key, twenty times a minute', async () => {
    await using simulator = await startSimulator()
    const text = { msgtype: 'text', text: { content: '已发布', mentioned_list: ['@all'] } }
    expect((await call(simulator, '/__simulator/state')).body['robots']).toEqual([
      { name: 'release-robot', key },
    ])
    expect(await send(simulator, text, 'other')).toBe(93000)
    const errcodes = []
    for (let round = 0; round < 21; round += 1) errcodes.push(await send(simulator, text))
    expect(errcodes.indexOf(45009)).toBe(20)
    expect(simulator.messages.list()).toHaveLength(20)
    expect(simulator.messages.list()[0]).toMatchObject({ app: 'release-robot', content: text.text })
    simulator.clock.advance(60_001)
    expect(await send(simulator, text)).toBe(0)
  })

  const image = Buffer.from('a picture')
  const md5 = createHash('md5').update(image).digest('hex')

  test.each<[object, number]>([
    [{ msgtype: 'markdown', markdown: { content: '# x' } }, 0],
    [{ msgtype: 'markdown_v2', markdown_v2: { content: '# x' } }, 0],
    [{ msgtype: 'image', image: { base64: image.toString('base64'), md5 } }, 0],
    [{ msgtype: 'news', news: { articles: [{ title: 'x', url: 'https://a.example' }] } }, 0],
    [{ msgtype: 'template_card', template_card: { ...card, card_action: { type: 1 } } }, 0],
    [{ msgtype: 'image', image: { base64: image.toString('base64'), md5: 'x' } }, 301019],
    [{ msgtype: 'text', text: { content: 'x'.repeat(2049) } }, 40058],
    [{ msgtype: 'text', text: { content: '' } }, 44004],
    [{ msgtype: 'file', file: { media_id: 'none' } }, 40007],
    [{ msgtype: 'poem', poem: {} }, 40008],
    [{}, 40008],
  ])('takes or refuses %j with %d', async (body, errcode) => {
    await using simulator = await startSimulator()
    expect(await send(simulator, body)).toBe(errcode)
  })

  test('uploads files for its messages', async () => {
    await using simulator = await startSimulator()
    const form = new FormData()
    form.set('media', new Blob(['0123456789']), 'notes.txt')
    const url = `${simulator.url}/cgi-bin/webhook/upload_media?type=file&key=`
    const upload = async (robot: string): Promise<unknown> =>
      (await fetch(url + robot, { method: 'POST', body: form })).json()
    expect(await upload('other')).toMatchObject({ errcode: 93000 })
    const answer = await upload(key)
    expect(answer).toMatchObject({ errcode: 0, type: 'file', media_id: expect.any(String) })
    const id = String(Reflect.get(Object(answer), 'media_id'))
    expect(await send(simulator, { msgtype: 'file', file: { media_id: id } })).toBe(0)
  })
})

describe('an app', () => {
  test('reads and writes its own settings', async () => {
    await using simulator = await startSimulator()
    expect((await api(simulator, 'agent/get?agentid=1000003', undefined, 'narrow')).body).toMatchObject({
      agentid: 1_000_003,
      name: 'narrow',
      allow_userinfos: { user: [{ userid: 'LiSi' }] },
      allow_partys: { partyid: [12] },
      allow_tags: { tagid: [] },
      close: 0,
      redirect_domain: 'narrow.example.com:8443',
    })
    const change = {
      agentid: portal,
      name: '门户',
      home_url: 'https://portal.example.com/',
      redirect_domain: 'new.example.com',
    }
    expect(await errcodeOf(simulator, 'agent/set', change)).toBe(0)
    expect((await api(simulator, `agent/get?agentid=${portal}`)).body).toMatchObject({
      name: '门户',
      allow_partys: { partyid: [1] },
      home_url: 'https://portal.example.com/',
      redirect_domain: 'new.example.com',
    })
    expect((await api(simulator, 'agent/list')).body['agentlist']).toMatchObject([
      { agentid: portal, name: '门户' },
    ])
    expect(await errcodeOf(simulator, 'agent/set', { agentid: portal, home_url: 'ftp://x' })).toBe(40094)
    expect(await errcodeOf(simulator, 'agent/get?agentid=1000003')).toBe(301002)
  })

  test('has a menu of two levels', async () => {
    await using simulator = await startSimulator()
    const path = `menu/create?agentid=${portal}`
    const button = [
      { type: 'click', name: '签到', key: 'in' },
      { name: '更多', sub_button: [{ type: 'view', name: '主页', url: 'https://a.example' }] },
    ]
    expect(await errcodeOf(simulator, `menu/get?agentid=${portal}`)).toBe(46003)
    expect(await errcodeOf(simulator, path, { button })).toBe(0)
    expect((await api(simulator, `menu/get?agentid=${portal}`)).body['button']).toEqual(button)
    expect(await errcodeOf(simulator, `menu/delete?agentid=${portal}`)).toBe(0)
    const click = { type: 'click', name: 'x', key: 'k' }
    const wrong: [object[], number][] = [
      [[click, click, click, click], 40016],
      [[{ ...click, name: '很长很长的名字' }], 40018],
      [[{ ...click, type: 'dance' }], 40017],
      [[{ type: 'view', name: 'x', url: 'a.example' }], 40055],
      [[{ name: 'x', sub_button: [click, click, click, click, click, click] }], 40023],
    ]
    for (const [buttons, errcode] of wrong)
      expect(await errcodeOf(simulator, path, { button: buttons })).toBe(errcode)
  })
})

describe('a file', () => {
  test('comes in parts, as a Range header asks', async () => {
    await using simulator = await startSimulator()
    const form = new FormData()
    form.set('media', new Blob(['0123456789'], { type: 'text/plain' }), 'digits.txt')
    const { text: tokenAnswer } = await call(
      simulator,
      `/cgi-bin/gettoken?corpid=${simulator.corp.id}&corpsecret=${simulator.apps[0].secret}`,
    )
    const token = String(JSON.parse(tokenAnswer).access_token)
    const upload = `${simulator.url}/cgi-bin/media/upload?type=file&access_token=${token}`
    const answer: unknown = await (await fetch(upload, { method: 'POST', body: form })).json()
    const id = String(Reflect.get(Object(answer), 'media_id'))
    const get = async (range?: string, path = 'media/get'): Promise<[number, string, string | null]> => {
      const url = `${simulator.url}/cgi-bin/${path}?access_token=${token}&media_id=${id}`
      const response = await fetch(url, range === undefined ? {} : { headers: { range } })
      return [response.status, await response.text(), response.headers.get('content-range')]
    }
    expect(await get()).toEqual([200, '0123456789', null])
    expect(await get('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
    expect(await get('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await get('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10'])
    expect(await get('bytes=4-99', 'media/get/jssdk')).toEqual([206, '456789', 'bytes 4-9/10'])
    expect(await get('bytes=10-')).toEqual([416, '', 'bytes */10'])
    expect(await get('bytes=0-1,4-5')).toEqual([200, '0123456789', null])
  })
})
