import type { IncomingMessage } from 'node:http'
import {
  flag,
  type OptionRows,
  readOptions,
  type ReadOptions,
  sameUser,
  withDefault,
} from '@wecom-kit/core/foundation'
import { nothingThrown, report } from '../../errors/report.ts'
import { isWecomSSOError, WecomSSOError } from '../../errors/sso-error.ts'
import { memberOf } from '../../guard/require-wecom-user.ts'
import { isPrefetch, isSubresource } from '../../http/classify-request.ts'
import { handler } from '../../http/handler.ts'
import { queryText, requestTarget } from '../../http/read-request.ts'
import type { Next, SsoHandler, SsoRequest } from '../../http/types.ts'
import { isTrue } from '../../internal/maybe-promise.ts'
import { beginLogin } from '../../login/begin-login.ts'
import { modeOf } from '../../login/login-route.ts'
import { functionRow, originsRow, placeOf } from '../../options/option-rows.ts'
import type { WecomSSO } from '../../sso/members.ts'
import type { WecomUser } from '../../user.ts'
import { instanceOf } from '../../visit/instance.ts'
import { logFailure } from '../../visit/problem.ts'
import { identify, type Visit, visitAt } from '../../visit/visit.ts'
import { applyCors, sendApiFailure, sendData } from './answer.ts'
import { answerUserInfo } from './user-info.ts'

export interface ApiRouterOptions {
  /**
   * What `verify/:userId` answers: whether `userId` may use the app, asked by `caller`, who is signed in.
   * @default only yourself
   */
  permission?:
    | ((userId: string, caller: WecomUser, request: IncomingMessage) => boolean | Promise<boolean>)
    | undefined
  /** Other origins whose pages may call this, with cookies. @default [] */
  origins?: readonly string[] | undefined
  /**
   * Takes a code without state in getUserInfo, as older front ends send it. Anybody can then sign a visitor in as
   * somebody else (login CSRF).
   * @default false
   * @deprecated let the front end use loginUrl
   */
  dangerouslyAllowStateless?: boolean | undefined
}

const rows = {
  permission: withDefault(isSelf, functionRow<NonNullable<ApiRouterOptions['permission']>>()),
  origins: withDefault([], originsRow),
  dangerouslyAllowStateless: withDefault(false, flag()),
} satisfies OptionRows<ApiRouterOptions>

/**
 * A REST face for front ends: `GET /api/wecom/loginUrl`, `POST /api/wecom/getUserInfo` with `{ code, state }` and
 * `GET /api/wecom/verify/:userId`, answering `{ code, message, data }`. A middleware that is mounted at a path goes with a
 * router below that path, unless every `loginUrl` is asked for with a `redirectUri`.
 *
 * @throws TypeError for wrong options
 * @example
 * ```ts
 * app.use('/api/wecom', wecomApiRouter(sso, { permission: (userId) => allowed.has(userId) }))
 * ```
 */
export function wecomApiRouter(sso: WecomSSO, options: ApiRouterOptions = {}): SsoHandler {
  const instance = instanceOf(sso, 'wecomApiRouter')
  const settings = readOptions<ApiRouterOptions, typeof rows>(placeOf('wecomApiRouter'), rows, options)
  return handler('wecomApiRouter', (request, response, next) => {
    const endpoint = endpointOf(request)
    if (endpoint === undefined) {
      next()
      return undefined
    }
    return run(visitAt(instance, request, response), endpoint, next, settings)
  })
}

async function run(
  visit: Visit,
  endpoint: string,
  next: Next,
  settings: ReadOptions<ApiRouterOptions, typeof rows>,
): Promise<void> {
  try {
    // Before anything can fail: a page that may call us must be able to read why.
    if (applyCors(visit, settings.origins)) return
    await identify(visit)
    const name = endpoint.toLowerCase()
    checkMethod(visit, name === 'getuserinfo' ? 'POST' : 'GET')
    if (name === 'loginurl') answerLoginUrl(visit, settings.origins)
    else if (name === 'getuserinfo') await answerUserInfo(visit, settings.dangerouslyAllowStateless)
    else await answerVerify(visit, endpoint.slice('verify/'.length), settings.permission)
  } catch (error) {
    fail(visit, next, error ?? nothingThrown())
  }
}

