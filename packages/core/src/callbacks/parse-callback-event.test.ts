import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { reasonOf } from '../../test/support/reason-of.ts'
import type { DirectoryChange } from '../directory/types.ts'
import type { UserChangedEvent, UserDeletedEvent, DepartmentChangedEvent } from './callback-event.ts'
import { parseCallbackEvent } from './parse-callback-event.ts'

const head =
  '<ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1403610513</CreateTime>'
const contact = (change: string, fields: string): string =>
  `<xml>${head}<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event><ChangeType>${change}</ChangeType>${fields}</xml>`
const message = (type: string, fields: string): string =>
  `<xml>${head}<MsgType><![CDATA[${type}]]></MsgType>${fields}<MsgId>4561255354251345929</MsgId><AgentID>218</AgentID></xml>`

describe('changes of members', () => {
  test('a new member with every field', () => {
    const event = parseCallbackEvent(
      contact(
        'create_user',
        `<UserID><![CDATA[zhangsan]]></UserID>
         <Name><![CDATA[张三]]></Name>
         <Department><![CDATA[1,2,3]]></Department>
         <MainDepartment>1</MainDepartment>
         <IsLeaderInDept><![CDATA[1,0,0]]></IsLeaderInDept>
         <DirectLeader><![CDATA[lisi,wangwu]]></DirectLeader>
         <Position><![CDATA[产品经理]]></Position>
         <Mobile>13800000000</Mobile>
         <Gender>1</Gender>
         <Email><![CDATA[zhangsan@example.com]]></Email>
         <BizMail><![CDATA[zhangsan@corp.example.com]]></BizMail>
         <Status>4</Status>
         <Avatar><![CDATA[https://wx.example.com/a?x=1&y=2]]></Avatar>
         <Alias><![CDATA[san]]></Alias>
         <Telephone><![CDATA[020-123456]]></Telephone>
         <Address><![CDATA[广州市]]></Address>
         <ExtAttr>
           <Item><Name><![CDATA[爱好]]></Name><Type>0</Type><Text><Value><![CDATA[旅游]]></Value></Text></Item>
           <Item><Name><![CDATA[卡号]]></Name><Type>1</Type><Web><Title><![CDATA[企业微信]]></Title><Url><![CDATA[https://work.example.com]]></Url></Web></Item>
         </ExtAttr>`,
      ),
    )
    expect(event).toEqual({
      type: 'create_user',
      toUserName: 'ww1',
      fromUserName: 'sys',
      createTime: 1_403_610_513,
      userId: 'zhangsan',
      name: '张三',
      departmentIds: [1, 2, 3],
      mainDepartmentId: 1,
      isLeaderInDepartment: [true, false, false],
      directLeaderIds: ['lisi', 'wangwu'],
      position: '产品经理',
      mobile: '13800000000',
      gender: 'male',
      email: 'zhangsan@example.com',
      businessEmail: 'zhangsan@corp.example.com',
      status: 'pending',
      avatarUrl: 'https://wx.example.com/a?x=1&y=2',
      alias: 'san',
      telephone: '020-123456',
      address: '广州市',
      attributes: [
        { name: '爱好', type: 'text', value: '旅游' },
        { name: '卡号', type: 'link', value: '企业微信', url: 'https://work.example.com' },
      ],
      raw: expect.objectContaining({ UserID: 'zhangsan', Mobile: '13800000000' }),
    })
  })

  test('the short form of URLs set after 2022-08-15 leaves the other properties absent', () => {
    const event = parseCallbackEvent(
      contact('update_user', '<UserID>a</UserID><NewUserID>b</NewUserID><Department>7</Department>'),
    )
    expect(Object.keys(event).sort()).toEqual(
      [
        'createTime',
        'departmentIds',
        'fromUserName',
        'newUserId',
        'raw',
        'toUserName',
        'type',
        'userId',
      ].sort(),
    )
    expect(event).toMatchObject({ type: 'update_user', userId: 'a', newUserId: 'b', departmentIds: [7] })
  })

  test('an emptied field is empty, an unknown status is unknown, a gender of 0 is absent', () => {
    const event = parseCallbackEvent(
      contact(
        'update_user',
        '<UserID>a</UserID><Position></Position><Status>9</Status><Gender>0</Gender><Department/>',
      ),
    )
    expect(event).toMatchObject({ position: '', status: 'unknown', departmentIds: [] })
    expect(event).not.toHaveProperty('gender')
  })

  test('a single custom attribute is a list of one', () => {
    const event = parseCallbackEvent(
      contact(
        'update_user',
        '<UserID>a</UserID><ExtAttr><Item><Name>x</Name><Type>0</Type></Item></ExtAttr>',
      ),
    )
    expect(event).toMatchObject({ attributes: [{ name: 'x', type: 'text' }] })
  })

  test('a member who left', () => {
    expect(parseCallbackEvent(contact('delete_user', '<UserID>a</UserID>'))).toMatchObject({
      type: 'delete_user',
      userId: 'a',
    })
  })

  test('the events of members and departments are what directory.invalidate takes', () => {
    expectTypeOf<UserChangedEvent>().toExtend<DirectoryChange>()
    expectTypeOf<UserDeletedEvent>().toExtend<DirectoryChange>()
    expectTypeOf<DepartmentChangedEvent>().toExtend<DirectoryChange>()
  })
})

