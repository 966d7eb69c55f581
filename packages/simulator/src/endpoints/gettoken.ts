import type { Exchange } from '../http/exchange.ts'
import type { Answer } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
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
export const gettoken: Endpoint = {
  path: '/cgi-bin/gettoken',
  open: true,
  answer(world, exchange) {
    const app = checkCredentials(world, exchange)
    if (world.settings.gettoken.untrustedIp === 'refused') checkTrustedIp(exchange.ip, world.settings)
    world.limits.count('/cgi-bin/gettoken', exchange.ip, world.settings.rateLimit)
    const { token, expiresIn } = world.tokens.issue(app.name, world.settings.gettoken)
    return { access_token: token, expires_in: expiresIn } satisfies Answer
  },
}

const hourMs = 3_600_000

function checkCredentials(world: World, exchange: Exchange): App {
  const secret = exchange.query.get('corpsecret')
  const corpid = exchange.query.get('corpid')
  if (!secret) throw new Refusal(41004)
  if (!corpid) throw new Refusal(41002)
  if (corpid !== world.corpId) throw new Refusal(40013)
  const ban = `wrong secrets from ${exchange.ip}`
  world.limits.refuseIfBlocked(ban)
  const app = world.apps().find((each) => each.secret === secret && each.enabled !== false)
  if (app !== undefined) return app
  world.limits.hit(ban, world.settings.gettoken.wrongSecretLimit, hourMs)
  throw new Refusal(40001)
}
