import {
  callable,
  flag,
  integer,
  listOf,
  matching,
  oneOf,
  type OptionRow,
  type OptionRows,
  type OptionsOwner,
  readOptions,
  row,
  section,
  withDefault,
  withMethods,
} from '@wecom-kit/core/foundation'
import { stringifySetCookie } from 'cookie'
import { setupError } from '../errors/setup-error.ts'
import type { CookieAttributes } from '../session/cookies.ts'
import { type BaseUrl, isOrigin, normalHost } from './check-base-url.ts'
import type {
  CookieOptions,
  PublicPath,
  SessionOptions,
  TransactionOptions,
  WecomSSOOptions,
} from './options.ts'

/** Timers beyond this fire at once: 24 days as milliseconds, 68 years as seconds. */
const longestTimer = 2_147_483_647

const aboveZero = integer(1, longestTimer)

/** A number of seconds, or `false` for no limit. */
const limit: OptionRow<number | false> = row(
  `${aboveZero.wanted}, or false`,
  (value): value is number | false => value === false || aboveZero.accepts(value),
)

const route: OptionRow<string | false> = row(
  "a path such as '/wecom/login', or false",
  (value): value is string | false =>
    value === false ||
    (typeof value === 'string' &&
      /^\/[A-Za-z0-9\-._~/]*[A-Za-z0-9\-._~]$/.test(value) &&
      !value.includes('//')),
)

const text = (wanted: string, more: object = {}): OptionRow<string> =>
  row(wanted, (value): value is string => typeof value === 'string' && value !== '', more)

/** Checked where it is understood, with a message of its own. */
const anything = <Value>(more: object = {}): OptionRow<Value> =>
  row('given', (value): value is Value => value !== undefined, more)

/** Any Keyv, or a store of express-session in its wrapper. */
export const storeRow = <Store extends object>(): OptionRow<Store> =>
  withMethods(
    'a store with get, set and delete, such as new Keyv(); wrap an express-session store in expressSessionStore()',
    ['get', 'set', 'delete'],
  )

/** A pino-shaped logger: one that cannot log would fail in the middle of a request. */
export const loggerRow = <Logger extends object>(): OptionRow<Logger> =>
  withMethods('a logger with debug, info, warn and error, such as pino() or console', [
    'debug',
    'info',
    'warn',
    'error',
  ])

/** Origins, compared exactly. */
export const originsRow: OptionRow<readonly string[]> = listOf(
  "a list of origins such as 'https://app.example.com', without path",
  isOrigin,
)

const hosts = listOf(
  "a list of hosts such as 'oa.example.com' or 'oa.example.com:8443'",
  (value): value is string => normalHost(value) !== undefined,
)

/** Functions are told apart by nothing but being functions. */
export function functionRow<Value extends (...parameters: never[]) => unknown>(): OptionRow<Value> {
  const { wanted, accepts } = callable<Value>('')
  return { wanted, accepts }
}

const rows = {
  client: anything<NonNullable<WecomSSOOptions['client']>>(),
  corpId: text('the CorpID (我的企业 → 企业信息)', { alias: ['corpid'] }),
  agentId: integer(0, Number.MAX_SAFE_INTEGER, { alias: ['agentid'] }),
  secret: anything<NonNullable<WecomSSOOptions['secret']>>({
    secret: true,
    alias: ['clientSecret', 'corpSecret'],
  }),
  sessionSecret: anything<WecomSSOOptions['sessionSecret']>({
    secret: true,
    alias: ['cookieSecret', 'secrets'],
  }),
  baseUrl: anything<string>({ alias: ['baseURL'] }),
  allowedHosts: hosts,
  mode: withDefault('optional', oneOf(['optional', 'required'])),
  publicPaths: withDefault(
    [],
    listOf<PublicPath>(
      "a list of paths such as '/healthz', RegExps or functions",
      (value): value is PublicPath => value !== undefined,
    ),
  ),
  api: functionRow<NonNullable<WecomSSOOptions['api']>>(),
  authorize: functionRow<NonNullable<WecomSSOOptions['authorize']>>(),
  allowLinked: withDefault(false, flag()),
  scope: withDefault('snsapi_base', oneOf(['snsapi_base', 'snsapi_privateinfo'])),
  profile: withDefault('none', oneOf(['none', 'directory'])),
  directory: withMethods<NonNullable<WecomSSOOptions['directory']>>(
    "the directory that profile 'directory' reads, from createDirectory(client)",
    ['user'],
  ),
  loginPath: withDefault('/wecom/login', route),
  callbackPath: withDefault('/wecom/callback', { ...route, alias: ['redirectUri', 'redirectPath'] }),
  logoutPath: withDefault('/wecom/logout', route),
  mePath: withDefault(false, route),
  appName: text('the name of the app as its people know it'),
  allowedReturnOrigins: withDefault([], originsRow),
  trustedOrigins: withDefault([], originsRow),
  session: withDefault({}, section<SessionOptions>()),
  transaction: withDefault({}, section<TransactionOptions>()),
  store: storeRow<NonNullable<WecomSSOOptions['store']>>(),
  timeout: withDefault(5000, aboveZero),
  maxInflight: withDefault(200, aboveZero),
  onLogin: functionRow<NonNullable<WecomSSOOptions['onLogin']>>(),
  onLogout: functionRow<NonNullable<WecomSSOOptions['onLogout']>>(),
  onError: functionRow<NonNullable<WecomSSOOptions['onError']>>(),
  isRevoked: functionRow<NonNullable<WecomSSOOptions['isRevoked']>>(),
  logger: loggerRow<NonNullable<WecomSSOOptions['logger']>>(),
  now: functionRow<() => number>(),
} satisfies OptionRows<WecomSSOOptions>

