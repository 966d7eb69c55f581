import type { Act } from '../acts/act.ts'
import { switches } from '../acts/acts.ts'
import type { Exchange } from '../http/exchange.ts'
import { jsonReply, type Reply } from '../http/reply.ts'
import type { Simulation } from '../simulation/simulation.ts'

/** Everything below this belongs to the simulator and not to WeCom. */
export const switchRoot = '/__simulator/'

/** Answers a switch: always 200 with a JSON object, 400 with `{ error }` for a body or path that makes no sense. */
export async function answerSwitch(simulation: Simulation, exchange: Exchange): Promise<Reply> {
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
