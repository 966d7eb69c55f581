import { tokenParameter } from '../wecom/secrets.ts'
import type { Dispatcher } from 'undici'
import { ownedBy, wrongOption } from '../options/config-option.ts'
import { isRecord } from '../internal/is-record.ts'
import {
  callable,
  integer,
  listOf,
  milliseconds,
  oneOf,
  row,
  withDefault,
  withMethods,
  type OptionRow,
  type OptionRows,
} from '../options/option-row.ts'
import { readOptions, type OptionsOwner, type ReadOptions } from '../options/read-options.ts'
import type { WecomEvent } from '../telemetry/telemetry.ts'
import { isCorpId } from '../wecom/ids.ts'
import { hostConnections, ownConnections, type Connections } from './connections.ts'
import type { WecomClientOptions, WecomSecret } from './options.ts'
import type { AppCredentials } from './wecom-client.ts'
import { isLoopback } from '../internal/is-loopback.ts'

const anyBaseUrl = row(wantedBaseUrl(false), (value): value is string => typeof value === 'string', {
  secret: true,
})

/** A secret, or a function that gives one. */
const secret: OptionRow<WecomSecret> = row(
  "the app's Secret, or a function that gives it",
  (value): value is WecomSecret =>
    typeof value === 'function' || (typeof value === 'string' && value.trim() !== ''),
  {
    secret: true,
    alias: ['corpsecret', 'corpSecret', 'appSecret'],
    how: 'It stands under 应用管理 → the app → Secret, for contacts-sync under 管理工具 → 通讯录同步',
  },
)

/** Environment variables are text, so digits are named as a usual slip. */
const agentId = integer(1, undefined, {
  alias: ['agentid'],
  how: 'From the environment: Number(process.env.WECOM_AGENT_ID)',
})

type Defaulted =
  | 'deployment'
  | 'baseUrl'
  | 'authorizeBaseUrl'
  | 'loginBaseUrl'
  | 'timeout'
  | 'deadline'
  | 'maxRetries'
  | 'maxConcurrency'
  | 'maxResponseBytes'
  | 'bigIntegers'
  | 'now'

type Rows = OptionRows<WecomClientOptions, Defaulted>

const rows: Rows = {
  corpId: row('the CorpID', (value): value is string => typeof value === 'string' && isCorpId(value), {
    required: true,
    // People mix up the two fields they copy.
    secret: true,
    alias: ['corpid'],
    how: 'It stands under 我的企业 → 企业信息',
  }),
  secret,
  agentId,
  store: withMethods('a store', ['get', 'set', 'delete'], {
    how: 'Pass new Keyv(…) or createFileStore(path)',
  }),
  lock: withMethods('a lock', ['acquire'], { how: 'Pass createRedisLock(client) or createFileLock(folder)' }),
  tokenSource: row('an object with id and fetch, and a parameter of letters and _, if any', isTokenSource, {
    how: 'Its id names the app in 1 to 200 printable characters',
  }),
  deployment: withDefault('public', oneOf(['public', 'private'])),
  baseUrl: withDefault('https://qyapi.weixin.qq.com', anyBaseUrl),
  authorizeBaseUrl: withDefault('https://open.weixin.qq.com', anyBaseUrl),
  loginBaseUrl: withDefault('https://login.work.weixin.qq.com', anyBaseUrl),
  dispatcher: withMethods<Dispatcher>('an undici Dispatcher', ['dispatch'], {
    how: "Pass new Agent() or new ProxyAgent('…')",
  }),
  timeout: withDefault(10_000, milliseconds()),
  deadline: withDefault(30_000, milliseconds()),
  maxRetries: withDefault(2, integer(0, undefined, { alias: ['retries'] })),
  maxConcurrency: withDefault(64, integer(1)),
  maxResponseBytes: withDefault(32 * 1024 * 1024, integer(1024)),
  bigIntegers: withDefault('number', oneOf(['number', 'string'])),
  limiter: withMethods('a limiter', ['acquire'], { how: 'Pass { acquire(request, signal) }' }),
  logger: withMethods('a logger', ['debug', 'info', 'warn', 'error'], { how: 'Pass pino() or console' }),
  onEvent: callable<(event: WecomEvent) => void>('(event) => …'),
  use: listOf('an array of functions', isFunction, { how: 'Pass [(request, next) => next(request)]' }),
  now: withDefault(
    // Asked each time: fake timers replace Date.now after this module was read.
    () => Date.now(),
    callable<() => number>('Date.now'),
  ),
}

