import { type AppPatch, appPatchShape } from '../contacts/app-shapes.ts'
import { parse } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { App } from '../world/app.ts'
import type { SimulatorApp } from './simulator.ts'
import { checkAppName } from './tokens-api.ts'

/** The admin console of the simulated corp. */
export interface AdminApi {
  /**
   * Changes an app: resets its secret (the old one answers 40001), disables it, changes whom it sees or which domains
   * it trusts. A reset brings the seed's app back.
   *
   * @throws TypeError for an unknown app or field.
   * @example
   * ```ts
   * simulator.admin.updateApp('portal', { visible: { departments: [2] } })
   * ```
   */
  updateApp(name: string, patch: AppPatch): SimulatorApp
}

/** Builds the admin part of a simulator. */
export function createAdminApi(simulation: Simulation): AdminApi {
  return {
    updateApp(name, patch) {
      checkAppName(simulation, name)
      const { world } = simulation
      const app = world.app(name)
      if (app === undefined) throw new TypeError(`there is no app "${name}"`)
      const next = { ...app, ...parse(appPatchShape, patch) }
      world.putApp(next)
      return publicApp(next)
    },
  }
}

/** What the world outside needs of an app. */
export function publicApp({ agentId, kind, name, secret }: App): SimulatorApp {
  return { name, ...(agentId === undefined ? {} : { agentId }), secret, kind }
}
