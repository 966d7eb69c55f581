import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Directory, WecomClient, WecomLogger, WecomScope, WecomSecret } from '@wecom-kit/core'
import type { WecomSSOError } from '../errors/sso-error.ts'
import type { Next } from '../http/types.ts'
import type { WecomSessionStore } from '../session/shared-store.ts'
import type { WecomUser } from '../user/wecom-user.ts'
import type { CookieOptions, SessionOptions, TransactionOptions } from './session-options.ts'

export type { CookieOptions, SessionOptions, TransactionOptions }

/** A path that needs no sign-in under `mode: 'required'`. */
export type PublicPath = string | RegExp | ((request: IncomingMessage) => boolean)

/** Options of `wecomSSO`. Paths are relative to where the middleware is mounted. */
export interface WecomSSOOptions {
  /** The app's client. Instead of it, give `corpId`, `agentId` and `secret`. */
  client?: WecomClient
  /** CorpID (我的企业 → 企业信息), without `client`. */
  corpId?: string
  /** AgentId (应用管理 → the app), without `client`. */
  agentId?: number
  /** Secret of the app, without `client`. */
  secret?: WecomSecret
  /** At least 32 characters of randomness. With several, the first seals and all open: that is how to rotate. */
  sessionSecret: string | readonly string[]
  /**
   * Public URL of this app, such as `https://oa.example.com` or `https://example.com/oa`. Its host must be the app's
   * trusted domain (可信域名).
   * @default the request's own scheme and Host, if the Host is in `allowedHosts`
   */
  baseUrl?: string
  /**
   * Hosts (`name` or `name:port`) believed when there is no `baseUrl`.
   * @default loopback names only
   */
  allowedHosts?: readonly string[]

  /** `required` guards everything but `publicPaths`; `optional` blocks nothing. @default 'optional' */
  mode?: 'optional' | 'required'
  /**
   * What stays open under `mode: 'required'`: a path with everything below it, a RegExp on the path, or a function.
   * @default []
   */
  publicPaths?: readonly PublicPath[]
  /**
   * Whether an anonymous request gets 401 JSON (`true`) or the sign-in redirect (`false`); `undefined` leaves it to
   * the built-in rule.
   */
  api?: (request: IncomingMessage) => boolean | undefined
  /** Who may sign in at all; `false` answers 403. @default every member */
  authorize?: (user: WecomUser, request: IncomingMessage) => boolean | Promise<boolean>
  /** Lets members of linked (上下游, 互联) corps in, with their `CorpId/userid`. @default false */
  allowLinked?: boolean
  /** `snsapi_privateinfo` asks the member to consent to more fields, in WeCom's own browser only. @default 'snsapi_base' */
  scope?: WecomScope
  /** `directory` fills name and departments at sign-in and keeps them fresh for permission checks. @default 'none' */
  profile?: 'none' | 'directory'
  /** Needed by `profile: 'directory'`. */
  directory?: Directory

  /** Starts a sign-in; `false` for none. @default '/wecom/login' */
  loginPath?: string | false
  /** Where WeCom sends the visitor back to; `false` uses the page that was asked for. @default '/wecom/callback' */
  callbackPath?: string | false
  /** Ends the session; `false` for none. @default '/wecom/logout' */
  logoutPath?: string | false
  /** Answers who is signed in, as JSON. @default false */
  mePath?: string | false
  /** Origins besides our own that `returnTo` may name, compared exactly. @default [] */
  allowedReturnOrigins?: readonly string[]

  /** Cookie, lifetimes and place of sessions. */
  session?: SessionOptions
  /** Sign-ins under way. */
  transaction?: TransactionOptions
  /**
   * Shared by several processes: used states and revocations live in it. Any Keyv. Every authenticated request then
   * asks it whether the session was revoked.
   * @default `session.store`, or none
   */
  store?: WecomSessionStore
  /** Milliseconds for the calls to WeCom in one sign-in. @default 5000 */
  timeout?: number
  /** Sign-ins talking to WeCom at once; more are answered 503. @default 200 */
  maxInflight?: number

  /** After a sign-in, before the redirect. What it throws goes to `next`. */
  onLogin?: (user: WecomUser, request: IncomingMessage, response: ServerResponse) => void | Promise<void>
  /** After a sign-out, at our route or by `sso.logout()`. */
  onLogout?: (user: WecomUser | undefined, request: IncomingMessage) => void | Promise<void>
  /**
   * Answers every failure instead of us.
   * @default our page or JSON below 500, `next(error)` from 500 on
   */
  onError?: (
    error: WecomSSOError,
    request: IncomingMessage,
    response: ServerResponse,
    next: Next,
  ) => void | Promise<void>
  /** The app's own revocation list, asked on every authenticated request. */
  isRevoked?: (user: WecomUser) => boolean | Promise<boolean>
  /** Pino-shaped logger. @default silent; set-up mistakes are process warnings */
  logger?: WecomLogger
  /** Milliseconds since 1970, for tests. @default Date.now */
  now?: () => number
}
