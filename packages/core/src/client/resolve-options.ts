import { Agent, type Dispatcher } from 'undici'
import { WecomConfigError } from '../errors/config-error.ts'
import { longestTimerMs } from './check-call-options.ts'
import type { WecomClientOptions } from './options.ts'

/** Options with every default filled in and every value checked. */
export interface ResolvedOptions extends Omit<WecomClientOptions, 'agentId'> {
  corpId: string
  agentId: number | undefined
  baseUrl: string
  authorizeBaseUrl: string
  loginBaseUrl: string
  dispatcher: Dispatcher
  /** Whether the dispatcher is ours to close. */
  ownsDispatcher: boolean
  timeout: number
  deadline: number
  maxRetries: number
  maxConcurrency: number
  maxResponseBytes: number
  now: () => number
}

const known = new Set([
  'corpId',
  'secret',
  'agentId',
  'store',
  'lock',
  'tokenSource',
  'baseUrl',
  'authorizeBaseUrl',
  'loginBaseUrl',
  'dispatcher',
  'timeout',
  'deadline',
  'maxRetries',
  'maxConcurrency',
  'maxResponseBytes',
  'limiter',
  'logger',
  'onEvent',
  'use',
  'now',
])

/** Checks options once and fills in defaults. What is wrong fails here, at construction, and never later. */
export function resolveOptions(options: WecomClientOptions): ResolvedOptions {
  checkShape(options)
  const { corpId, tokenSource } = options
  if (tokenSource === undefined) checkSecret(options.secret)
  const maxConcurrency = integer(options, 'maxConcurrency', 64, 1)
  return {
    ...options,
    corpId: text(corpId, 'corpId', 'CorpID, under 我的企业 → 企业信息'),
    agentId: checkAgentId(options.agentId),
    baseUrl: origin(options.baseUrl ?? 'https://qyapi.weixin.qq.com', 'baseUrl'),
    authorizeBaseUrl: origin(options.authorizeBaseUrl ?? 'https://open.weixin.qq.com', 'authorizeBaseUrl'),
    loginBaseUrl: origin(options.loginBaseUrl ?? 'https://login.work.weixin.qq.com', 'loginBaseUrl'),
    dispatcher: options.dispatcher ?? ownAgent(maxConcurrency),
    ownsDispatcher: options.dispatcher === undefined,
    timeout: integer(options, 'timeout', 10_000, 1, longestTimerMs),
    deadline: integer(options, 'deadline', 30_000, 1, longestTimerMs),
    maxRetries: integer(options, 'maxRetries', 2, 0),
    maxConcurrency,
    maxResponseBytes: integer(options, 'maxResponseBytes', 32 * 1024 * 1024, 1024),
    now: options.now ?? Date.now,
  }
}

/** An AgentId: WeCom shows a positive integer. Environment variables are text, so digits are named as a usual slip. */
export function checkAgentId(agentId: number | undefined): number | undefined {
  if (agentId === undefined || (Number.isSafeInteger(agentId) && agentId > 0)) return agentId
  throw new WecomConfigError(
    `agentId must be a positive integer such as 1000002, got ${typeof agentId}. From the environment: Number(process.env.WECOM_AGENT_ID)`,
  )
}

/** A secret, or a function that gives one. */
export function checkSecret(secret: WecomClientOptions['secret']): void {
  if (typeof secret === 'function' || (typeof secret === 'string' && secret.trim() !== '')) return
  throw new WecomConfigError(
    `secret must be the app's Secret (应用管理 → the app → Secret) or a function that gives it, got ${secret === '' ? 'an empty string' : typeof secret}`,
  )
}

