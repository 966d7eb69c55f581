import type { WecomClient, WecomScope } from '@wecom-kit/core'
import { createCookies, type CookieAttributes, type SsoCookies } from '../session/cookies.ts'
import { longestTtl, type Lifetimes } from '../session/session.ts'
import { checkBaseUrl, checkOrigin, type BaseUrl } from './check-base-url.ts'
import { checkCookie, checkCookieName } from './check-cookie.ts'
import { optionError } from '../errors/option-error.ts'
import { checkFlag, checkFunction, checkList, checkLogger, checkMethods } from './check-option.ts'
import { checkStore, oneOf, positiveInteger } from './check-option.ts'
import { checkRoute } from './check-paths.ts'
import { checkSecrets } from './check-secrets.ts'
import type { WecomSSOOptions } from './options.ts'
import { resolveClient } from './resolve-client.ts'

/** The options with every default filled in and every mistake found. */
export interface SsoConfig {
  /** What the caller gave: hooks and objects that need no resolving. */
  readonly options: WecomSSOOptions
  readonly client: WecomClient
  readonly agentId: number
  /** Corp, app and cookie name: keys and store entries of two instances never mix. */
  readonly instance: string
  readonly secrets: readonly string[]
  readonly baseUrl: BaseUrl | undefined
  readonly allowedHosts: readonly string[] | undefined
  readonly required: boolean
  readonly scope: WecomScope
  readonly loginPath: string | undefined
  readonly callbackPath: string | undefined
  readonly logoutPath: string | undefined
  readonly mePath: string | undefined
  readonly returnOrigins: readonly string[]
  readonly lifetimes: Lifetimes
  readonly attributes: CookieAttributes
  /** Cookies for a request's scheme. */
  readonly cookies: (secure: boolean) => SsoCookies
  readonly memoSize: number
  readonly transactionTtl: number
  readonly transactionMax: number
  readonly timeout: number
  readonly maxInflight: number
  readonly now: () => number
}

/** Checks the options once, so that nothing can be wrong at the first request. */
export function resolveOptions(options: WecomSSOOptions): SsoConfig {
  const { session = {}, transaction = {}, now = Date.now } = options
  checkHooks(options)
  checkFlag(options.allowLinked, 'allowLinked')
  const client = resolveClient(options)
  const baseUrl = checkBaseUrl(options.baseUrl)
  const attributes = checkCookie(session.cookie, baseUrl)
  const agentId = agentIdOf(client)
  const name = checkCookieName(session.name, attributes, `wecom_${agentId}`)
  const secureOption = session.cookie?.secure
  const jars = {
    secure: createCookies(name, attributes, true),
    plain: createCookies(name, attributes, false),
  }
  return {
    options,
    client,
    agentId,
    instance: `${client.corpId}/${agentId}/${name}`,
    secrets: checkSecrets(options.sessionSecret, baseUrl),
    baseUrl,
    allowedHosts: checkHosts(options.allowedHosts),
    required: oneOf(options.mode, 'mode', ['optional', 'required'], 'optional') === 'required',
    scope: oneOf(options.scope, 'scope', ['snsapi_base', 'snsapi_privateinfo'], 'snsapi_base'),
    ...resolveRoutes(options),
    returnOrigins: checkList(options.allowedReturnOrigins, 'allowedReturnOrigins', 'a list of origins').map(
      (origin) => checkOrigin(origin, 'allowedReturnOrigins'),
    ),
    lifetimes: resolveLifetimes(session),
    attributes,
    cookies: (secure) => ((secureOption ?? secure) ? jars.secure : jars.plain),
    memoSize: session.memo === false ? 0 : positiveInteger(session.memo, 'session.memo', 1000),
    transactionTtl: positiveInteger(transaction.ttl, 'transaction.ttl', 600) * 1000,
    transactionMax: positiveInteger(transaction.max, 'transaction.max', 5),
    timeout: positiveInteger(options.timeout, 'timeout', 5000),
    maxInflight: positiveInteger(options.maxInflight, 'maxInflight', 200),
    now,
  }
}

function resolveRoutes(
  options: WecomSSOOptions,
): Pick<SsoConfig, 'loginPath' | 'callbackPath' | 'logoutPath' | 'mePath'> {
  const routes = {
    loginPath: checkRoute(options.loginPath, 'loginPath', '/wecom/login'),
    callbackPath: checkRoute(options.callbackPath, 'callbackPath', '/wecom/callback'),
    logoutPath: checkRoute(options.logoutPath, 'logoutPath', '/wecom/logout'),
    mePath: checkRoute(options.mePath, 'mePath', false),
  }
  const names = new Map<string, string>()
  for (const [name, path] of Object.entries(routes)) {
    const other = path === undefined ? undefined : names.get(path)
    if (other !== undefined) throw optionError(name, `a path of its own: ${other} has this one`, path)
    if (path !== undefined) names.set(path, name)
  }
  return routes
}

function checkHooks(options: WecomSSOOptions): void {
  for (const name of ['api', 'authorize', 'onLogin', 'onLogout', 'onError', 'isRevoked', 'now'] as const) {
    checkFunction(options[name], name)
  }
  checkStore(options.store, 'store')
  checkStore(options.session?.store, 'session.store')
  checkLogger(options.logger)
  const expected = "the directory that profile 'directory' reads, from createDirectory(client)"
  checkMethods(options.directory, 'directory', ['user'], expected)
  const profile = oneOf(options.profile, 'profile', ['none', 'directory'], 'none')
  if (profile === 'directory' && options.directory === undefined) {
    throw optionError('directory', expected, options.directory)
  }
}

function agentIdOf(client: WecomClient): number {
  if (client.agentId !== undefined) return client.agentId
  throw optionError(
    'client',
    'a client with an agentId: the contacts-sync secret cannot sign people in',
    client.agentId,
  )
}

function checkHosts(hosts: readonly string[] | undefined): readonly string[] | undefined {
  if (hosts === undefined) return undefined
  return checkList(hosts, 'allowedHosts', 'a list of hosts').map((host) => {
    if (typeof host === 'string' && /^[a-z0-9.-]+(?::\d+)?$/i.test(host)) return host.toLowerCase()
    throw optionError(
      'allowedHosts',
      "a list of hosts such as 'oa.example.com' or 'oa.example.com:8443'",
      host,
    )
  })
}

function resolveLifetimes(session: NonNullable<WecomSSOOptions['session']>): Lifetimes {
  const limit = (value: number | false | undefined, option: string, fallback: number) =>
    value === false ? undefined : positiveInteger(value, option, fallback) * 1000
  const updateAge = positiveInteger(session.updateAge, 'session.updateAge', 3600) * 1000
  const idle = limit(session.idle, 'session.idle', 86_400)
  return {
    idle,
    absolute: limit(session.absolute, 'session.absolute', 604_800),
    // Renewing less often than sessions fall idle would end sessions in use.
    updateAge: Math.min(updateAge, (idle ?? longestTtl) / 2),
  }
}
