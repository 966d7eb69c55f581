import {
  anyText,
  either,
  flag,
  integer,
  listOf,
  maybe,
  object,
  oneOf,
  parse,
  type Shape,
  text,
} from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { App, SensitiveField, VisibleRange } from '../world/app.ts'
import type { SimulatorApp } from './simulator.ts'
import { checkAppName } from './tokens-api.ts'

/** What an admin may change of an app; what is left out stays. */
export type AppPatch = Partial<
  Pick<App, 'secret' | 'enabled' | 'visible' | 'trustedDomains' | 'webLoginDomains' | 'sensitiveFields'>
>

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

const field: Shape<SensitiveField> = oneOf(
  'avatar',
  'gender',
  'mobile',
  'email',
  'biz_mail',
  'qr_code',
  'address',
)
const ids = maybe(listOf(integer(0, 2 ** 32 - 1), 100_000))
const hosts = maybe(listOf(anyText, 1000))

/** Checks a visible range from outside. */
export const visibleShape: Shape<VisibleRange> = either(
  oneOf('all'),
  object<Exclude<VisibleRange, 'all'>>({ departments: ids, users: maybe(listOf(text, 100_000)), tags: ids }),
)

/** Checks an edit of an app from outside. */
export const appPatchShape: Shape<AppPatch> = object<AppPatch>({
  secret: maybe(text),
  enabled: maybe(flag),
  visible: maybe(visibleShape),
  trustedDomains: hosts,
  webLoginDomains: hosts,
  sensitiveFields: maybe(listOf(field, 7)),
})

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
