import { checkContent, isInteractive } from '../messages/check-content.ts'
import { deliverMessage } from '../messages/deliver-message.ts'
import { readRecipients } from '../messages/recipients.ts'
import type { Call } from '../rules/call.ts'
import { type Endpoint, selfBuilt } from '../rules/endpoint.ts'
import { bodyText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'
import { randomText } from '../world/random-text.ts'

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
      ...(msgtype === 'template_card' && isInteractive(content) ? { response_code: randomText(60) } : {}),
    }
  },
}

/** SDKs send the number as text too, and WeCom takes it. */
function checkAgentId(call: Call): number {
  const agentid = Number(call.body['agentid'] ?? Number.NaN)
  if (!Number.isInteger(agentid)) throw new Refusal(40056)
  if (agentid !== call.app.agentId) throw new Refusal(301002)
  return agentid
}

/** Messages of an app. */
export const messageEndpoints: readonly Endpoint[] = [messageSend]
