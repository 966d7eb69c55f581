import { maybe, object, oneOf, type Shape, text } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import type { Simulation } from '../simulation/simulation.ts'
import { sensitiveFields } from '../world/app.ts'
import type { Visitor } from '../world/code-book.ts'
import { act, type ActsOf } from './act.ts'
import { knownApp } from './known-app.ts'

/** Whose code, for which app. */
export interface IssueCodeOptions {
  /** Name of the app. @default the first one of kind `app` */
  app?: string | undefined
  /** Userid of a member, or of a linked one as `CorpId/userid`, or an outsider's openid. */
  user: string
  /** `snsapi_privateinfo` yields a user_ticket with full consent. @default 'snsapi_base' */
  scope?: 'snsapi_base' | 'snsapi_privateinfo' | undefined
  /** `verify` makes a code of the second-verification page, for auth/get_tfa_info. @default 'login' */
  purpose?: 'login' | 'verify' | undefined
}

/** A code without the code. */
export interface CodeSummary {
  serial: number
  agentId: number | undefined
  /** Userid or openid. */
  user: string
  purpose: 'login' | 'verify'
  expiresAt: number
  status: 'live' | 'used' | 'expired'
}

/** One-time codes. */
export interface CodesApi {
  /** A code as the login page would put it on the redirect_uri. @throws TypeError for an unknown app or person. */
  issue(options: IssueCodeOptions): string
  /** How each code stands, oldest first. */
  list(): CodeSummary[]
}

const issueCodeShape: Shape<IssueCodeOptions> = object<IssueCodeOptions>({
  app: maybe(text),
  user: text,
  scope: maybe(oneOf('snsapi_base', 'snsapi_privateinfo')),
  purpose: maybe(oneOf('login', 'verify')),
})

/** The acts behind {@link CodesApi}. */
export const codeActs: ActsOf<CodesApi> = {
  issue: act({
    http: 'POST codes',
    input: [issueCodeShape],
    run: issue,
    answer: (code) => ({ code }),
  }),
  list: act({ http: 'GET codes', input: [], run: summarize, answer: (codes) => ({ codes }) }),
}

function issue(simulation: Simulation, { app, purpose = 'login', scope, user }: IssueCodeOptions): string {
  const { world } = simulation
  const owner =
    app === undefined ? world.apps().find(({ kind }) => kind === 'app') : knownApp(simulation, app)
  return world.codes.issue({
    visitor: findVisitor(simulation, user),
    // The second-verification page belongs to the corp and not to one app.
    agentId: purpose === 'verify' ? undefined : owner?.agentId,
    host: 'localhost',
    consented: scope === 'snsapi_privateinfo' ? (owner?.sensitiveFields ?? sensitiveFields) : undefined,
    purpose,
  })
}

function findVisitor({ world }: Simulation, user: string): Visitor {
  const member = world.directory.member(user)
  if (member !== undefined) return { kind: 'member', userid: member.userid }
  const linked = world.linkedMember(user)
  if (linked !== undefined) return { kind: 'linked', userid: linked.userid }
  if (world.outsider(user) !== undefined) return { kind: 'outsider', openid: user }
  throw new ShapeError('user', `"${user}" is no member, linked member or outsider of this corp`)
}

function summarize({ world }: Simulation): CodeSummary[] {
  return world.codes.list().map((record) => {
    const { agentId, expiresAt, purpose, serial, used, visitor } = record
    const unused = world.codes.expired(record) ? 'expired' : 'live'
    const user = visitor.kind === 'outsider' ? visitor.openid : visitor.userid
    return { serial, agentId, user, purpose, expiresAt, status: used ? 'used' : unused }
  })
}
