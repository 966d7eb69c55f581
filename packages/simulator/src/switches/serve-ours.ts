import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerConsole } from '../console/answer-console.ts'
import { streamCalls } from '../console/stream-calls.ts'
import { BodyTooLargeError, type Exchange, readExchange } from '../http/exchange.ts'
import { refuseForeignPage } from '../http/gatekeeper.ts'
import { jsonReply, refusal } from '../http/reply.ts'
import { sendReply } from '../http/send-reply.ts'
import type { Simulation } from '../simulation/simulation.ts'
import { answerSwitch, switchRoot } from './answer-switch.ts'

/** Serves everything below `/__simulator`: the console, its live stream and the switches. */
export async function serveOurs(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const exchange = await readOrRefuse(simulation, request, response)
  if (exchange === undefined) return
  const reading = exchange.method === 'GET'
  // The page itself may be linked from anywhere; what it does is asked for by the page.
  const page = reading ? answerConsole(exchange.path) : undefined
  const foreign = page === undefined ? refuseForeignPage(exchange.headers) : undefined
  if (reading && foreign === undefined && exchange.path === `${switchRoot}events`) {
    streamCalls(simulation, response)
    return
  }
  const reply = page ?? (foreign === undefined ? await answerSwitch(simulation, exchange) : refusal(foreign))
  await sendReply(response, reply, undefined, simulation.timers)
}

/** Undefined when the body was refused, or when the client left before it was there. */
async function readOrRefuse(
  { timers }: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Exchange | undefined> {
  try {
    return await readExchange(request)
  } catch (error) {
    if (error instanceof BodyTooLargeError)
      await sendReply(response, jsonReply(400, { error: error.message }), undefined, timers)
    return undefined
  }
}
