import type { Act } from '../acts/act.ts'
import { switches } from '../acts/acts.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerConsole } from '../console/answer-console.ts'
import { streamCalls } from '../console/stream-calls.ts'
import { BodyTooLargeError, type Exchange, readExchange } from '../http/exchange.ts'
import { refuseForeignPage } from '../http/gatekeeper.ts'
import { jsonReply, refusal, type Reply } from '../http/reply.ts'
import { sendReply } from '../http/send-reply.ts'
import type { Simulation } from '../simulation/simulation.ts'

/** Everything below this belongs to the simulator and not to WeCom. */
const switchRoot = '/__simulator/'

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

/** Answers a switch: always 200 with a JSON object, 400 with `{ error }` for a body or path that makes no sense. */
async function answerSwitch(simulation: Simulation, exchange: Exchange): Promise<Reply> {
  try {
    const { act, id } = find(exchange)
    const request = { id, query: exchange.query, body: readBody(exchange.body) }
    return jsonReply(200, await act.answer(simulation, request))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return jsonReply(400, { error: error.message })
  }
}

function find({ method, path }: Exchange): { act: Act; id: string } {
  const name = path.slice(switchRoot.length)
  const exact = switches.get(`${method} ${name}`)
  if (exact !== undefined) return { act: exact, id: '' }
  const slash = name.lastIndexOf('/')
  const withId = slash === -1 ? undefined : switches.get(`${method} ${name.slice(0, slash)}/:id`)
  if (withId !== undefined) return { act: withId, id: decode(name.slice(slash + 1)) }
  throw new TypeError(`there is no switch ${method} ${path}; GET ${switchRoot} shows them all`)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new TypeError('the path is not properly encoded')
  }
}

function readBody(body: Buffer): unknown {
  if (body.length === 0) return {}
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new TypeError('the body is not JSON')
  }
}
