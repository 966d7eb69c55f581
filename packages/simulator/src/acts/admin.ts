import { type AppPatch, appPatchShape } from '../contacts/app-shapes.ts'
import { text } from '../shape/shape.ts'
import type { App, AppKind } from '../world/app.ts'
import { act, type ActsOf } from './act.ts'
import { knownApp } from './known-app.ts'
import { patched } from '../shape/patched.ts'

/** An app of the simulated corp, ready to be given to a client. */
export interface SimulatorApp {
  /** Short and unique: `portal`, `narrow`, `legacy`, `contacts-sync` in the built-in seeds. */
  readonly name: string
  /** Absent for contacts-sync, which has none. */
  readonly agentId?: number
  readonly secret: string
  readonly kind: AppKind
}

/** The admin console of the simulated corp. */
export interface AdminApi {
  /** The apps as they are now, visible ranges and domains included. */
  apps(): App[]
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

/** The acts behind {@link AdminApi}. */
export const adminActs: ActsOf<AdminApi> = {
  apps: act({ http: 'GET apps', input: [], run: ({ world }) => world.apps(), answer: (apps) => ({ apps }) }),
  updateApp: act({
    http: 'PATCH apps/:id',
    input: [text, appPatchShape],
    run(simulation, name, patch) {
      const next = patched(knownApp(simulation, name), patch)
      simulation.world.putApp(next)
      return publicApp(next)
    },
    answer: (app) => ({ app }),
  }),
}

/** What the world outside needs of an app. */
export function publicApp({ agentId, kind, name, secret }: App): SimulatorApp {
  return { name, ...(agentId === undefined ? {} : { agentId }), secret, kind }
}
