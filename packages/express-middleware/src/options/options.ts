import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Directory, WecomClient, WecomLogger, WecomScope, WecomSecret } from '@wecom-kit/core'
import type { readConsented } from '@wecom-kit/core/foundation'
import type { WecomSSOError } from '../errors/sso-error.ts'
import type { Next } from '../http/types.ts'
import type { WecomSessionStore } from '../session/session-store.ts'
import type { WecomUser } from '../user.ts'

/** A path that needs no sign-in under `mode: 'required'`. */
export type PublicPath = string | RegExp | ((request: IncomingMessage) => boolean)

/** What a member may consent to with `scope: 'snsapi_privateinfo'`; absent where WeCom gave nothing. */
export type ConsentedFields = ReturnType<typeof readConsented>

/** Options of `wecomSSO`. Paths are relative to where the middleware is mounted. */
export interface WecomSSOOptions {
  /** The app's client. Instead of it, give `corpId`, `agentId` and `secret`. */
  client?: WecomClient | undefined
  /** CorpID (我的企业 → 企业信息), without `client`. */
  corpId?: string | undefined
  /** AgentId (应用管理 → the app), without `client`. */
  agentId?: number | undefined
  /** Secret of the app, without `client`. */
  secret?: WecomSecret | undefined
  /** At least 32 characters of randomness. With several, the first seals and all open: that is how to rotate. */
  sessionSecret: string | readonly string[]
  /**
   * Public URL of this app, such as `https://oa.example.com` or `https://example.com/oa`. Its host must be the app's
   * trusted domain (可信域名).
   * @default the request's own scheme and Host, if the Host is in `allowedHosts`
   */
  baseUrl?: string | undefined
  /**
   * Hosts (`name` or `name:port`) believed when there is no `baseUrl`.
   * @default loopback names only
   */
  allowedHosts?: readonly string[] | undefined

  /** `required` guards everything but `publicPaths`; `optional` blocks nothing. @default 'optional' */
  mode?: 'optional' | 'required' | undefined
  /**
   * What stays open under `mode: 'required'`: a path with everything below it, a RegExp on the path, or a function.
   * @default []
   */
  publicPaths?: readonly PublicPath[] | undefined
  /**
   * Whether an anonymous request gets 401 JSON (`true`) or the sign-in redirect (`false`); `undefined` leaves it to
   * the built-in rule.
   */
  api?: ((request: IncomingMessage) => boolean | undefined) | undefined
  /**
   * Who may use this instance at all: asked at sign-in, and again once per session and `session.updateAge`, whichever
   * instance of the app signed the member in. Anything but `true` answers 403. @default every member
   */
  authorize?: ((user: WecomUser, request: IncomingMessage) => boolean | Promise<boolean>) | undefined
  /** Lets members of linked (上下游, 互联) corps in, with their `CorpId/userid`. @default false */
  allowLinked?: boolean | undefined
  /** `snsapi_privateinfo` asks the member to consent to more fields, in WeCom's own browser only. @default 'snsapi_base' */
  scope?: WecomScope | undefined
  /** `directory` fills name and departments at sign-in and keeps them fresh for permission checks. @default 'none' */
  profile?: 'none' | 'directory' | undefined
  /** Needed by `profile: 'directory'`. */
  directory?: Directory | undefined

  /** Starts a sign-in; `false` for none. @default '/wecom/login' */
  loginPath?: string | false | undefined
  /** Where WeCom sends the visitor back to; `false` uses the page that was asked for. @default '/wecom/callback' */
  callbackPath?: string | false | undefined
  /** Ends the session; `false` for none. @default '/wecom/logout' */
  logoutPath?: string | false | undefined
  /** Answers who is signed in, as JSON. @default false */
  mePath?: string | false | undefined
  /** Name of the app, for our pages: they show it and lead to its first page. @default none */
  appName?: string | undefined
  /** Origins besides our own that `returnTo` may name, compared exactly; nothing else is trusted to them. @default [] */
  allowedReturnOrigins?: readonly string[] | undefined
  /**
   * Origins besides our own whose pages may sign out, open WebSockets and get JS-SDK signatures, compared exactly.
   * @default []
   */
  trustedOrigins?: readonly string[] | undefined