/** Options with every default filled in and every value checked. */
export interface ResolvedOptions extends Omit<ReadOptions<WecomClientOptions, Rows>, 'dispatcher'> {
  readonly connections: Connections
}

const place: OptionsOwner = ownedBy('createWecomClient')

/** Checks options once and fills in defaults. What is wrong fails here, at construction, and never later. */
export function resolveOptions(options: WecomClientOptions): ResolvedOptions {
  // Without a token source of one's own, tokens come from the secret.
  const needsSecret = isRecord(options) && options.tokenSource === undefined
  const read = readOptions<WecomClientOptions, Rows>(
    place,
    { ...rows, secret: { ...secret, required: needsSecret } },
    options,
  )
  const { dispatcher, ...rest } = read
  const isPrivate = read.deployment === 'private'
  const checked = (name: 'baseUrl' | 'authorizeBaseUrl' | 'loginBaseUrl'): string =>
    baseUrlOf(read[name], isPrivate) ?? refuseBaseUrl(name, isPrivate)
  return {
    ...rest,
    baseUrl: checked('baseUrl'),
    authorizeBaseUrl: checked('authorizeBaseUrl'),
    loginBaseUrl: checked('loginBaseUrl'),
    connections: dispatcher === undefined ? ownConnections(read.maxConcurrency) : hostConnections(dispatcher),
  }
}

const credentialRows: OptionRows<AppCredentials> = { secret: { ...secret, required: true }, agentId }

const otherApp: OptionsOwner = ownedBy('client.with')

/** Checks what `with` is given. Everything but the app's own comes from the client, so another name is a mistake. */
export function checkCredentials(credentials: AppCredentials): void {
  readOptions<AppCredentials, typeof credentialRows>(otherApp, credentialRows, credentials)
}

/** The value itself may hold credentials and is not shown. */
function refuseBaseUrl(option: string, isPrivate: boolean): never {
  throw wrongOption({ owner: place.owner, option, wanted: wantedBaseUrl(isPrivate), came: 'another URL' })
}

/** The id becomes part of store keys and the parameter part of a URL: neither may be missing or odd. */
function isTokenSource(value: unknown): value is NonNullable<WecomClientOptions['tokenSource']> {
  if (!isRecord(value) || typeof value['fetch'] !== 'function') return false
  const { id, parameter = tokenParameter } = value
  const isParameter = typeof parameter === 'string' && /^\w{1,64}$/.test(parameter)
  return typeof id === 'string' && /^[\x21-\x7e]{1,200}$/.test(id) && isParameter
}

function isFunction(value: unknown): value is NonNullable<WecomClientOptions['use']>[number] {
  return typeof value === 'function'
}

/**
 * A base URL without a slash at its end; undefined when it may not be one. Plain http would send the secret in the
 * clear, so it is for loopback and, where the operator says that this is a private deployment, for networks and
 * container names of one's own; only those have a path, that of a gateway in front.
 */
function baseUrlOf(value: string, isPrivate: boolean): string | undefined {
  const url = URL.parse(value)
  if (url === null || `${url.username}${url.password}${url.search}${url.hash}` !== '') return undefined
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && (isPrivate || isLoopback(url.hostname)))
  if (!isSafe || (url.pathname !== '/' && !isPrivate)) return undefined
  return url.origin + url.pathname.replace(/\/+$/, '')
}

/** What {@link baseUrlOf} takes, in words. */
function wantedBaseUrl(isPrivate: boolean): string {
  return isPrivate
    ? 'an http or https URL such as http://wecom-gateway:8080/api, without query or credentials'
    : "an https origin such as https://qyapi.weixin.qq.com (http only for loopback), without path, query or credentials. For a private deployment (私有化部署) add deployment: 'private', which allows http and a path"
}

/** A base URL taken apart as undici wants it. */
export function splitBaseUrl(baseUrl: string): { origin: string; path: string } {
  const { origin, pathname } = new URL(baseUrl)
  return { origin, path: pathname === '/' ? '' : pathname }
}
