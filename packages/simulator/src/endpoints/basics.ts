import type { Exchange } from '../http/exchange.ts'
import type { Answer } from '../rules/call.ts'
import { type Endpoint, selfBuilt } from '../rules/endpoint.ts'
import { jsTicket } from '../rules/js-ticket.ts'
import { queryText } from '../rules/parameters.ts'
import { checkTrustedIp } from '../rules/trusted-ip-rule.ts'
import { Refusal } from '../wire/refusal.ts'
import type { App } from '../world/app.ts'
import type { World } from '../world/world.ts'

/**
 * `GET /cgi-bin/gettoken`.
 *
 * How sure: parameters, answer and codes official (page of 2024-03-26); the missing secret before the corpid by a live
 * probe; the barred IP official, its threshold of about 2000 an hour from a forum answer; what a repeated call answers
 * and whether the caller's IP matters here is open, see the settings `gettoken.repeat` and `gettoken.untrustedIp`. The
 * IP comes after the secret, because each app has trusted IPs of its own.
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
const gettoken: Endpoint = {
  path: '/cgi-bin/gettoken',
  open: true,
  answer(world, exchange) {
    const app = checkCredentials(world, exchange)
    if (world.settings.gettoken.untrustedIp === 'refused') checkTrustedIp(exchange.ip, world.settings, app)
    world.limits.count('/cgi-bin/gettoken', exchange.ip, world.settings.rateLimit)
    const { token, expiresIn } = world.tokens.issue(app.name, world.settings.gettoken)
    return { access_token: token, expires_in: expiresIn } satisfies Answer
  },
}

const hourMs = 3_600_000

function checkCredentials(world: World, exchange: Exchange): App {
  const secret = exchange.query.get('corpsecret')
  const corpid = exchange.query.get('corpid')
  if (!secret) throw new Refusal(41004, 'secret', 'corpsecret is missing in the query')
  if (!corpid) throw new Refusal(41002, 'secret', 'corpid is missing in the query')
  if (corpid !== world.corpId)
    throw new Refusal(40013, 'secret', `corpid is not ${world.corpId}, the corp of this simulator`)
  const ban = `wrong secrets from ${exchange.ip}`
  world.limits.refuseIfBlocked(ban)
  const app = world.apps().find((each) => each.secret === secret && each.enabled !== false)
  if (app !== undefined) return app
  world.limits.hit(ban, world.settings.gettoken.wrongSecretLimit, hourMs)
  throw new Refusal(40001, 'secret', 'corpsecret is no secret of an app of this corp')
}

/**
 * `GET /cgi-bin/get_api_domain_ip`: the addresses behind the API host, for egress firewalls. Here the simulator's own.
 *
 * How sure: path and answer seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/92520
 */
const getApiDomainIp: Endpoint = {
  path: '/cgi-bin/get_api_domain_ip',
  empty: { ip_list: [] },
  answer: () => ({ ip_list: ['127.0.0.1'] }),
}

/**
 * `GET /cgi-bin/getcallbackip`: where callbacks come from. One documented sample holds a `*`, so this list does too.
 *
 * How sure: the name of the list by a live probe; the wildcard from one sample.
 * @see https://developer.work.weixin.qq.com/document/path/92521
 */
const getcallbackip: Endpoint = {
  path: '/cgi-bin/getcallbackip',
  empty: { ip_list: [] },
  answer: () => ({ ip_list: ['127.0.0.1', '127.0.0.*'] }),
}

/**
 * `GET /cgi-bin/get_jsapi_ticket`: the corp's ticket, for `wx.config`.
 *
 * How sure: official (page of 2024-11-14).
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
const getJsapiTicket: Endpoint = {
  path: '/cgi-bin/get_jsapi_ticket',
  kinds: selfBuilt,
  answer: (call) => jsTicket(call, 'corp'),
}

/**
 * `GET /cgi-bin/ticket/get?type=agent_config`: the app's own ticket, for `wx.agentConfig`.
 *
 * How sure: official; 91040 for another type from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/90506
 */
const ticketGet: Endpoint = {
  path: '/cgi-bin/ticket/get',
  kinds: selfBuilt,
  answer(call) {
    if (queryText(call, 'type') !== 'agent_config')
      throw new Refusal(91040, 'parameters', 'type must be agent_config')
    return jsTicket(call, call.app.name)
  },
}

/** Tokens, tickets for pages, and the addresses of WeCom's servers. */
export const basicEndpoints: readonly Endpoint[] = [
  gettoken,
  getApiDomainIp,
  getcallbackip,
  getJsapiTicket,
  ticketGet,
]
