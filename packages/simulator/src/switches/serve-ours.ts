import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Simulator } from '../api/simulator.ts'
import { answerConsole } from '../console/answer-console.ts'
import { streamCalls } from '../console/stream-calls.ts'
import { readExchange } from '../http/exchange.ts'
import { sendReply } from '../http/send-reply.ts'
import type { Simulation } from '../simulation/simulation.ts'
import { answerSwitch, switchRoot } from './answer-switch.ts'

/** Serves everything below `/__simulator`: the console, its live stream and the switches. */
export async function serveOurs(
  simulator: Simulator,
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const exchange = await readExchange(request)
  const reading = exchange.method === 'GET'
  if (reading && exchange.path === `${switchRoot}events`) {
    streamCalls(simulation.journal, response)
    return
  }
  const page = reading ? answerConsole(exchange.path) : undefined
  const reply = page ?? (await answerSwitch(simulator, simulation, exchange))
  await sendReply(response, reply, undefined, simulation.timers)
}
