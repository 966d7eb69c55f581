import { type Endpoint, selfBuilt } from '../rules/endpoint.ts'
import { jsTicket } from '../rules/js-ticket.ts'

/**
 * `GET /cgi-bin/get_jsapi_ticket`: the corp's ticket, for `wx.config`.
 *
 * How sure: official (page of 2024-11-14).
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
export const getJsapiTicket: Endpoint = {
  path: '/cgi-bin/get_jsapi_ticket',
  kinds: selfBuilt,
  answer: (call) => jsTicket(call, 'corp'),
}