/**
 * `GET loginUrl?returnTo=&redirectUri=&mode=`: WeCom's address, with the cookie that binds it to this browser.
 * `redirectUri` is a page of the single-page app that takes `code` and `state` and posts them to getUserInfo. An image
 * or a prefetch starts nothing: it would push out a sign-in that somebody is in the middle of.
 */
function answerLoginUrl(visit: Visit, origins: readonly string[]): void {
  const { request, response, query } = visit
  if (isSubresource(request) || isPrefetch(request))
    throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'a sign-in is begun by a script or a page')
  const { url, state } = beginLogin(visit, {
    returnTo: visit.safePage(queryText(query, 'returnTo')),
    redirectUri: checkRedirectUri(visit, queryText(query, 'redirectUri'), origins),
    mode: modeOf(query),
  })
  sendData(response, { url, state })
}

/** Codes go to whatever stands here, so only to origins that were named. The hash is a route of the page. */
function checkRedirectUri(
  visit: Visit,
  redirectUri: string | undefined,
  origins: readonly string[],
): string | undefined {
  if (redirectUri === undefined) return undefined
  const url = URL.parse(redirectUri)
  const allowed = [visit.address.origin, ...origins]
  if (url !== null && url.username === '' && url.password === '' && allowed.includes(url.origin)) {
    return url.href
  }
  throw new WecomSSOError(
    'WECOM_BAD_REQUEST',
    "redirectUri must be a page of this app or of one of the router's origins",
  )
}

async function answerVerify(
  visit: Visit,
  userId: string,
  permission: NonNullable<ApiRouterOptions['permission']>,
): Promise<void> {
  const { request, response, instance } = visit
  const user = await memberOf(visit)
  const asked = decoded(userId)
  let answer: unknown
  try {
    answer = await permission(asked, user, request)
  } catch (error) {
    // A hook of the app: its words are for the log, and the front end still gets the shape it reads.
    report(instance.settings.options.logger, 'error', 'wecomApiRouter: permission failed', { err: error })
    throw new WecomSSOError('WECOM_HOOK_FAILED', 'the permission hook of the app failed')
  }
  sendData(response, { authorized: isTrue(answer) })
}

function fail(visit: Visit, next: Next, error: unknown): void {
  const { response, request, instance } = visit
  if (!isWecomSSOError(error) || response.headersSent) {
    next(error)
    return
  }
  if (error.code !== 'WECOM_HOOK_FAILED') logFailure(instance.settings.options.logger, request, error)
  sendApiFailure(visit, error)
}

/** Mounted at `/api/wecom`, at `/api` or at the root: the full path is the same. In any case, as Express reads routes. */
function endpointOf(request: SsoRequest): string | undefined {
  const path = (request.baseUrl ?? '') + requestTarget(request.url).path
  return (
    /(?:^|\/)api\/wecom\/(loginUrl|getUserInfo|verify\/[^/]+)\/?$/i.exec(path)?.[1] ??
    relativeEndpoint(request)
  )
}

/** Mounted anywhere else on purpose, such as `/auth`. */
function relativeEndpoint(request: SsoRequest): string | undefined {
  if (request.baseUrl === undefined || request.baseUrl === '') return undefined
  return /^\/(loginUrl|getUserInfo|verify\/[^/]+)\/?$/i.exec(requestTarget(request.url).path)?.[1]
}

function checkMethod({ request, response }: Visit, method: string): void {
  if (request.method === method) return
  response.setHeader('Allow', method)
  throw new WecomSSOError('WECOM_METHOD_NOT_ALLOWED', `this needs ${method}`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    throw new WecomSSOError('WECOM_BAD_REQUEST', 'the userid in the path is not properly encoded', error)
  }
}

function isSelf(userId: string, caller: WecomUser): boolean {
  return sameUser(userId, caller.userId)
}
