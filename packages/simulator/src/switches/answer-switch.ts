import type { Simulator } from '../api/simulator.ts'
import type { Exchange } from '../http/exchange.ts'
import { jsonReply, type Reply } from '../http/reply.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { Switch, SwitchCall } from './switch-route.ts'
import { switches } from './switches.ts'

/** Everything below this belongs to the simulator and not to WeCom. */
export const switchRoot = '/__simulator/'

/** Answers a switch: always 200 with a JSON object, 400 with `{ error }` for a body or path that makes no sense. */
export async function answerSwitch(
  simulator: Simulator,
  simulation: Simulation,
  exchange: Exchange,
): Promise<Reply> {
  try {
    const { id, run } = find(exchange)
    const call: SwitchCall = {
      simulator,
      simulation,
      id,
      query: exchange.query,
      body: readBody(exchange.body),
    }
    return jsonReply(200, await run(call))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return jsonReply(400, { error: error.message })
  }
}

function find({ method, path }: Exchange): { run: Switch; id: string } {
  const name = path.slice(switchRoot.length)
  const exact = switches.get(`${method} ${name}`)
  if (exact !== undefined) return { run: exact, id: '' }
  const slash = name.indexOf('/')
  const withId = slash === -1 ? undefined : switches.get(`${method} ${name.slice(0, slash)}/:id`)
  if (withId !== undefined) return { run: withId, id: decode(name.slice(slash + 1)) }
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
