import { WecomCallbackError } from '../errors/errors.ts'
import { assignDefined } from '../internal/assign-defined.ts'
import type { AppEvent, AppEventBase } from './app-event.ts'
import type {
  CallbackEvent,
  OtherEvent,
  CallbackAttribute,
  ContactEvent,
  DepartmentChangedEvent,
  TagChangedEvent,
  UserChangedEvent,
  LocationMessageEvent,
  MessageBase,
  MessageEvent,
} from './callback-event.ts'
import type { ExternalEvent } from './external-event.ts'
import {
  integerField,
  textField,
  type CallbackFields,
  type CallbackBase,
  integersField,
  listField,
  nestedField,
  repeatedField,
  decimalField,
} from './fields.ts'
import { parseJson } from './parse-json.ts'
import { parseXml } from './parse-xml.ts'
import { readAppEvent } from './read-app-event.ts'
import { formatOf } from './envelope.ts'
import { readExternalEvent } from './read-external-event.ts'
import { gender, status } from '../wecom/member-values.ts'

const maxLength = 1_048_576

/**
 * Reads a decrypted callback, XML or JSON, into a typed event. What has no type of its own is `event` or `unknown`
 * with every field in `raw`; a third party's `InfoType` form of contacts changes is understood as well.
 *
 * Events may be late, repeated or out of order: take them as hints to read again. Anything that is no single `<xml>`
 * element of at most 1 MiB, 10 000 elements and 20 levels is refused, and so is a DOCTYPE.
 *
 * @throws WecomCallbackError reason `malformed` or `too-large`
 * @example
 * ```ts
 * import { parseCallbackEvent } from '@wecom-kit/core'
 *
 * const event = parseCallbackEvent(
 *   '<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><CreateTime>1409659813</CreateTime>' +
 *     '<MsgType>event</MsgType><Event>change_contact</Event><ChangeType>update_user</ChangeType>' +
 *     '<UserID>zhangsan</UserID><Department>1,2</Department></xml>',
 * )
 * if (event.type === 'update_user') console.log(event.userId, event.departmentIds) // zhangsan [ 1, 2 ]
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/90967
 */
export function parseCallbackEvent(xml: string): CallbackEvent {
  if (typeof xml !== 'string') {
    throw new WecomCallbackError(
      'malformed',
      `parseCallbackEvent takes the decrypted message as a string, got ${typeof xml}`,
    )
  }
  if (xml.length > maxLength) {
    throw new WecomCallbackError('too-large', `The callback has more than ${maxLength} characters`)
  }
  const fields = formatOf(xml) === 'json' ? parseJson(xml) : parseXml(xml)
  const base = baseOf(fields)
  const event = textField(fields, 'Event') ?? textField(fields, 'InfoType')
  if (event === undefined) return messageEvent(base) ?? { ...base, type: 'unknown' }
  return (event === 'change_contact' ? contactEvent(base) : undefined) ?? namedEvent(base, event)
}

function namedEvent(base: CallbackBase, name: string): AppEvent | ExternalEvent | OtherEvent {
  const event = assignDefined<AppEventBase>(
    { ...base, event: name },
    { eventKey: textField(base.raw, 'EventKey') },
  )
  return readAppEvent(event) ?? readExternalEvent(event) ?? { ...event, type: 'event' }
}

function baseOf(fields: CallbackFields): CallbackBase {
  const base: CallbackBase = {
    toUserName: textField(fields, 'ToUserName') ?? textField(fields, 'AuthCorpId') ?? '',
    fromUserName: textField(fields, 'FromUserName') ?? '',
    createTime: integerField(fields, 'CreateTime') ?? integerField(fields, 'TimeStamp') ?? 0,
    raw: fields,
  }
  return assignDefined(base, { agentId: integerField(fields, 'AgentID') })
}

/** Types a change of the contacts; undefined when it is none we know, or has no id. */
function contactEvent(base: CallbackBase): ContactEvent | undefined {
  const fields = base.raw
  const userId = textField(fields, 'UserID')
  const departmentId = integerField(fields, 'Id')
  const tagId = integerField(fields, 'TagId')
  const type = textField(fields, 'ChangeType') ?? ''
  switch (type) {
    case 'create_user':
    case 'update_user':
      return userId === undefined ? undefined : userChanged({ ...base, type, userId })
    case 'delete_user':
      return userId === undefined ? undefined : { ...base, type, userId }
    case 'create_party':
    case 'update_party':
      return departmentId === undefined ? undefined : departmentChanged({ ...base, type, departmentId })
    case 'delete_party':
      return departmentId === undefined ? undefined : { ...base, type, departmentId }
    case 'update_tag':
      return tagId === undefined ? undefined : tagChanged(base, tagId)
    default:
      return undefined
  }
}

