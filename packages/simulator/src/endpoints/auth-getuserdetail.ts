import type { Answer, Call } from '../rules/call.ts'
import { type Endpoint, selfBuilt } from '../rules/endpoint.ts'
import { requiredBodyText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'
import { sensitiveFields } from '../world/app.ts'
import type { Member } from '../world/member.ts'
import type { UserTicket } from '../world/world.ts'

/**
 * `POST /cgi-bin/auth/getuserdetail`: the fields a member consented to hand out. No name, department or position here.
 *
 * How sure: fields, gender as text and the ticket codes official; 60021 for a member outside the range is one of two
 * documented codes (the other is 92000).
 * @see https://developer.work.weixin.qq.com/document/path/95833
 */
export const authGetuserdetail: Endpoint = {
  path: '/cgi-bin/auth/getuserdetail',
  kinds: selfBuilt,
  answer(call) {
    const ticket = checkTicket(call)
    if (call.app.sensitiveFields?.length === 0) throw new Refusal(92001)
    const member = call.world.directory.member(ticket.userid)
    if (member === undefined || !call.visibility.seesMember(member)) throw new Refusal(60021)
    return detail(call, member, ticket)
  },
}

function checkTicket(call: Call): UserTicket {
  const found = call.world.userTickets.find(requiredBodyText(call, 'user_ticket', 84090))
  if (found === undefined || found.value.agentId !== call.app.agentId) throw new Refusal(84015)
  if (found.expired) throw new Refusal(84014)
  return found.value
}

/** Without consent the avatar is a default picture and gender "0"; every other field is absent. */
function detail(call: Call, member: Member, ticket: UserTicket): Answer {
  const ticked = call.app.sensitiveFields ?? sensitiveFields
  const given = sensitiveFields.filter((field) => ticked.includes(field) && ticket.consented.includes(field))
  return {
    userid: member.userid,
    gender: '0',
    avatar: 'https://wework.qpic.example/avatar/default/0',
    ...Object.fromEntries(given.map((field) => [field, member[field]])),
  }
}
