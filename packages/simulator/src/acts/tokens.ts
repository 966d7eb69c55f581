import { maybe, object, oneOf, type Shape, text } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { DeadTokenAnswer } from '../world/token-book.ts'
import { act, type ActsOf } from './act.ts'
import { knownApp } from './known-app.ts'

/** Which tokens to kill and how they answer afterwards. */
export interface RevokeOptions {
  /** Name of one app. @default every app */
  app?: string | undefined
  /** @default 40014 */
  answer?: DeadTokenAnswer | undefined
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

const revokeShape: Shape<RevokeOptions> = object<RevokeOptions>({
  app: maybe(text),
  answer: maybe(oneOf(40014, 42001)),
})

/** The acts behind {@link TokensApi}. */
export const tokenActs: ActsOf<TokensApi> = {
  revoke: act({
    http: 'POST tokens/revoke',
    input: [maybe(revokeShape)],
    run(simulation, { answer = 40014, app } = {}) {
      if (app !== undefined) knownApp(simulation, app)
      return simulation.world.tokens.revoke(app, answer)
    },
    answer: (revoked) => ({ revoked }),
  }),
  list: act({ http: 'GET tokens', input: [], run: summarize, answer: (tokens) => ({ tokens }) }),
}

function summarize({ world }: Simulation): TokenSummary[] {
  return world.tokens.list().map((record) => {
    const { appName, expiresAt, issuedAt, revoked, serial } = record
    const dead = revoked === undefined ? 'expired' : 'revoked'
    const status = world.tokens.answerFor(record) === undefined ? 'live' : dead
    return { serial, app: appName, issuedAt, expiresAt, status }
  })
}