  /** Cookie, lifetimes and place of sessions. */
  session?: SessionOptions | undefined
  /** Sign-ins under way. */
  transaction?: TransactionOptions | undefined
  /**
   * Shared by several processes: used states and revocations live in it. Any Keyv. Every authenticated request then
   * asks it whether the session was revoked.
   * @default `session.store`, or none
   */
  store?: WecomSessionStore | undefined
  /** Milliseconds for the calls to WeCom in one sign-in. @default 5000 */
  timeout?: number | undefined
  /**
   * Sign-ins under way at once, half of them from one address; more are answered 503. Three tenths talk to WeCom, the rest
   * waits its turn for up to `timeout`.
   * @default 200
   */
  maxInflight?: number | undefined

  /**
   * After a sign-in, before the redirect: the session exists, so `sso.setSessionData` works, and so does `sso.logout`, which
   * undoes it. It may answer the response itself (a page, a redirect); then we do not. What it throws undoes the sign-in
   * and goes to `next`. `consented` is all that the member consented to with
   * `snsapi_privateinfo`; address and QR code are here only, not in the session.
   */
  onLogin?:
    | ((
        user: WecomUser,
        request: IncomingMessage,
        response: ServerResponse,
        consented: ConsentedFields,
      ) => void | Promise<void>)
    | undefined
  /** After a sign-out, at our route or by `sso.logout()`. What it throws goes to `next`; the session has ended all the same. */
  onLogout?: ((user: WecomUser | undefined, request: IncomingMessage) => void | Promise<void>) | undefined
  /**
   * Answers every failure instead of us. What it throws goes to `next`. Failures from 500 on have been logged before.
   * @default our page or JSON below 500, `next(error)` from 500 on
   */
  onError?:
    | ((
        error: WecomSSOError,
        request: IncomingMessage,
        response: ServerResponse,
        next: Next,
      ) => void | Promise<void>)
    | undefined
  /** The app's own revocation list, asked on every authenticated request. */
  isRevoked?: ((user: WecomUser) => boolean | Promise<boolean>) | undefined
  /** Pino-shaped logger. @default the console for failures from 500 on; set-up mistakes are process warnings */
  logger?: WecomLogger | undefined
  /** Milliseconds since 1970, for tests. @default Date.now() */
  now?: (() => number) | undefined
}

/** `session` of the options. Times are in seconds, as in cookies. */
export interface SessionOptions {
  /**
   * Name of the session cookie, without `__Host-` (it is added whenever the browser accepts it). Instances of one app
   * share a session unless their names differ.
   * @default 'wecom_', the AgentId and a digest of corp and WeCom
   */
  name?: string | undefined
  /** Seconds without a request after which a session ends; `false` for never. @default 86_400 (24 h) */
  idle?: number | false | undefined
  /** Seconds after which a session ends in any case; `false` for never. @default 604_800 (7 d) */
  absolute?: number | false | undefined
  /** A session is renewed at most this often, in seconds. @default 3600 */
  updateAge?: number | undefined
  /** Attributes of the cookies. */
  cookie?: CookieOptions | undefined
  /**
   * Keeps sessions on the server: any Keyv, or `expressSessionStore(store)`.
   * @default none: the session travels in the cookie, sealed
   */
  store?: WecomSessionStore | undefined
  /**
   * How many opened cookies are remembered, those used last, about a kilobyte each; `false` for none. Twice the visitors
   * of an hour is best. @default 10_000
   */
  memo?: number | false | undefined
}

/** `session.cookie` of the options. */
export interface CookieOptions {
  /** Shares the cookie with subdomains, and loses the `__Host-` protection. @default none */
  domain?: string | undefined
  /** @default '/' */
  path?: string | undefined
  /** `none` is for pages shown inside another site and needs https. @default 'lax' */
  sameSite?: 'lax' | 'strict' | 'none' | undefined
  /** @default whether `baseUrl` (or the request) is https */
  secure?: boolean | undefined
  /** CHIPS, for `sameSite: 'none'` inside another site. @default false */
  partitioned?: boolean | undefined
}

/** `transaction` of the options: sign-ins that began and have not come back yet. */
export interface TransactionOptions {
  /** Seconds a visitor may take on WeCom's page. @default 600 */
  ttl?: number | undefined
  /** Sign-ins under way per browser; the oldest is dropped. @default 5 */
  max?: number | undefined
}