describe('changes of departments and tags', () => {
  test('departments', () => {
    const fields =
      '<Id>2</Id><Name><![CDATA[研发]]></Name><ParentId><![CDATA[1]]></ParentId><Order>10</Order>'
    expect(parseCallbackEvent(contact('create_party', fields))).toMatchObject({
      type: 'create_party',
      departmentId: 2,
      name: '研发',
      parentId: 1,
      order: 10,
    })
    const moved = parseCallbackEvent(contact('update_party', '<Id>2</Id><ParentId>4</ParentId>'))
    expect(moved).toMatchObject({ type: 'update_party', departmentId: 2, parentId: 4 })
    expect(moved).not.toHaveProperty('name')
    expect(parseCallbackEvent(contact('delete_party', '<Id>2</Id>'))).toMatchObject({
      type: 'delete_party',
      departmentId: 2,
    })
  })

  test('tags, whose lists may be missing or empty', () => {
    const fields =
      '<TagId>1</TagId><AddUserItems><![CDATA[a,b]]></AddUserItems><DelPartyItems>3,x,4,</DelPartyItems>'
    expect(parseCallbackEvent(contact('update_tag', `${fields}<DelUserItems/>`))).toMatchObject({
      type: 'update_tag',
      tagId: 1,
      addedUserIds: ['a', 'b'],
      removedUserIds: [],
      addedDepartmentIds: [],
      removedDepartmentIds: [3, 4],
    })
  })

  test("a third party's form has InfoType, AuthCorpId and TimeStamp", () => {
    const event = parseCallbackEvent(
      '<xml><SuiteId>ww2</SuiteId><AuthCorpId>ww3</AuthCorpId><InfoType>change_contact</InfoType><TimeStamp>1403610513</TimeStamp><ChangeType>delete_user</ChangeType><UserID>a</UserID></xml>',
    )
    expect(event).toMatchObject({
      type: 'delete_user',
      userId: 'a',
      toUserName: 'ww3',
      createTime: 1_403_610_513,
    })
  })

  test.each([
    ['a change we do not know', contact('create_moon', '<UserID>a</UserID>')],
    ['a member without id', contact('create_user', '<Name>a</Name>')],
    ['a department without number', contact('delete_party', '<Id>x</Id>')],
    ['a tag without id', contact('update_tag', '')],
    ['no change at all', contact('', '')],
  ])('%s is kept raw', (_name, xml) => {
    expect(parseCallbackEvent(xml)).toMatchObject({
      type: 'event',
      event: 'change_contact',
      raw: { ToUserName: 'ww1' },
    })
  })
})

