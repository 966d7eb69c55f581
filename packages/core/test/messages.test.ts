import {
  createWecomClient,
  type MediaType,
  type Message,
  type WecomClient,
  type WecomEvent,
} from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let simulator: Simulator
let wecom: WecomClient
let events: WecomEvent[]
let warnings: unknown[]

beforeEach(async () => {
  simulator = await startSimulator()
  events = []
  warnings = []
  const app = simulator.apps[0]
  wecom = createWecomClient({
    corpId: simulator.corp.id,
    secret: app.secret,
    agentId: app.agentId!,
    baseUrl: simulator.url,
    onEvent: (event) => events.push(event),
    logger: { debug() {}, info() {}, warn: (fields) => warnings.push(fields), error() {} },
  })
})
afterEach(async () => {
  await wecom.close()
  await simulator.close()
})

describe('app messages', () => {
  it('go out in all eleven types', async () => {
    const id = async (type: MediaType, name: string): Promise<{ media_id: string }> => {
      const { media_id } = await wecom.media.upload(type, new File(['123456'], name))
      return { media_id }
    }
    const image = await id('image', '图.png')
    const card = {
      card_type: 'text_notice',
      main_title: { title: 't' },
      card_action: { type: 1, url: 'https://a.cn' },
    } as const
    const bodies: Message[] = [
      { msgtype: 'text', text: { content: 'x' } },
      { msgtype: 'image', image },
      { msgtype: 'voice', voice: await id('voice', 'a.amr') },
      { msgtype: 'video', video: { ...(await id('video', 'a.mp4')), title: 't' } },
      { msgtype: 'file', file: await id('file', '会议纪要.txt') },
      { msgtype: 'textcard', textcard: { title: 't', description: 'd', url: 'https://a.cn' } },
      { msgtype: 'news', news: { articles: [{ title: 't', url: 'https://a.cn' }] } },
      {
        msgtype: 'mpnews',
        safe: 2,
        mpnews: { articles: [{ title: 't', thumb_media_id: image.media_id, content: '<p>' }] },
      },
      { msgtype: 'markdown', markdown: { content: '**x**' } },
      { msgtype: 'miniprogram_notice', miniprogram_notice: { appid: 'wx1', title: '标题标题' } },
      { msgtype: 'template_card', template_card: card },
    ]
    for (const body of bodies) {
      await expect(wecom.messages.send({ touser: ['zhangsan'], ...body })).resolves.toHaveProperty('msgid')
    }
    expect(simulator.messages.list().map(({ msgtype }) => msgtype)).toEqual(
      bodies.map(({ msgtype }) => msgtype),
    )
  })

  it('tell of texts that WeCom will cut, without the text', async () => {
    const content = '中'.repeat(700)
    await wecom.messages.send({ touser: 'zhangsan', msgtype: 'text', text: { content } })
    const wanted = {
      type: 'message-too-long',
      path: '/cgi-bin/message/send',
      msgtype: 'text',
      field: 'text.content',
      bytes: 2100,
      limit: 2048,
    }
    expect(events).toContainEqual(wanted)
    expect(warnings).toEqual([wanted])
  })

  it('of a mini program need no agentId, all others do', async () => {
    const app = wecom.with({ secret: simulator.apps[0].secret })
    await expect(
      app.messages.send({ touser: 'zhangsan', msgtype: 'text', text: { content: 'x' } }),
    ).rejects.toThrow(/agentId must be the AgentId of the app/)
    await expect(
      app.messages.updateTemplateCard({ response_code: 'c', button: { replace_name: 'x' } }),
    ).rejects.toThrow(/agentId must be the AgentId of the app/)
  })

  it('of a mini program go without an agentid', async () => {
    const app = wecom.with({ secret: simulator.apps[0].secret })
    const notice = { appid: 'wx1', title: '标题标题' }
    await app.messages
      .send({ touser: 'zhangsan', msgtype: 'miniprogram_notice', miniprogram_notice: notice })
      .catch(() => undefined)
    expect(simulator.journal.requests('/cgi-bin/message/send')).toHaveLength(1)
  })
})

describe('what is done with a message', () => {
  it('takes it back', async () => {
    const { msgid } = await wecom.messages.send({
      touser: 'zhangsan',
      msgtype: 'text',
      text: { content: 'x' },
    })
    await wecom.messages.recall(msgid)
    expect(simulator.journal.count('/cgi-bin/message/recall')).toBe(1)
    await expect(wecom.messages.recall('')).rejects.toThrow(/msgid must be/)
  })

  it('changes a card', async () => {
    const sent = await wecom.messages.send({
      touser: 'zhangsan',
      msgtype: 'template_card',
      template_card: {
        card_type: 'button_interaction',
        main_title: { title: '同意?' },
        button_list: [{ text: '同意', key: 'yes' }],
        task_id: 'task-1',
      },
    })
    const response_code = sent.response_code ?? ''
    await wecom.messages.updateTemplateCard({ response_code, atall: 1, button: { replace_name: '已同意' } })
    expect(simulator.journal.requests('/cgi-bin/message/update_template_card')).toMatchObject([
      { errcode: 0 },
    ])
    const refused: unknown = Reflect.apply(Reflect.get(wecom.messages, 'updateTemplateCard'), undefined, [
      'x',
    ])
    await expect(refused).rejects.toThrow(/its argument must be an object/)
  })
})

describe('group chats', () => {
  it('are made, changed, read and written to', async () => {
    const { chatid } = await wecom.appchats.create({
      name: '值班',
      userlist: ['zhangsan', 'lisi', 'wangwu'],
      chatid: 'duty1',
    })
    await wecom.appchats.update(chatid, { name: '值班群', del_user_list: ['lisi'] })
    expect(await wecom.appchats.get(chatid)).toMatchObject({ chatid })
    await wecom.appchats.send(chatid, { msgtype: 'text', text: { content: 'x'.repeat(2049) } })
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'message-too-long', path: '/cgi-bin/appchat/send', bytes: 2049 }),
    )
  })

  it.each([
    ['create', [undefined], /its argument must be an object/],
    ['update', ['', {}], /chatid must be/],
    ['update', ['c', 'x'], /its argument must be an object/],
    ['get', [5], /chatid must be/],
    ['send', ['c', null], /its argument must be an object/],
  ])('%s refuses %j', async (name, input, expected) => {
    const call: unknown = Reflect.apply(Reflect.get(wecom.appchats, name), undefined, input)
    await expect(call).rejects.toThrow(expected)
  })
})
