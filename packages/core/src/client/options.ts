import type { Dispatcher } from 'undici'
import type { WecomEvent } from '../telemetry/event.ts'
import type { WecomLogger } from '../telemetry/logger.ts'
import type { TokenLock } from '../stores/token-lock.ts'
import type { TokenStore } from '../stores/token-store.ts'
import type { TokenSource } from '../token/token-source.ts'
import type { WecomLimiter } from './limiter.ts'
import type { WecomMiddleware } from './middleware.ts'

/** A secret, or a function that reads it anew before every gettoken, so that it can be rotated at run time. */
export type WecomSecret = string | (() => string | Promise<string>)

/** Options of {@link createWecomClient}. */
export interface WecomClientOptions {
  /** CorpID (我的企业 → 企业信息). */
  corpId: string
  /** Secret of the app (应用管理 → the app) or of contacts-sync. Not needed with `tokenSource`. */
  secret?: WecomSecret
  /** AgentId of the app. Leave it out for contacts-sync, which has none. */
  agentId?: number
  /**
   * Where tokens are kept between processes and restarts; any Keyv is one.
   * @default in memory
   */
  store?: TokenStore
  /**
   * Lets one process at a time fetch a token; without a `store`, where the others find it, it is not used.
   * @default none: processes sharing a store wait a random moment, read it again and announce a gettoken there that
   * takes its time, which leaves 1 to 3 of them
   */
  lock?: TokenLock
  /** Where tokens come from instead of gettoken: service-provider tokens or a company's own token service. */
  tokenSource?: TokenSource
  /**
   * Host of the API; private deployments and the simulator set it. https, or http for loopback addresses.
   * @default 'https://qyapi.weixin.qq.com'
   */
  baseUrl?: string
  /** Host of the in-app OAuth page. @default 'https://open.weixin.qq.com' */
  authorizeBaseUrl?: string
  /** Host of the web-login page. @default 'https://login.work.weixin.qq.com' */
  loginBaseUrl?: string
  /**
   * Any undici Dispatcher: ProxyAgent, an Agent with a private CA, MockAgent. It is never closed for you.
   * @default an own Agent
   */
  dispatcher?: Dispatcher
  /** Milliseconds for one attempt, gettoken included. @default 10_000 */
  timeout?: number
  /** Milliseconds for a whole call: token, backoff and replays included. @default 30_000 */
  deadline?: number
  /** How often a failed attempt is repeated; errcode -1 gets one more. @default 2 */
  maxRetries?: number
  /** Requests under way at once, per client and those made by `with`. @default 64 */
  maxConcurrency?: number
  /** Bytes of the largest answer that is read. @default 33_554_432 (32 MiB) */
  maxResponseBytes?: number
  /** A quota limiter shared with other processes. */
  limiter?: WecomLimiter
  /** Pino-shaped logger. @default silent */
  logger?: WecomLogger
  /** Called with everything that happens; see {@link WecomEvent}. What it throws is ignored. */
  onEvent?: (event: WecomEvent) => void
  /** Middlewares around every call, outermost first. */
  use?: readonly WecomMiddleware[]
  /** Wall clock in milliseconds, for tests and simulations. @default Date.now */
  now?: () => number
}
