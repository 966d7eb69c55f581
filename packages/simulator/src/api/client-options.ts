import { ShapeError } from '../shape/shape-error.ts'
import type { SimulatorApp } from './simulator.ts'

/** What a client of an app needs to talk to the simulator instead of WeCom; the names are those of `@wecom-kit/core`. */
export interface ClientOptions {
  readonly corpId: string
  /** Absent for contacts-sync, which has none. */
  readonly agentId?: number
  readonly secret: string
  readonly baseUrl: string
  readonly authorizeBaseUrl: string
  readonly loginBaseUrl: string
}

/** The client options of the named app, or of the first one. */
export function clientOptionsOf(
  url: string,
  corpId: string,
  apps: readonly [SimulatorApp, ...SimulatorApp[]],
  name: string | undefined,
): ClientOptions {
  const app = name === undefined ? apps[0] : apps.find((candidate) => candidate.name === name)
  if (app === undefined) {
    throw new ShapeError(
      'app',
      `there is no app "${name}"; there are ${apps.map((one) => one.name).join(', ')}`,
    )
  }
  const { agentId, secret } = app
  const bases = { baseUrl: url, authorizeBaseUrl: url, loginBaseUrl: url }
  return agentId === undefined ? { corpId, secret, ...bases } : { corpId, agentId, secret, ...bases }
}