describe('messages', () => {
  test.each([
    ['text', '<Content><![CDATA[ <b>hi</b> &amp; ]]></Content>', { content: ' <b>hi</b> &amp; ' }],
    ['image', '<PicUrl>u</PicUrl><MediaId>m</MediaId>', { pictureUrl: 'u', mediaId: 'm' }],
    ['voice', '<MediaId>m</MediaId><Format>amr</Format>', { mediaId: 'm', format: 'amr' }],
    ['video', '<MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>', { mediaId: 'm', thumbnailMediaId: 't' }],
    [
      'location',
      '<Location_X>23.134</Location_X><Location_Y>-113.358</Location_Y><Label>a</Label>',
      { latitude: 23.134, longitude: -113.358, label: 'a' },
    ],
    [
      'link',
      '<Title>t</Title><Description>d</Description><Url>u</Url><PicUrl>p</PicUrl>',
      { title: 't', description: 'd', url: 'u', pictureUrl: 'p' },
    ],
  ])('%s', (type, fields, expected) => {
    expect(parseCallbackEvent(message(type, fields))).toMatchObject({
      type,
      messageId: '4561255354251345929',
      agentId: 218,
      createTime: 1_403_610_513,
      ...expected,
    })
  })

  test('a location without coordinates and a message of another kind are unknown, and raw', () => {
    expect(parseCallbackEvent(message('location', '<Label>a</Label>'))).toMatchObject({ type: 'unknown' })
    expect(parseCallbackEvent(message('hologram', '<X>1</X>'))).toMatchObject({
      type: 'unknown',
      raw: { X: '1' },
    })
  })

  test('spaces around plain text are kept, a number with more digits than a number holds is none', () => {
    const xml =
      '<xml><MsgType>text</MsgType><Content> hi </Content><CreateTime>12345678901234567</CreateTime></xml>'
    expect(parseCallbackEvent(xml)).toMatchObject({ content: ' hi ', createTime: 0 })
  })

  test('an event without a type of its own is raw, with its name and key', () => {
    const xml = message(
      'event',
      '<Event><![CDATA[modify_calendar]]></Event><EventKey>k</EventKey><CalId>c</CalId>',
    )
    expect(parseCallbackEvent(xml)).toMatchObject({
      type: 'event',
      event: 'modify_calendar',
      eventKey: 'k',
      raw: { CalId: 'c' },
    })
  })

  test('JSON is read into the same events, and 19 digits keep their digits', () => {
    const json = `{"ToUserName":"ww1","FromUserName":"a","CreateTime":1409659813,"MsgType":"text","Content":"hello","MsgId":4561255354251345929,"AgentID":218,"Ok":true,"No":null}`
    expect(parseCallbackEvent(json)).toMatchObject({
      type: 'text',
      content: 'hello',
      messageId: '4561255354251345929',
      createTime: 1_409_659_813,
      agentId: 218,
      raw: { Ok: 'true', No: '' },
    })
  })

  test("a smart robot's message, which has other names, is unknown and raw", () => {
    const json = '{"msgid":"1","msgtype":"text","from":{"userid":"a"},"text":{"content":"hi"}}'
    expect(parseCallbackEvent(json)).toMatchObject({
      type: 'unknown',
      toUserName: '',
      raw: { from: { userid: 'a' }, text: { content: 'hi' } },
    })
  })
})

