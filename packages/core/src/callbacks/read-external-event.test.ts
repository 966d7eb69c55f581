import { describe, expect, it } from 'vitest'
import { parseCallbackEvent } from './parse-callback-event.ts'

const external = (event: string, change: string, fields = ''): string =>
  `<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><CreateTime>1403610513</CreateTime><MsgType>event</MsgType><Event>${event}</Event><ChangeType>${change}</ChangeType>${fields}</xml>`
const ids = '<UserID>zhangsan</UserID><ExternalUserID>wm1</ExternalUserID>'
const named = { followUserId: 'zhangsan', externalUserId: 'wm1' }

describe('events about customers', () => {
  it.each([
    [
      'add_external_contact',
      '<State>s</State><WelcomeCode>w</WelcomeCode>',
      { state: 's', welcomeCode: 'w' },
    ],
    ['add_half_external_contact', '', {}],
    ['edit_external_contact', '', {}],
    ['del_external_contact', '<Source>DELETE_BY_TRANSFER</Source>', { source: 'DELETE_BY_TRANSFER' }],
    ['del_follow_user', '', {}],
    ['transfer_fail', '<FailReason>customer_refused</FailReason>', { failReason: 'customer_refused' }],
  ])('%s', (type, fields, expected) => {
    expect(parseCallbackEvent(external('change_external_contact', type, ids + fields))).toMatchObject({
      type,
      event: 'change_external_contact',
      ...named,
      ...expected,
    })
  })

  it.each([
    ['create', '', {}],
    [
      'update',
      '<UpdateDetail>add_member</UpdateDetail><MemChangeCnt>2</MemChangeCnt><MemChangeList><Item>a</Item><Item>b</Item></MemChangeList>',
      { detail: 'add_member', memberIds: ['a', 'b'] },
    ],
    ['dismiss', '', {}],
  ])('a group: %s', (change, fields, expected) => {
    const event = parseCallbackEvent(external('change_external_chat', change, `<ChatId>c</ChatId>${fields}`))
    expect(event).toMatchObject({ type: 'change_external_chat', change, chatId: 'c', ...expected })
  })

  it.each([
    [
      'create',
      '<Id>t</Id><TagType>tag</TagType><StrategyId>1</StrategyId>',
      { tagId: 't', tagType: 'tag', strategyId: 1 },
    ],
    ['update', '<Id>t</Id><TagType>tag_group</TagType>', { tagId: 't', tagType: 'tag_group' }],
    ['delete', '<Id>t</Id><TagType>other</TagType>', { tagId: 't' }],
    ['shuffle', '', {}],
  ])('a tag: %s', (change, fields, expected) => {
    const event = parseCallbackEvent(external('change_external_tag', change, fields))
    expect(event).toMatchObject({ type: 'change_external_tag', change, ...expected })
  })

  it.each([
    ['change_external_contact', 'add_external_contact', '<UserID>zhangsan</UserID>'],
    ['change_external_contact', 'msg_audit_approved', ids],
    ['change_external_chat', 'create', ''],
    ['change_external_chat', 'rename', '<ChatId>c</ChatId>'],
    ['change_external_tag', 'paint', '<Id>t</Id>'],
  ])('%s %s with %s is raw', (event, change, fields) => {
    expect(parseCallbackEvent(external(event, change, fields))).toMatchObject({ type: 'event', event })
  })
})
