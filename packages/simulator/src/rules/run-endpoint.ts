import { type DocumentedRoute, documentedRoute } from '../documented/documented-routes.ts'
import { checkQuery, readBody } from '../documented/read-parameters.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import { isRecord } from '../shape/shape.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world/world.ts'
import type { Answer, Call } from './call.ts'
import type { Endpoint, TokenEndpoint } from './endpoint.ts'
import { renderAnswer, renderRefusal } from './render-answer.ts'
import { checkSecretKind } from './secret-kind-rule.ts'
import { checkToken } from './token-rule.ts'
import { checkTrustedIp } from './trusted-ip-rule.ts'

/**
 * Runs one API call through the rules, in this order: token → secret kind → trusted IP → frequency → method →
 * parameters → what the endpoint itself asks, such as the visible range.
 *
 * How sure: token before parameters is proven by live probes; the rest of the order is our choice.
 */
export function runEndpoint(world: World, endpoint: Endpoint, exchange: Exchange): Reply {
  const body = parseBody(exchange)
  const warning = body === undefined ? '. Warning: wrong json format. ' : ''
  try {
    if (endpoint.open === true) return renderAnswer(endpoint.answer(world, exchange, body ?? {}), '')
    const app = checkToken(world, exchange.query)
    const call: Call = { world, exchange, app, visibility: world.visibility(app), body: body ?? {} }
    const answer = answerCall(call, endpoint)
    return isReply(answer) ? answer : renderAnswer(answer, warning)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return renderRefusal(error, world.clock.seconds(), exchange.ip, endpoint.empty ?? {}, warning)
  }
}

/** The JSON body; `{}` when there is none; undefined when it does not parse, which WeCom only warns about. */
function parseBody(exchange: Exchange): Record<string, unknown> | undefined {
  const isJson = exchange.headers['content-type']?.startsWith('multipart/') !== true
  if (exchange.body.length === 0 || !isJson) return {}
  try {
    const parsed: unknown = JSON.parse(exchange.body.toString('utf8'))
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function answerCall(call: Call, endpoint: TokenEndpoint): Answer | Reply {
  const { app, exchange, world } = call
  const route = documentedRoute(endpoint.sameAs ?? endpoint.path)
  checkSecretKind(app, endpoint, route, world.settings)
  checkTrustedIp(exchange.ip, world.settings, app)
  checkFrequency(call, endpoint)
  return endpoint.answer(route === undefined ? call : checkParameters(call, route))
}

function checkParameters(call: Call, route: DocumentedRoute): Call {
  const { exchange } = call
  // The error table names "GET used for a POST API" under 40058; a POST with everything in the query is served.
  if (route.method === 'POST' && exchange.method === 'GET' && !route.eitherMethod)
    throw new Refusal(40058, 'parameters', 'this path is POST, and GET came')
  checkQuery(route, exchange.query)
  return { ...call, body: route.upload ? call.body : readBody(route, call.body) }
}

/** Documented for `debug=1`: five calls per minute and API. */
const debugCallsPerMinute = 5

function checkFrequency(call: Call, endpoint: TokenEndpoint): void {
  const { world, exchange } = call
  if (exchange.query.get('debug') === '1')
    world.limits.hit(`debug ${endpoint.path}`, debugCallsPerMinute, 60_000)
  if (endpoint.exempt?.(call) === true) return
  world.limits.count(endpoint.path, exchange.ip, world.settings.rateLimit)
}

function isReply(answer: Answer | Reply): answer is Reply {
  return 'status' in answer && 'headers' in answer && 'body' in answer
}
