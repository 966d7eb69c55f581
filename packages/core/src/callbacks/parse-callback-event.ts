import { WecomCallbackError } from '../errors/callback-error.ts'
import { assignDefined } from '../internal/assign-defined.ts'
import type { AppEvent, AppEventBase } from './app-event.ts'
import type { CallbackEvent, OtherEvent } from './callback-event.ts'
import { contactEvent } from './contact-event.ts'
import type { ExternalEvent } from './external-event.ts'
import { integerField, textField, type CallbackFields, type CallbackBase } from './fields.ts'
import { messageEvent } from './message-event.ts'
import { parseJson } from './parse-json.ts'
import { parseXml } from './parse-xml.ts'
import { readAppEvent } from './read-app-event.ts'
import { formatOf } from './read-envelope.ts'
import { readExternalEvent } from './read-external-event.ts'

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