function checkShape(options: WecomClientOptions): void {
  if (typeof options !== 'object' || options === null) {
    throw new WecomConfigError(`createWecomClient takes an options object, got ${typeof options}`)
  }
  const unknown = Object.keys(options).filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new WecomConfigError(`Unknown option ${unknown.join(', ')}. Known: ${[...known].join(', ')}`)
  }
  methods(options.store, 'store', ['get', 'set', 'delete'], 'new Keyv(…) or createFileStore(path)')
  methods(options.lock, 'lock', ['acquire'], 'createRedisLock(client)')
  methods(options.tokenSource, 'tokenSource', ['fetch'], '{ id, fetch }')
  checkTokenSource(options.tokenSource)
  methods(options.logger, 'logger', ['debug', 'info', 'warn', 'error'], 'pino() or console')
  callable(options.onEvent, 'onEvent', '(event) => …')
  callable(options.now, 'now', 'Date.now')
  checkMiddlewares(options.use)
  methods(options.limiter, 'limiter', ['acquire'], '{ acquire(request, signal) }')
  methods(
    options.dispatcher,
    'dispatcher',
    ['dispatch'],
    "an undici Dispatcher such as new Agent() or new ProxyAgent('…')",
  )
}

/** The id becomes part of store keys and the parameter part of a URL: neither may be missing or odd. */
function checkTokenSource(source: WecomClientOptions['tokenSource']): void {
  if (source === undefined) return
  const { id, parameter = 'access_token' } = source
  if (typeof id === 'string' && /^[\x21-\x7e]{1,200}$/.test(id) && isParameter(parameter)) return
  throw new WecomConfigError(
    'tokenSource needs an id of 1 to 200 printable characters that names the app, and a parameter, if any, of letters and _',
  )
}

function isParameter(parameter: unknown): boolean {
  return typeof parameter === 'string' && /^\w{1,64}$/.test(parameter)
}

function checkMiddlewares(use: unknown): void {
  if (use === undefined || (Array.isArray(use) && use.every((item) => typeof item === 'function'))) return
  throw new WecomConfigError('use must be an array of functions: pass [(request, next) => next(request)]')
}

function callable(value: unknown, name: string, example: string): void {
  if (value === undefined || typeof value === 'function') return
  throw new WecomConfigError(`${name} must be a function, got ${typeof value}: pass ${example}`)
}

function methods(value: unknown, name: string, needed: readonly string[], example: string): void {
  if (value === undefined) return
  const missing =
    typeof value === 'object' && value !== null
      ? needed.filter((method) => typeof Reflect.get(value, method) !== 'function')
      : needed
  if (missing.length > 0) throw new WecomConfigError(`${name} lacks ${missing.join(', ')}: pass ${example}`)
}

function text(value: string, name: string, what: string): string {
  if (typeof value === 'string' && /^[\w-]{1,64}$/.test(value)) return value
  throw new WecomConfigError(
    `${name} must be the ${what}, got ${value === '' ? 'an empty string' : typeof value}`,
  )
}

function integer(
  options: WecomClientOptions,
  name: keyof WecomClientOptions,
  fallback: number,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): number {
  const value = options[name]
  if (value === undefined) return fallback
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value
  throw new WecomConfigError(
    `${name} must be an integer from ${least} to ${most}, got ${typeof value === 'number' ? value : typeof value}`,
  )
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** An https origin. Plain http would send the secret in the clear, so only loopback addresses may use it. */
function origin(value: string, name: string): string {
  const url = URL.parse(value)
  const bare =
    url !== null &&
    `${url.username}${url.password}${url.search}` === '' &&
    url.hash === '' &&
    url.pathname === '/'
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname))
  if (url !== null && bare && safe) return url.origin
  // The value itself may hold credentials.
  const problem = url === null ? 'not a URL' : safe ? 'more than an origin' : 'not https'
  throw new WecomConfigError(
    `${name} must be an https origin such as https://qyapi.weixin.qq.com (http only for loopback), without path, query or credentials; this one is ${problem}`,
  )
}

/** Timeouts are ours, per attempt and per call, so undici's coarser ones are off. */
function ownAgent(connections: number): Agent {
  return new Agent({ connections, headersTimeout: 0, bodyTimeout: 0 })
}
