import type { IncomingMessage, ServerResponse } from 'node:http'
import { nothingThrown } from '../../errors/report.ts'
import { isWecomSSOError, WecomSSOError } from '../../errors/sso-error.ts'
import { requestTarget } from '../../http/request-target.ts'
import { handler } from '../../http/handler.ts'
import type { Next, SsoHandler, SsoRequest } from '../../http/types.ts'
import { isTrue } from '../../internal/is-true.ts'
import { checkOrigin } from '../../options/check-base-url.ts'
import { checkKnownOptions } from '../../options/check-known-options.ts'
import { checkFlag, checkFunction, checkList } from '../../options/check-option.ts'
import type { RequestContext } from '../../runtime/request-context.ts'
import type { SsoRuntime } from '../../runtime/runtime.ts'
import { runtimeOf } from '../../runtime/runtimes.ts'
import type { WecomSSO } from '../../sso/wecom-sso-handler.ts'
import type { WecomUser } from '../../user/wecom-user.ts'
import { identified } from '../identified.ts'
import { sendData, sendFailure } from './api-answer.ts'
import { applyCors } from './api-cors.ts'
import { answerLoginUrl } from './api-login-url.ts'
import { answerUserInfo } from './api-user-info.ts'

/** Options of {@link wecomApiRouter}. */
export interface ApiRouterOptions {
  /**
   * What `verify/:userId` answers: whether `userId` may use the app, asked by `caller`, who is signed in.
   * @default only yourself
   */
  permission?: (userId: string, caller: WecomUser, request: IncomingMessage) => boolean | Promise<boolean>
  /** Other origins whose pages may call this, with cookies. @default [] */
  origins?: readonly string[]
  /**
   * Takes a code without state in getUserInfo, as older front ends send it. Anybody can then sign a visitor in as
   * somebody else (login CSRF).
   * @default false
   * @deprecated let the front end use loginUrl
   */
  dangerouslyAllowStateless?: boolean
}

type Settings = Required<Pick<ApiRouterOptions, 'permission' | 'origins' | 'dangerouslyAllowStateless'>>

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
  const runtime = runtimeOf(sso, 'wecomApiRouter')
  checkKnownOptions(options, 'wecomApiRouter')
  checkFunction(options.permission, 'permission')
  checkFlag(options.dangerouslyAllowStateless, 'dangerouslyAllowStateless')
  const settings: Settings = {
    permission: options.permission ?? isSelf,
    origins: checkList(options.origins, 'origins', 'a list of origins').map((origin) =>
      checkOrigin(origin, 'origins'),
    ),
    dangerouslyAllowStateless: options.dangerouslyAllowStateless ?? false,
  }
  return handler('wecomApiRouter', runtime.config.options.logger, (request, response, next) => {
    const endpoint = endpointOf(request)
    if (endpoint === undefined) {
      next()
      return undefined
    }
    return run(runtime, endpoint, request, response, next, settings)
  })
}

async function run(
  runtime: SsoRuntime,
  endpoint: string,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
  settings: Settings,
): Promise<void> {
  try {
    // Before anything can fail: a page that may call us must be able to read why.
    if (applyCors(runtime, request, response, settings.origins)) return
    await answer(await identified(runtime, request), endpoint, request, response, settings)
  } catch (error) {
    if (!isWecomSSOError(error) || response.headersSent) next(error ?? nothingThrown())
    else sendFailure(response, error)
  }
}

async function answer(
  context: RequestContext,
  endpoint: string,
  request: SsoRequest,
  response: ServerResponse,
  settings: Settings,
): Promise<void> {
  checkMethod(request, response, endpoint === 'getUserInfo' ? 'POST' : 'GET')
  if (endpoint === 'loginUrl') answerLoginUrl(context, request, response, settings.origins)
  else if (endpoint === 'getUserInfo') {
    await answerUserInfo(context, request, response, settings.dangerouslyAllowStateless)
  } else {
    const { user } = context
    if (user === undefined) throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'sign in first')
    const userId = decoded(endpoint.slice('verify/'.length))
    sendData(response, { authorized: isTrue(await settings.permission(userId, user, request)) })
  }
}

/** Mounted at `/api/wecom`, at `/api` or at the root: the full path is the same. */
function endpointOf(request: SsoRequest): string | undefined {
  const path = (request.baseUrl ?? '') + requestTarget(request.url).path
  return (
    /(?:^|\/)api\/wecom\/(loginUrl|getUserInfo|verify\/[^/]+)\/?$/.exec(path)?.[1] ??
    relativeEndpoint(request)
  )
}

/** Mounted anywhere else on purpose, such as `/auth`. */
function relativeEndpoint(request: SsoRequest): string | undefined {
  if (request.baseUrl === undefined || request.baseUrl === '') return undefined
  return /^\/(loginUrl|getUserInfo|verify\/[^/]+)\/?$/.exec(requestTarget(request.url).path)?.[1]
}

function checkMethod(request: SsoRequest, response: ServerResponse, method: string): void {
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
  return userId.toLowerCase() === caller.userId.toLowerCase()
}
