import { describe, expect, it } from 'vitest'
import { createMessagesApi } from './messages.ts'
import type { RequestFunction } from './request.ts'
import { createUsersApi } from './users.ts'

describe('arguments and answers of endpoints', () => {
  /** A client whose answers are all the same. */
  function answering(data: unknown): { request: RequestFunction; sent: unknown[] } {
    const sent: unknown[] = []
    const request: RequestFunction = async (route, options) => {
      sent.push([route, options?.json])
      return JSON.parse(JSON.stringify({ data, meta: {} }))
    }
    return { request, sent }
  }

  const conversions = ['idByMobile', 'idByEmail', 'toOpenid', 'fromOpenid'] as const
  it.each(conversions)('%s refuses an answer without the id', async (name) => {
    for (const data of [{}, { userid: '', openid: '' }, { userid: 5, openid: null }]) {
      const users = createUsersApi(answering(data).request)
      await expect(users[name]('x')).rejects.toMatchObject({
        code: 'ERR_WECOM_INVALID_RESPONSE',
        reason: 'schema',
      })
    }
  })

  it.each(conversions)('%s answers the id', async (name) => {
    const { request } = answering({ userid: 'id', openid: 'id' })
    await expect(createUsersApi(request)[name]('x')).resolves.toBe('id')
  })

  it.each([0, 3, '1', null, { signal: undefined }])('idByEmail refuses the type %j', async (type) => {
    const { request, sent } = answering({})
    const call: unknown = Reflect.apply(Reflect.get(createUsersApi(request), 'idByEmail'), undefined, [
      'a@b.cn',
      type,
    ])
    await expect(call).rejects.toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    expect(sent).toEqual([])
  })

  it.each([0, -1, Number.NaN, '5', null])('toArray refuses max %j', async (max) => {
    const { request, sent } = answering({})
    const call: unknown = Reflect.apply(
      Reflect.get(createUsersApi(request).listIds(), 'toArray'),
      undefined,
      [{ max }],
    )
    await expect(call).rejects.toMatchObject({ code: 'ERR_WECOM_CONFIG' })
    expect(sent).toEqual([])
  })

  it.each([
    [undefined, /its argument must be an object; got undefined/],
    ['x', /its argument must be an object; got "x"/],
    [{ touser: 5 }, /touser must be a string or an array of ids; got 5/],
    [{ toparty: 7 }, /toparty must be/],
    [{ totag: { id: 1 } }, /totag must be/],
  ])('messages.send refuses %j', async (message, expected) => {
    const { request, sent } = answering({})
    const call: unknown = Reflect.apply(
      Reflect.get(
        createMessagesApi(request, 1, () => {}),
        'send',
      ),
      undefined,
      [message],
    )
    await expect(call).rejects.toThrow(expected)
    expect(sent).toEqual([])
  })

  it('messages.send joins lists and passes texts on', async () => {
    const { request, sent } = answering({ msgid: 'm' })
    const text = { msgtype: 'text', text: { content: 'x' } } as const
    await createMessagesApi(request, 1, () => {}).send({
      touser: ['a', 'b'],
      toparty: [1, 2],
      totag: '3',
      ...text,
    })
    expect(sent).toEqual([
      ['POST /cgi-bin/message/send', { touser: 'a|b', toparty: '1|2', totag: '3', agentid: 1, ...text }],
    ])
  })

  it('messages.statistics asks for today unless told otherwise', async () => {
    const statistics = [{ agentid: 1, app_name: '公告', count: 3 }]
    const { request, sent } = answering({ statistics })
    const messages = createMessagesApi(request, undefined, () => {})
    await expect(messages.statistics()).resolves.toEqual(statistics)
    await messages.statistics(1)
    expect(sent).toEqual([
      ['POST /cgi-bin/message/get_statistics', { time_type: 0 }],
      ['POST /cgi-bin/message/get_statistics', { time_type: 1 }],
    ])
  })
})
