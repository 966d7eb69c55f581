import { checkContent, isAnswerable } from '../messages/check-content.ts'
import { deliverMessage } from '../messages/deliver-message.ts'
import { readRecipients } from '../messages/recipients.ts'
import type { Call } from '../rules/call.ts'
import { type Endpoint, selfBuilt } from '../rules/endpoint.ts'
import { bodyNumber, bodyNumbers, bodyText, bodyTexts } from '../rules/parameters.ts'
import { isRecord } from '../shape/shape.ts'
import { Refusal } from '../wire/refusal.ts'
import type { SentMessage } from '../world/sent-message.ts'

/**
 * `POST /cgi-bin/message/send`.
 *
 * How sure: frame, partial failures (errcode 0 with invalid…), 81013, 82001 and 301002 official; limits seen through
 * mirrors.
 * @see https://developer.work.weixin.qq.com/document/path/90236
 */
const messageSend: Endpoint = {
  path: '/cgi-bin/message/send',
  kinds: selfBuilt,
  answer(call) {
    const agentid = checkAgentId(call)
    const msgtype = bodyText(call, 'msgtype') ?? ''
    const recipients = readRecipients(call)
    const content = checkContent(call, msgtype)
    const userids = Array.from(recipients.members, ({ userid }) => userid)
    const { msgid } = deliverMessage(call, agentid, { msgtype, content, userids })
    return {
      invaliduser: recipients.invalidUsers.join('|'),
      invalidparty: recipients.invalidParties.join('|'),
      invalidtag: recipients.invalidTags.join('|'),
      unlicenseduser: '',
      msgid,
      ...(msgtype === 'template_card' && isAnswerable(content)
        ? { response_code: call.world.responseCodes.issue(msgid) }
        : {}),
    }
  },
}

/** A missing one is read as one of no app: only miniprogram_notice goes without. */
function checkAgentId({ app, body }: Call): number {
  const { agentid = body['msgtype'] === 'miniprogram_notice' ? app.agentId : undefined } = body
  if (typeof agentid !== 'number') throw new Refusal(41011, 'parameters', 'agentid is missing')
  if (agentid !== app.agentId)
    throw new Refusal(301002, 'owner', `agentid ${agentid} is not that of ${app.name}, whose token came`)
  return agentid
}

const recallableMs = 86_400_000

/**
 * `POST /cgi-bin/message/recall`: takes a message of the app back, for 24 hours.
 *
 * How sure: official, 42052 from the error table; 40058 for a msgid of nobody or of another app is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/94867
 */
const messageRecall: Endpoint = {
  path: '/cgi-bin/message/recall',
  kinds: selfBuilt,
  answer(call) {
    const message = ownMessage(call, bodyText(call, 'msgid'))
    if (call.world.clock.now() - message.at > recallableMs)
      throw new Refusal(42052, 'state', 'the message is older than 24 hours')
    message.recalled = true
    return {}
  },
}

function ownMessage({ app, world }: Call, msgid: string | undefined): SentMessage {
  const message = world.messages().find((each) => each.msgid === msgid)
  if (message === undefined || message.app !== app.name)
    throw new Refusal(40058, 'owner', `${app.name} sent no message of this msgid`, 'invalid msgid')
  return message
}

/**
 * `POST /cgi-bin/message/update_template_card`: another card, or another text on its button. A response_code works
 * once, for 72 hours.
 *
 * How sure: official; 60140 from the error table. Members of departments and tags are not counted one by one here.
 * @see https://developer.work.weixin.qq.com/document/path/94888
 */
const messageUpdateTemplateCard: Endpoint = {
  path: '/cgi-bin/message/update_template_card',
  kinds: selfBuilt,
  answer(call) {
    checkAgentId(call)
    const { responseCodes } = call.world
    const code = bodyText(call, 'response_code') ?? ''
    const found = responseCodes.find(code)
    if (found === undefined || found.expired)
      throw new Refusal(
        60140,
        'code',
        'this response_code was used, expired after 72 hours or was never handed out',
      )
    const message = ownMessage(call, found.value)
    const reached = new Set(message.delivered.map((userid) => userid.toLowerCase()))
    const wanted = bodyTexts(call, 'userids', 40058, [])
    const isToAll = bodyNumber(call, 'atall') === 1
    const others = bodyNumbers(call, 'partyids', []).length + bodyNumbers(call, 'tagids', []).length
    if (!isToAll && wanted.length + others === 0)
      throw new Refusal(82001, 'parameters', 'userids, partyids, tagids and atall are all empty')
    message.updates = [...(message.updates ?? []), newCard(call)]
    responseCodes.use(code)
    return { invaliduser: isToAll ? [] : wanted.filter((userid) => !reached.has(userid.toLowerCase())) }
  },
}

function newCard({ body }: Call): object {
  const { button, template_card: card } = body
  if (isRecord(card)) return { template_card: card }
  if (isRecord(button)) return { button }
  throw new Refusal(
    40063,
    'parameters',
    'template_card and button are both missing',
    'some parameters are empty, missing field: template_card or button',
  )
}

/** Messages of an app. */
export const messageEndpoints: readonly Endpoint[] = [messageSend, messageRecall, messageUpdateTemplateCard]