const sessionRows = {
  name: matching('a cookie name of 1 to 64 letters, digits, - or _', /^[\w!#$%&'*+.^`|~-]{1,64}$/, {
    alias: ['cookieName'],
  }),
  idle: withDefault(86_400, { ...limit, alias: ['maxAge', 'ttl'] }),
  absolute: withDefault(604_800, limit),
  updateAge: withDefault(3600, aboveZero),
  cookie: withDefault({}, section<CookieOptions>()),
  store: storeRow<NonNullable<SessionOptions['store']>>(),
  memo: withDefault(10_000, limit),
} satisfies OptionRows<SessionOptions>

const transactionRows = {
  ttl: withDefault(600, aboveZero),
  max: withDefault(5, aboveZero),
} satisfies OptionRows<TransactionOptions>

const cookieRows = {
  domain: row(
    "a host name such as 'example.com'",
    (value): value is string => typeof value === 'string' && value !== '' && isWritten({ domain: value }),
  ),
  path: withDefault(
    '/',
    row(
      "a path such as '/'",
      (value): value is string =>
        typeof value === 'string' && /^\/\S*$/.test(value) && isWritten({ path: value }),
    ),
  ),
  sameSite: withDefault('lax', oneOf(['lax', 'strict', 'none'])),
  secure: flag(),
  partitioned: withDefault(false, flag()),
} satisfies OptionRows<CookieOptions>

/** What cannot be written must not be refused only by the first request. */
function isWritten(attributes: { domain: string } | { path: string }): boolean {
  try {
    stringifySetCookie({ name: 'a', value: '', ...attributes })
    return true
  } catch {
    return false
  }
}

/** Options of which some have a default and are there. */
type WithDefaults<Options, Name extends keyof Options> = {
  readonly [Each in keyof Options]-?: Each extends Name ? Exclude<Options[Each], undefined> : Options[Each]
}

/** The options with their defaults, each of the kind its type says. */
export type CheckedOptions = WithDefaults<
  WecomSSOOptions,
  | ('mode' | 'publicPaths' | 'allowLinked' | 'scope' | 'profile' | 'timeout' | 'maxInflight')
  | ('loginPath' | 'callbackPath' | 'logoutPath' | 'mePath' | 'session' | 'transaction')
  | ('allowedReturnOrigins' | 'trustedOrigins')
>

/** Everything that was given to `wecomSSO`, section by section. */
export interface CheckedSections {
  readonly options: CheckedOptions
  readonly session: WithDefaults<SessionOptions, 'idle' | 'absolute' | 'updateAge' | 'cookie' | 'memo'>
  readonly cookie: WithDefaults<CookieOptions, 'path' | 'sameSite' | 'partitioned'>
  readonly transaction: WithDefaults<TransactionOptions, 'ttl' | 'max'>
}

/** Refuses options as this package does. `owner` is the function they were given to. */
export function placeOf(owner: string, name?: string): OptionsOwner {
  const refuse = (message: string) => setupError('WECOM_SETUP_OPTION', message)
  return name === undefined ? { owner, refuse } : { owner, refuse, section: name }
}

/** Checks the options of `wecomSSO` and of their sections. */
export function readSsoOptions(given: WecomSSOOptions): CheckedSections {
  const options = readOptions<WecomSSOOptions, typeof rows>(placeOf('wecomSSO'), rows, given)
  const session = readOptions<SessionOptions, typeof sessionRows>(
    placeOf('wecomSSO', 'session'),
    sessionRows,
    options.session,
  )
  const cookie = readOptions<CookieOptions, typeof cookieRows>(
    placeOf('wecomSSO', 'session.cookie'),
    cookieRows,
    session.cookie,
  )
  const transaction = readOptions<TransactionOptions, typeof transactionRows>(
    placeOf('wecomSSO', 'transaction'),
    transactionRows,
    options.transaction,
  )
  return { options, session, cookie, transaction }
}

interface Cookie extends Omit<CookieAttributes, 'domain'> {
  readonly domain?: string | undefined
  readonly secure?: boolean | undefined
}

/** The attributes of our cookies, checked against each other and against `baseUrl`. */
export function checkCookie(cookie: Cookie, baseUrl: BaseUrl | undefined): CookieAttributes {
  const { domain, path, sameSite, secure, partitioned } = cookie
  if (secure === true && baseUrl?.secure === false) {
    throw setupError(
      'WECOM_SETUP_SECURE_COOKIE_ON_HTTP',
      `wecomSSO: session.cookie.secure is true, but baseUrl ${baseUrl.origin} is plain http: the browser would drop every cookie and signing in would never end. Use an https baseUrl, or leave secure out`,
    )
  }
  if ((sameSite === 'none' || partitioned) && (secure ?? baseUrl?.secure) !== true) {
    throw setupError(
      'WECOM_SETUP_SECURE_COOKIE_ON_HTTP',
      "wecomSSO: session.cookie.sameSite 'none' and partitioned need Secure cookies, and those an https baseUrl",
    )
  }
  return { path, domain, sameSite, partitioned }
}

/** The session cookie's name without `__Host-`. */
export function checkCookieName(
  name: string | undefined,
  attributes: CookieAttributes,
  fallback: string,
): string {
  if (name === undefined) return fallback
  const prefix = /^__(?:Host|Secure|Http|HostHttp)-/i.exec(name)?.[0]
  if (prefix === undefined) return name
  const why =
    attributes.domain === undefined
      ? 'it is added by itself on https with path / and no domain'
      : 'a cookie with a domain cannot have it'
  throw setupError(
    'WECOM_SETUP_COOKIE_PREFIX',
    `wecomSSO: session.name must not begin with ${prefix}: ${why}`,
  )
}