describe('hostile XML', () => {
  test.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['another root', '<html></html>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['text after the end', '<xml></xml>x'],
    ['an unclosed element', '<xml><a></xml>'],
    ['an unclosed CDATA', '<xml><a><![CDATA[x</a></xml>'],
    ['a DOCTYPE', '<!DOCTYPE xml><xml></xml>'],
    ['an internal entity', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>'],
    [
      'a DOCTYPE after a declaration',
      '<?xml version="1.0"?><!DOCTYPE xml SYSTEM "http://127.0.0.1/x"><xml></xml>',
    ],
    [
      'a billion laughs',
      `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]><xml>&b;</xml>`,
    ],
    ['a comment', '<xml><!-- x --><A>1</A></xml>'],
    ['a processing instruction', '<xml><?php echo 1 ?></xml>'],
    ['21 levels', `<xml>${'<a>'.repeat(21)}${'</a>'.repeat(21)}</xml>`],
    ['10 001 elements', `<xml>${'<a></a>'.repeat(10_001)}</xml>`],
    ['JSON of 21 levels', `${'{"a":'.repeat(21)}1${'}'.repeat(21)}`],
    ['JSON of 100 000 levels', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['JSON that is a list', '[{}]'],
    ['cut JSON', '{"a":1'],
  ])('%s is malformed', (_name, xml) => {
    expect(reasonOf(() => parseCallbackEvent(xml))).toBe('malformed')
  })

  test('more than 1 MiB is too large', () => {
    expect(reasonOf(() => parseCallbackEvent(`<xml>${'x'.repeat(1_048_577)}</xml>`))).toBe('too-large')
  })

  test("a member's text may hold any markup: CDATA is not looked into", () => {
    const content = '<!DOCTYPE x [<!ENTITY a "b">]><!-- --><?php ?>&a;</xml>'
    expect(parseCallbackEvent(message('text', `<Content><![CDATA[${content}]]></Content>`))).toMatchObject({
      content,
    })
  })

  test('the five entities of XML are read in plain text, unknown ones stay as they are', () => {
    const xml = message('text', '<Content>&lt;a&gt; &amp;amp; &quot;&apos; &nope;</Content>')
    expect(parseCallbackEvent(xml)).toMatchObject({ content: `<a> &amp; "' &nope;` })
  })

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'an element named %s neither pollutes nor answers for a field',
    (name) => {
      const before = Object.getOwnPropertyNames(Object.prototype).sort()
      const outcomes = [
        `<xml><${name}><polluted>1</polluted></${name}><MsgType>text</MsgType></xml>`,
        `{"${name}":{"polluted":"1"},"MsgType":"text"}`,
      ].map((text) =>
        reasonOf(() => expect(parseCallbackEvent(text)).toMatchObject({ type: 'text', content: '' })),
      )
      expect(outcomes.every((outcome) => outcome === 'accepted' || outcome === 'malformed')).toBe(true)
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before)
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
    },
  )

  test('a field that nobody sent is not found on a prototype', () => {
    expect(Object.getPrototypeOf(parseCallbackEvent('<xml><A>1</A></xml>').raw)).toBeNull()
    expect(Object.getPrototypeOf(parseCallbackEvent('{"A":1}').raw)).toBeNull()
  })

  test('whatever comes, the answer is an event or a WecomCallbackError', () => {
    const piece = fc.constantFrom(
      '<xml>',
      '</xml>',
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '<!',
      '&',
      '<',
      '>',
      '"',
      '{',
      '}',
      'x',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 }))), (pieces) => {
        const outcome = reasonOf(() => parseCallbackEvent(pieces.join('')))
        expect(['accepted', 'malformed']).toContain(outcome)
      }),
      { numRuns: 500 },
    )
  })

  test('any text survives the way through CDATA', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((value) => !value.includes(']]>') && !value.includes('\r'))
    fc.assert(
      fc.property(text, (content) => {
        expect(
          parseCallbackEvent(message('text', `<Content><![CDATA[${content}]]></Content>`)),
        ).toMatchObject({
          content,
        })
      }),
    )
  })
})

test.each([undefined, null, 7, ['<xml></xml>'], Buffer.from('<xml><a>1</a></xml>')])(
  '%o in place of the text is malformed',
  (given) => {
    expect(reasonOf(() => Reflect.apply(parseCallbackEvent, undefined, [given]))).toBe('malformed')
  },
)
