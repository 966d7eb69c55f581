import { type Endpoint, selfBuilt } from '../rules/endpoint.ts'
import { jsTicket } from '../rules/js-ticket.ts'
import { queryText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `GET /cgi-bin/ticket/get?type=agent_config`: the app's own ticket, for `wx.agentConfig`.
 *
 * How sure: official; 91040 for another type from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
export const ticketGet: Endpoint = {
  path: '/cgi-bin/ticket/get',
  kinds: selfBuilt,
  answer(call) {
    if (queryText(call, 'type') !== 'agent_config') throw new Refusal(91040)
    return jsTicket(call, call.app.name)
  },
}
