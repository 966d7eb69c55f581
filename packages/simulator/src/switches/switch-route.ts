import type { Simulator } from '../api/simulator.ts'
import type { Simulation } from '../simulation/simulation.ts'

/** What a switch is given. */
export interface SwitchCall {
  readonly simulator: Simulator
  readonly simulation: Simulation
  /** The JSON body; `{}` when there was none. */
  readonly body: unknown
  readonly query: URLSearchParams
  /** The last part of the path where the route has one. */
  readonly id: string
}

/** One switch: what it answers, as a JSON object. */
export type Switch = (call: SwitchCall) => object | Promise<object>
