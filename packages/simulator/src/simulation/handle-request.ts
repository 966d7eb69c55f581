import type { IncomingMessage, ServerResponse } from 'node:http'
import { findEndpoint } from '../endpoints/endpoints.ts'
import type { Fault } from '../faults/fault.ts'
import { BodyTooLargeError, type Exchange, readExchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import { sendReply } from '../http/send-reply.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { renderRefusal } from '../rules/render-answer.ts'
import type { Latency } from '../settings/settings.ts'
import type { World } from '../world/world.ts'
import { answerRequest, type Order, parametersOf } from './answer-request.ts'
import { callerName } from './caller-name.ts'
import { explainFault } from './explain-fault.ts'
import type { Simulation } from './simulation.ts'

/**
 * Serves one request to WeCom's hosts: journal, fault, answer, latency, delivery. The answer is decided at arrival and
 * sent later, so a token revoked in between spoils only the calls that arrive after it.
 */
export async function handleRequest(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedAt = performance.now()
  const exchange = await readOrRefuse(request, response)
  if (exchange === undefined) return
  const { world } = simulation
  const entry = simulation.journal.open(world.clock.now(), exchange)
  entry.app = callerName(world, exchange.query)
  const fault = simulation.faults.take(exchange.path)
  entry.fault = fault?.kind ?? null
  if (fault?.kind === 'hang' || fault?.kind === 'reset') Object.assign(entry, explainFault(fault))
  if (fault?.kind === 'hang') return simulation.journal.close(entry)
  if (fault?.kind === 'reset') request.socket.resetAndDestroy()
  else await answerAndSend(simulation, world, exchange, fault, entry, response)
  entry.durationMs = Math.round(performance.now() - startedAt)
  simulation.journal.close(entry)
}

async function readOrRefuse(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Exchange | undefined> {
  try {
    return await readExchange(request)
  } catch (error) {
    if (error instanceof BodyTooLargeError) response.writeHead(413).end()
    return undefined
  }
}

async function answerAndSend(
  simulation: Simulation,
  world: World,
  exchange: Exchange,
  fault: Fault | undefined,
  entry: JournalEntry,
  response: ServerResponse,
): Promise<void> {
  const stub = simulation.stubs.find(exchange.path, () => parametersOf(exchange))
  const reply = await answerInTime(simulation, world, exchange, { fault, stub })
  if (fault?.kind === 'delay') await simulation.timers.wait(fault.ms)
  simulation.journal.answer(entry, reply)
  if (!response.destroyed) await sendReply(response, reply, fault, simulation.timers)
}

/** Holds a place among the calls that run at once for as long as the answer takes. */
async function answerInTime(
  simulation: Simulation,
  world: World,
  exchange: Exchange,
  order: Order,
): Promise<Reply> {
  const endpoint = findEndpoint(exchange.path)
  if (endpoint === undefined) return answerRequest(world, exchange, order)
  const leave = world.concurrency.enter(endpoint.path, limitOf(world, endpoint))
  if (leave === undefined) return refuseBusy(world, exchange)
  try {
    const reply = answerRequest(world, exchange, order)
    await simulation.timers.wait(latencyFor(world.settings.latencyMs, reply.members ?? 0, Math.random))
    return reply
  } finally {
    leave()
  }
}

function limitOf(world: World, endpoint: Endpoint): number {
  const { concurrency } = world.settings
  const own = endpoint.open === true ? undefined : endpoint.concurrency
  return concurrency === 0 ? 0 : Math.min(concurrency, own ?? concurrency)
}

function refuseBusy(world: World, exchange: Exchange): Reply {
  return renderRefusal(
    new Refusal(
      45033,
      'concurrency',
      `more than ${world.settings.concurrency} calls of this API at once: setting concurrency`,
    ),
    world.clock.seconds(),
    exchange.ip,
    findEndpoint(exchange.path)?.empty ?? {},
  )
}

/** Milliseconds to hold an answer back. Members are counted so that lists take longer than single reads. */
function latencyFor(latency: Latency, members: number, random: () => number): number {
  if (typeof latency === 'number') return latency
  if (Array.isArray(latency)) return latency[0] + random() * (latency[1] - latency[0])
  return latency.baseMs + latency.perMemberMs * members
}
