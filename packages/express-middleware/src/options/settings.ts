import { hash } from 'node:crypto'
import { createWecomClient, type WecomClient } from '@wecom-kit/core'
import { appKey, corpKey, identityOf, isRecord } from '@wecom-kit/core/foundation'
import { asTypeError, optionError } from '../errors/setup-error.ts'
import { createCookies, type CookieAttributes, type SsoCookies } from '../session/cookies.ts'
import { longestTtl, type Lifetimes } from '../session/session.ts'
import { checkBaseUrl, normalHost, type BaseUrl } from './check-base-url.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkCookie, checkCookieName, type CheckedOptions, readSsoOptions } from './option-rows.ts'
import type { WecomSSOOptions } from './options.ts'

/** Which of our routes a path is. */
export type OwnRoute = 'login' | 'callback' | 'logout' | 'me'

/** The options with every default filled in and every mistake found. */
export interface Settings {
  /** What the caller gave: hooks and objects that need no resolving. */
  readonly options: CheckedOptions
  readonly client: WecomClient
  readonly agentId: number
  /**
   * WeCom's host, corp, app and cookie name: every key, seal and store entry is made from it, so that two apps, or the
   * same numbers in two corps, never mix. Instances of one app have the same and share their sessions.
   */
  readonly identity: string
  readonly secrets: readonly string[]
  readonly baseUrl: BaseUrl | undefined
  readonly allowedHosts: readonly string[] | undefined
  readonly required: boolean
  readonly loginPath: string | undefined
  readonly callbackPath: string | undefined
  readonly logoutPath: string | undefined
  /** Our routes by their path in lower case. */
  readonly routes: ReadonlyMap<string, OwnRoute>
  readonly lifetimes: Lifetimes
  readonly attributes: CookieAttributes
  /** Cookies for a request's scheme. */
  readonly cookies: (secure: boolean) => SsoCookies
  readonly sessionStore: WecomSSOOptions['store']
  readonly memo: number
  /** Milliseconds. */
  readonly transactionTtl: number
  readonly transactionMax: number
  readonly now: () => number
}

/** Checks the options once, so that nothing can be wrong at the first request. */
export function resolveSettings(given: WecomSSOOptions): Settings {
  const { options, session, cookie, transaction } = readSsoOptions(given)
  if (options.profile === 'directory' && options.directory === undefined) {
    throw optionError(
      'directory',
      "the directory that profile 'directory' reads, from createDirectory(client)",
      undefined,
    )
  }
  const client = resolveClient(options)
  const agentId = agentIdOf(client)
  const identity = identityOf(client)
  const baseUrl = checkBaseUrl(options.baseUrl)
  const attributes = checkCookie(cookie, baseUrl)
  const name = checkCookieName(session.name, attributes, `wecom_${agentId}_${shortDigest(corpKey(identity))}`)
  const jars = {
    secure: createCookies(name, attributes, true),
    plain: createCookies(name, attributes, false),
  }
  return {
    options,
    client,
    agentId,
    identity: `${appKey(identity)}/${name}`,
    secrets: checkSecrets(options.sessionSecret, baseUrl),
    baseUrl,
    allowedHosts: options.allowedHosts?.flatMap((host) => normalHost(host) ?? []),
    required: options.mode === 'required',
    ...resolveRoutes(options),
    lifetimes: resolveLifetimes(session),
    attributes,
    cookies: (secure) => ((cookie.secure ?? secure) ? jars.secure : jars.plain),
    sessionStore: session.store,
    memo: session.memo === false ? 0 : session.memo,
    transactionTtl: transaction.ttl * 1000,
    transactionMax: transaction.max,
    // Not `Date.now` itself: fake timers put another function in its place.
    now: options.now ?? (() => Date.now()),
  }
}

/** Eight hex digits: apps of two corps on one host have the same number more often than not. */
function shortDigest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 8)
}

function resolveRoutes({ loginPath, callbackPath, logoutPath, mePath }: CheckedOptions) {
  const routes = new Map<string, OwnRoute>()
  const add = (path: string | false, option: string, route: OwnRoute) => {
    if (path === false) return undefined
    const other = routes.get(path.toLowerCase())
    if (other !== undefined) throw optionError(option, `a path of its own: ${other}Path has this one`, path)
    routes.set(path.toLowerCase(), route)
    return path
  }
  return {
    routes,
    loginPath: add(loginPath, 'loginPath', 'login'),
    callbackPath: add(callbackPath, 'callbackPath', 'callback'),
    logoutPath: add(logoutPath, 'logoutPath', 'logout'),
    mePath: add(mePath, 'mePath', 'me'),
  }
}

/** The client that was given, or one made from `corpId`, `agentId` and `secret`. */
function resolveClient({ client, corpId, agentId, secret }: CheckedOptions): WecomClient {
  if (client === undefined) return clientFor(corpId, agentId, secret)
  if (!isRecord(client) || typeof client.auth?.identify !== 'function') {
    throw optionError('client', 'a client from createWecomClient()', client)
  }
  if (corpId === undefined && agentId === undefined && secret === undefined) return client
  throw optionError('client', 'given alone, or corpId, agentId and secret instead of it', 'both')
}

function clientFor(
  corpId: WecomSSOOptions['corpId'],
  agentId: WecomSSOOptions['agentId'],
  secret: WecomSSOOptions['secret'],
): WecomClient {
  if (corpId === undefined) {
    throw optionError('client', 'a client from createWecomClient(), or corpId, agentId and secret', undefined)
  }
  if (agentId === undefined) {
    throw optionError('agentId', 'the AgentId of the app, a whole number (应用管理 → the app)', agentId)
  }
  if (secret === undefined) throw optionError('secret', 'the Secret of the app (应用管理 → the app)', secret)
  return asTypeError(() => createWecomClient({ corpId, agentId, secret }))
}

function agentIdOf(client: WecomClient): number {
  if (client.agentId !== undefined) return client.agentId
  throw optionError(
    'client',
    'a client with an agentId: the contacts-sync secret cannot sign people in',
    client.agentId,
  )
}

function resolveLifetimes({
  idle,
  absolute,
  updateAge,
}: {
  idle: number | false
  absolute: number | false
  updateAge: number
}): Lifetimes {
  const idleMs = idle === false ? undefined : idle * 1000
  return {
    idle: idleMs,
    absolute: absolute === false ? undefined : absolute * 1000,
    // Renewing less often than sessions fall idle would end sessions in use.
    updateAge: Math.min(updateAge * 1000, (idleMs ?? longestTtl) / 2),
  }
}