function userChanged(event: UserChangedEvent): UserChangedEvent {
  const fields = event.raw
  return assignDefined(event, {
    newUserId: textField(fields, 'NewUserID'),
    name: textField(fields, 'Name'),
    departmentIds: integersField(fields, 'Department'),
    mainDepartmentId: integerField(fields, 'MainDepartment'),
    isLeaderInDepartment: listField(fields, 'IsLeaderInDept')?.map((flag) => flag === '1'),
    directLeaderIds: listField(fields, 'DirectLeader'),
    position: textField(fields, 'Position'),
    mobile: textField(fields, 'Mobile'),
    gender: gender(fields['Gender']),
    email: textField(fields, 'Email'),
    businessEmail: textField(fields, 'BizMail'),
    status: fields['Status'] === undefined ? undefined : status(fields['Status']),
    avatarUrl: textField(fields, 'Avatar'),
    alias: textField(fields, 'Alias'),
    telephone: textField(fields, 'Telephone'),
    address: textField(fields, 'Address'),
    attributes: attributesOf(fields),
  })
}

function attributesOf(fields: CallbackFields): CallbackAttribute[] | undefined {
  const attributes = nestedField(fields, 'ExtAttr')
  return attributes && repeatedField(attributes, 'Item').map(attributeOf)
}

function attributeOf(item: CallbackFields): CallbackAttribute {
  const name = textField(item, 'Name') ?? ''
  const text = nestedField(item, 'Text')
  const link = nestedField(item, 'Web')
  const attribute: CallbackAttribute = { name, type: link === undefined ? 'text' : 'link' }
  return assignDefined(attribute, {
    value: link === undefined ? text && textField(text, 'Value') : textField(link, 'Title'),
    url: link && textField(link, 'Url'),
  })
}

function departmentChanged(event: DepartmentChangedEvent): DepartmentChangedEvent {
  return assignDefined(event, {
    name: textField(event.raw, 'Name'),
    parentId: integerField(event.raw, 'ParentId'),
    order: integerField(event.raw, 'Order'),
  })
}

function tagChanged(base: CallbackBase, tagId: number): TagChangedEvent {
  return {
    ...base,
    type: 'update_tag',
    tagId,
    addedUserIds: listField(base.raw, 'AddUserItems') ?? [],
    removedUserIds: listField(base.raw, 'DelUserItems') ?? [],
    addedDepartmentIds: integersField(base.raw, 'AddPartyItems') ?? [],
    removedDepartmentIds: integersField(base.raw, 'DelPartyItems') ?? [],
  }
}

/** Types a member's message; undefined when it is of a kind we do not know. A missing text is empty. */
function messageEvent(base: CallbackBase): MessageEvent | undefined {
  const text = (name: string): string => textField(base.raw, name) ?? ''
  const message = { ...base, messageId: text('MsgId') }
  const type = text('MsgType')
  switch (type) {
    case 'text':
      return { ...message, type, content: text('Content') }
    case 'image':
      return { ...message, type, pictureUrl: text('PicUrl'), mediaId: text('MediaId') }
    case 'voice':
      return { ...message, type, mediaId: text('MediaId'), format: text('Format') }
    case 'video':
      return { ...message, type, mediaId: text('MediaId'), thumbnailMediaId: text('ThumbMediaId') }
    case 'location':
      return locationEvent(message)
    case 'link':
      return {
        ...message,
        type,
        title: text('Title'),
        description: text('Description'),
        url: text('Url'),
        pictureUrl: text('PicUrl'),
      }
    default:
      return undefined
  }
}

function locationEvent(message: MessageBase): LocationMessageEvent | undefined {
  const latitude = decimalField(message.raw, 'Location_X')
  const longitude = decimalField(message.raw, 'Location_Y')
  if (latitude === undefined || longitude === undefined) return undefined
  return { ...message, type: 'location', latitude, longitude, label: textField(message.raw, 'Label') ?? '' }
}
