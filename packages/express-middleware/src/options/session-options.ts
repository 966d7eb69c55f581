import type { WecomSessionStore } from '../session/shared-store.ts'

/** `session` of the options. Times are in seconds, as in cookies. */
export interface SessionOptions {
  /**
   * Name of the session cookie, without `__Host-` (it is added whenever the browser accepts it). Give one when two
   * apps with the same AgentId share a host.
   * @default 'wecom_' and the AgentId
   */
  name?: string
  /** Seconds without a request after which a session ends; `false` for never. @default 86_400 (24 h) */
  idle?: number | false
  /** Seconds after which a session ends in any case; `false` for never. @default 604_800 (7 d) */
  absolute?: number | false
  /** A session is renewed at most this often, in seconds. @default 3600 */
  updateAge?: number
  /** Attributes of the cookies. */
  cookie?: CookieOptions
  /**
   * Keeps sessions on the server: any Keyv, or `expressSessionStore(store)`.
   * @default none: the session travels in the cookie, sealed
   */
  store?: WecomSessionStore
  /** How many opened cookies are remembered; `false` for none. @default 1000 */
  memo?: number | false
}

/** `session.cookie` of the options. */
export interface CookieOptions {
  /** Shares the cookie with subdomains, and loses the `__Host-` protection. @default none */
  domain?: string
  /** @default '/' */
  path?: string
  /** `none` is for pages shown inside another site and needs https. @default 'lax' */
  sameSite?: 'lax' | 'strict' | 'none'
  /** @default whether `baseUrl` (or the request) is https */
  secure?: boolean
  /** CHIPS, for `sameSite: 'none'` inside another site. @default false */
  partitioned?: boolean
}

/** `transaction` of the options: sign-ins that began and have not come back yet. */
export interface TransactionOptions {
  /** Seconds a visitor may take on WeCom's page. @default 600 */
  ttl?: number
  /** Sign-ins under way per browser; the oldest is dropped. @default 5 */
  max?: number
}
