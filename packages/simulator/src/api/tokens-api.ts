import { maybe, object, oneOf, parse, type Shape, text } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { DeadTokenAnswer } from '../world/token-book.ts'

/** Which tokens to kill and how they answer afterwards. */
export interface RevokeOptions {
  /** Name of one app. @default every app */
  app?: string
  /** @default 40014 */
  answer?: DeadTokenAnswer
}

/** A token without the token. */
export interface TokenSummary {
  /** Counts from 1 since the last reset. */
  serial: number
  app: string
  /** Simulated milliseconds since 1970. */
  issuedAt: number
  expiresAt: number
  status: 'live' | 'expired' | 'revoked'
}

/** Access tokens. */
export interface TokensApi {
  /**
   * Kills live tokens before their time, as WeCom may; the next gettoken gives another one. Returns how many died.
   *
   * @throws TypeError for an app that does not exist.
   */
  revoke(options?: RevokeOptions): number
  /** How each token stands, oldest first. */
  list(): TokenSummary[]
}

/** Checks a revocation from outside. */
export const revokeShape: Shape<RevokeOptions> = object<RevokeOptions>({
  app: maybe(text),
  answer: maybe(oneOf(40014, 42001)),
})

/** Builds the token part of a simulator. */
export function createTokensApi(simulation: Simulation): TokensApi {
  return {
    revoke(options = {}) {
      const { app, answer = 40014 } = parse(revokeShape, options)
      checkAppName(simulation, app)
      return simulation.world.tokens.revoke(app, answer)
    },
    list: () => summarize(simulation),
  }
}

/** Refuses a name no app has. */
export function checkAppName(simulation: Simulation, name: string | undefined): void {
  if (name === undefined || simulation.world.app(name) !== undefined) return
  const names = simulation.world.apps().map((app) => app.name)
  throw new ShapeError('app', `there is no app "${name}"; there are ${names.join(', ')}`)
}

function summarize({ world }: Simulation): TokenSummary[] {
  return world.tokens.list().map((record) => {
    const { appName, expiresAt, issuedAt, revoked, serial } = record
    const dead = revoked === undefined ? 'expired' : 'revoked'
    const status = world.tokens.answerFor(record) === undefined ? 'live' : dead
    return { serial, app: appName, issuedAt, expiresAt, status }
  })
}
