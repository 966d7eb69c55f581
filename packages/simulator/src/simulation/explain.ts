import { documentedRoute } from '../documented/documented-routes.ts'
import type { Fault } from '../faults/fault.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import type { Reason } from '../journal/journal.ts'
import { trustedIpsOf } from '../rules/trusted-ip-rule.ts'
import { errmsg } from '../wire/errmsg.ts'
import type { World } from '../world/world.ts'
import type { Order } from './answer-request.ts'
import { callerName } from './caller-name.ts'

/** Why a request was answered as it was, with the values that decided; undefined for WeCom's plain success. */
export function explain(world: World, exchange: Exchange, reply: Reply, order: Order): Reason | undefined {
  const { fault, stub } = order
  if (fault !== undefined && fault.kind !== 'delay') return explainFault(fault)
  if (reply.reason !== undefined) return { rule: 'login link', reason: reply.reason }
  if (stub !== undefined && reply.errcode === Number(stub.answer['errcode'] ?? 0))
    return { rule: 'stub', reason: `stub ${stub.id} answered` }
  const refused = explainErrcode(world, exchange, reply.errcode ?? 0)
  if (refused !== undefined) return refused
  if (reply.status === 404)
    return { rule: 'path', reason: 'no path of WeCom: see errmsg for the nearest one' }
  return fault && explainFault(fault)
}

/** Why a request went wrong on command. */
export function explainFault(fault: Fault): Reason {
  return { rule: 'fault', reason: `a fault of kind ${fault.kind} was ordered for ${fault.path}` }
}

type Explanation = (world: World, exchange: Exchange) => Reason

function explainErrcode(world: World, exchange: Exchange, errcode: number): Reason | undefined {
  if (errcode === 0) return undefined
  return (
    explanations.get(errcode)?.(world, exchange) ?? {
      rule: 'parameters',
      reason: `${errcode} ${errmsg(errcode)}: see the errmsg of the answer`,
    }
  )
}

const explanations: ReadonlyMap<number, Explanation> = new Map<number, Explanation>([
  [40001, () => ({ rule: 'secret', reason: 'corpsecret is no secret of an app of this corp' })],
  [
    40013,
    ({ corpId }) => ({ rule: 'secret', reason: `corpid is not ${corpId}, the corp of this simulator` }),
  ],
  [
    41001,
    () => ({ rule: 'token', reason: 'there is no access_token in the query, where alone it is looked for' }),
  ],
  [40014, explainToken],
  [42001, explainToken],
  [50003, (world, exchange) => ({ rule: 'token', reason: `${appOf(world, exchange)} is switched off` })],
  [48002, explainSecretKind],
  [
    48009,
    () => ({
      rule: 'secret kind',
      reason: "contacts-sync may not read details: setting contactsSyncReads is 'refused'",
    }),
  ],
  [60020, explainIp],
  [
    45009,
    ({ settings }) => ({
      rule: 'frequency',
      reason: `too many calls: setting rateLimit is ${JSON.stringify(settings.rateLimit)}, some calls have limits of their own`,
    }),
  ],
  [
    45033,
    ({ settings }) => ({
      rule: 'concurrency',
      reason: `more than ${settings.concurrency} calls of this API at once: setting concurrency`,
    }),
  ],
  [40029, explainCode],
  [42003, explainCode],
  [42022, explainCode],
  [50001, explainCode],
  [60011, explainRange],
  [60111, explainRange],
  [60003, explainRange],
])

function explainToken(world: World, { query }: Exchange): Reason {
  const record = world.tokens.find(query.get('access_token') ?? '')
  const rule = 'token'
  if (record === undefined)
    return {
      rule,
      reason: 'this access_token was never handed out here: of an earlier start or of another corp',
    }
  const which = `token #${record.serial} of ${record.appName}`
  if (record.revoked !== undefined) return { rule, reason: `${which} was revoked` }
  return { rule, reason: `${which} expired at ${new Date(record.expiresAt).toISOString()}` }
}

function appOf(world: World, { query }: Exchange): string {
  return callerName(world, query) ?? 'the app'
}

function explainSecretKind(world: World, exchange: Exchange): Reason {
  const name = appOf(world, exchange)
  const only =
    documentedRoute(exchange.path)?.contactsSync === 'only' ? '; it is for contacts-sync alone' : ''
  return {
    rule: 'secret kind',
    reason: `${name} (${world.app(name)?.kind ?? 'unknown'}) may not call this path${only}`,
  }
}

function explainIp(world: World, exchange: Exchange): Reason {
  const app = world.app(appOf(world, exchange))
  const trusted = trustedIpsOf(app, world.settings)
  const reason = `${exchange.ip} is not among the trusted IPs ${trusted.join(', ')}`
  return { rule: 'trusted IP', reason }
}

function explainCode(world: World, exchange: Exchange): Reason {
  const record = world.codes.find(exchange.query.get('code') ?? '')
  const rule = 'code'
  if (record === undefined) return { rule, reason: 'no such code was handed out since the last reset' }
  const which = `code #${record.serial}`
  const owner = record.agentId === undefined ? undefined : world.appByAgentId(record.agentId)
  const caller = appOf(world, exchange)
  if (record.used) return { rule, reason: `${which} was used before` }
  if (world.codes.expired(record)) return { rule, reason: `${which} expired after five minutes` }
  if (owner !== undefined && owner.name !== caller)
    return { rule, reason: `${which} belongs to ${owner.name}, and ${caller} asked` }
  return { rule, reason: `${which} is for ${record.purpose}, and went to ${record.host}` }
}

function explainRange(world: World, exchange: Exchange): Reason {
  const userid = exchange.query.get('userid')
  const member = userid === null ? undefined : world.directory.member(userid)
  const name = appOf(world, exchange)
  if (member !== undefined)
    return { rule: 'visible range', reason: `${member.userid} exists, outside of what ${name} sees` }
  if (userid !== null) return { rule: 'parameters', reason: 'there is no member of this userid' }
  return { rule: 'visible range', reason: `what was asked for does not exist, or ${name} does not see it` }
}
