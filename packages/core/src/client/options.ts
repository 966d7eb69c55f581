import type { Dispatcher } from 'undici'
import type { WecomEvent, WecomLogger } from '../telemetry/telemetry.ts'
import type { TokenLock, TokenStore } from '../stores/ports.ts'
import type { TokenSource } from '../token/token-source.ts'
import type { WecomLimiter } from './rate-limiter.ts'
import type { RequestOptions, Route, WecomResponse } from '../endpoints/request.ts'

/** A secret, or a function that reads it anew before every gettoken, so that it can be rotated at run time. */
export type WecomSecret = string | (() => string | Promise<string>)

export interface WecomClientOptions {
  /** CorpID (我的企业 → 企业信息). */
  corpId: string
  /** Secret of the app (应用管理 → the app) or of contacts-sync. Not needed with `tokenSource`. */
  secret?: WecomSecret | undefined
  /** AgentId of the app. Leave it out for contacts-sync, which has none. */
  agentId?: number | undefined
  /**
   * Where tokens are kept between processes and restarts; any Keyv is one.
   * @default in memory
   */
  store?: TokenStore | undefined
  /**
   * Lets one process at a time fetch a token; without a `store`, where the others find it, it is not used.
   * @default none: processes sharing a store wait a random moment, read it again and announce a gettoken there that
   * takes its time, which leaves 1 to 3 of them
   */
  lock?: TokenLock | undefined
  /** Where tokens come from instead of gettoken: service-provider tokens or a company's own token service. */
  tokenSource?: TokenSource | undefined
  /**
   * `private` for a WeCom that a company runs itself (私有化部署): the three base URLs may then be http, name containers
   * and have a path. Nothing else changes.
   * @default 'public'
   */
  deployment?: 'public' | 'private' | undefined
  /**
   * Host of the API; private deployments and the simulator set it. https, or http for loopback addresses.
   * @default 'https://qyapi.weixin.qq.com'
   */
  baseUrl?: string | undefined
  /** Host of the in-app OAuth page. @default 'https://open.weixin.qq.com' */
  authorizeBaseUrl?: string | undefined
  /** Host of the web-login page. @default 'https://login.work.weixin.qq.com' */
  loginBaseUrl?: string | undefined
  /**
   * Any undici Dispatcher: ProxyAgent, an Agent with a private CA, MockAgent. It is never closed for you.
   * @default an own Agent; with `NODE_USE_ENV_PROXY=1` one that honours HTTP_PROXY, HTTPS_PROXY and NO_PROXY, as Node's
   * own `fetch` then does
   */
  dispatcher?: Dispatcher | undefined
  /** Milliseconds for one attempt, gettoken included. @default 10_000 */
  timeout?: number | undefined
  /** Milliseconds for a whole call: token, backoff and replays included. @default 30_000 */
  deadline?: number | undefined
  /** How often a failed attempt is repeated; errcode -1 gets one more. @default 2 */
  maxRetries?: number | undefined
  /** Requests under way at once, per client and those made by `with`. @default 64 */
  maxConcurrency?: number | undefined
  /** Bytes of the largest answer that is read. @default 33_554_432 (32 MiB) */
  maxResponseBytes?: number | undefined
  /**
   * How integers above 2^53 arrive, which JavaScript's numbers cannot hold: `'string'` keeps every digit, `'number'`
   * rounds. Smaller ones are numbers either way.
   * @default 'number'
   */
  bigIntegers?: 'number' | 'string' | undefined
  /** A quota limiter shared with other processes. */
  limiter?: WecomLimiter | undefined
  /** Pino-shaped logger. @default silent */
  logger?: WecomLogger | undefined
  /** Called with everything that happens; see {@link WecomEvent}. What it throws is ignored. */
  onEvent?: ((event: WecomEvent) => void) | undefined
  /** Middlewares around every call, outermost first. */
  use?: readonly WecomMiddleware[] | undefined
  /** Wall clock in milliseconds, for tests and simulations. @default Date.now */
  now?: (() => number) | undefined
}

/** A call as middlewares see it: everything but the access_token, which exists only inside the transport. */
export interface MiddlewareRequest {
  readonly route: Route
  readonly options: RequestOptions
}

/**
 * Wraps every call, outermost first, koa-style. It may change the request it passes on, answer without calling
 * `next`, or call `next` again.
 *
 * @example
 * ```ts
 * const timed: WecomMiddleware = async (request, next) => {
 *   const started = performance.now()
 *   try {
 *     return await next(request)
 *   } finally {
 *     histogram.observe({ route: request.route }, performance.now() - started)
 *   }
 * }
 * ```
 */
export type WecomMiddleware = (
  request: MiddlewareRequest,
  next: (request: MiddlewareRequest) => Promise<WecomResponse<unknown>>,
) => Promise<WecomResponse<unknown>>
