import { describeUnknownPath } from '../documented/nearest-path.ts'
import { findEndpoint } from '../endpoints/endpoints.ts'
import type { Fault } from '../faults/fault.ts'
import type { Exchange } from '../http/exchange.ts'
import { htmlReply, jsonReply, type Reply } from '../http/reply.ts'
import { answerLoginPage, loginPages } from '../pages/login-page.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { renderRefusal } from '../rules/render-answer.ts'
import { runEndpoint } from '../rules/run-endpoint.ts'
import { isRecord } from '../shape/shape.ts'
import type { PlacedStub } from '../stubs/stubs.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world/world.ts'
import { explainFault } from './explain-fault.ts'

/** What was ordered for this request besides WeCom's own answer. */
export interface Order {
  readonly fault: Fault | undefined
  readonly stub: PlacedStub | undefined
}

/**
 * The answer of WeCom's three hosts, a fault in front of them taken into account.
 *
 * How sure: HTTP 404 for an unknown path by a live probe; its body is empty there and helpful here.
 */
export function answerRequest(world: World, exchange: Exchange, { fault, stub }: Order): Reply {
  const inFront = fault && answerInFront(world, exchange, fault)
  const reply = inFront ?? (stub === undefined ? route(world, exchange) : answerStub(world, exchange, stub))
  return fault === undefined ? reply : spoil(reply, fault)
}

/** A delay alone leaves an answer what it is, with the reason it has. */
function spoil(reply: Reply, fault: Fault): Reply {
  const why = fault.kind === 'delay' ? (reply.why ?? explainFault(fault)) : explainFault(fault)
  return { ...reply, why, body: fault.kind === 'malformed' ? breakJson(reply.body) : reply.body }
}

/** Faults that keep the request from ever reaching WeCom. */
function answerInFront(world: World, exchange: Exchange, fault: Fault): Reply | undefined {
  if (fault.kind === 'errcode') {
    const empty = findEndpoint(exchange.path)?.empty ?? {}
    const refusal = new Refusal(fault.errcode, 'fault', 'ordered', fault.errmsg)
    return renderRefusal(refusal, world.clock.seconds(), exchange.ip, empty)
  }
  if (fault.kind === 'http') return htmlReply(fault.status, gatewayPage(fault.status))
  if (fault.kind === 'answer') {
    return { status: fault.status ?? 200, headers: fault.headers ?? {}, body: Buffer.from(fault.body ?? '') }
  }
  return fault.kind === 'html' ? htmlReply(200, portalPage) : undefined
}

const portalPage =
  '<!doctype html><title>Sign in to the network</title><p>Please accept the terms of this network.</p>\n'

function gatewayPage(status: number): string {
  return `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>\r\n`
}

function route(world: World, exchange: Exchange): Reply {
  const endpoint = findEndpoint(exchange.path)
  if (isPublicOnly(world, exchange.path)) return notFound(`${exchange.path} is not in private deployments`)
  if (endpoint !== undefined) return runEndpoint(world, endpoint, exchange)
  const page = loginPages.get(exchange.path)
  if (page !== undefined) return answerLoginPage(world, page, exchange)
  return notFound(describeUnknownPath(exchange.path))
}

/** Private deployments know the older login path alone, user/getuserinfo. */
function isPublicOnly(world: World, path: string): boolean {
  return world.settings.deployment === 'private' && path.startsWith('/cgi-bin/auth/getuser')
}

function notFound(errmsg: string): Reply {
  return { ...jsonReply(404, { errcode: 404, errmsg }), why: { rule: 'path', reason: errmsg } }
}

/** A stub's answer behind the token, which is checked wherever the documents want one and for unknown APIs. */
function answerStub(world: World, exchange: Exchange, { answer, id, path }: PlacedStub): Reply {
  // No documented rule but that of the token holds for it.
  const free = !path.startsWith('/cgi-bin/') || findEndpoint(path)?.open === true
  const endpoint: Endpoint = free
    ? { path, open: true, answer: () => answer }
    : { path, sameAs: 'stub', kinds: world.apps().map(({ kind }) => kind), answer: () => answer }
  const reply = runEndpoint(world, endpoint, exchange)
  const errcode = Number(answer['errcode'] ?? 0)
  if (reply.errcode !== 0) return reply
  const headers = { ...reply.headers, 'Error-Code': String(errcode) }
  return { ...reply, headers, errcode, why: { rule: 'stub', reason: `stub ${id} answered` } }
}

/** Parameters of a call, those of a JSON body before those of the query, for stubs to look at. */
export function parametersOf({ body, query }: Exchange): Record<string, unknown> {
  return { ...Object.fromEntries(query), ...readJson(body) }
}

function readJson(body: Buffer): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    return isRecord(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

/** Cuts the closing brace off: complete by Content-Length, and not JSON. */
function breakJson(body: Buffer): Buffer {
  return Buffer.concat([body.subarray(0, -1), Buffer.from(',')])
}
