import { IncomingMessage } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { setupError } from '../errors/setup-error.ts'
import { beginLogin } from '../flow/begin-login.ts'
import { signOut } from '../flow/logout-route.ts'
import { compilePublicPaths } from '../guard/public-paths.ts'
import { appendSetCookie } from '../http/append-set-cookie.ts'
import { handler } from '../http/handler.ts'
import { keepUncached } from '../http/keep-uncached.ts'
import type { SsoRequest } from '../http/types.ts'
import { safeReturnTo } from '../login/safe-return-to.ts'
import { checkKnownOptions } from '../options/check-known-options.ts'
import type { WecomSSOOptions } from '../options/options.ts'
import { createRuntime } from '../runtime/create-runtime.ts'
import { contextOf, createContext, type RequestContext } from '../runtime/request-context.ts'
import { returnRules } from '../runtime/return-rules.ts'
import type { SsoRuntime } from '../runtime/runtime.ts'
import { registerRuntime } from '../runtime/runtimes.ts'
import { authenticateUpgrade } from './authenticate-upgrade.ts'
import { handleRequest } from './handle-request.ts'
import type { WecomSSO } from './wecom-sso-handler.ts'

/**
 * WeCom sign-in as one middleware for Express 4 and 5. By default it blocks nothing: it brings people back from WeCom
 * on any route, attaches `req.wecomUser` and serves `/wecom/login`, `/wecom/callback` and `/wecom/logout`. Guard
 * routes with `requireWecomUser()`, or everything with `mode: 'required'`.
 *
 * @throws TypeError for wrong options, naming the option, what came and the fix
 * @example
 * ```ts
 * const sso = wecomSSO({ client, sessionSecret, baseUrl: 'https://oa.example.com' })
 * app.use(sso)
 * app.get('/', requireWecomUser(), (request, response) => response.send(`Hello ${request.wecomUser?.userId}`))
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/91335 (in-app OAuth)
 * @see https://developer.work.weixin.qq.com/document/path/98152 (web login)
 */
export function wecomSSO(options: WecomSSOOptions): WecomSSO {
  refuseUncalled(options)
  checkKnownOptions(options)
  const runtime = createRuntime(options)
  const isPublic = compilePublicPaths(options.publicPaths, () => {
    runtime.warnings.asyncHook('publicPaths')
  })
  const middleware = handler('wecomSSO', options.logger, (request, response, next) =>
    handleRequest(runtime, isPublic, request, response, next),
  )
  const sso: WecomSSO = Object.assign(middleware, membersOf(runtime))
  registerRuntime(sso, runtime)
  return sso
}

type Members = { [Name in keyof WecomSSO]: WecomSSO[Name] }

function membersOf(runtime: SsoRuntime): Members {
  const contextFor = (request: SsoRequest) => {
    const context = contextOf(request)
    return context?.runtime === runtime ? context : createContext(runtime, request, '')
  }
  return {
    authenticateUpgrade: async (request) => await authenticateUpgrade(runtime, request),
    revoke: async (userId) => {
      await runtime.revocations.revokeUser(userId)
    },
    async logout(request, response) {
      keepUncached(response)
      await signOut(contextFor(request), request, response)
    },
    loginUrl(request, response, { returnTo, mode = 'auto' } = {}) {
      const context = contextFor(request)
      const page = safeReturnTo(returnTo, returnRules(context, request))
      const { url, cookies } = beginLogin(context, request, { returnTo: page, mode })
      keepUncached(response)
      appendSetCookie(response, cookies)
      return url
    },
    sessionData: (request) => contextFor(request).session?.data,
    async setSessionData(request, response, data) {
      const context = contextFor(request)
      const session = { ...signedIn(context), data }
      keepUncached(response)
      await runtime.sessions.write(response, context.cookies, session)
      context.session = session
    },
  }
}

function signedIn(context: RequestContext) {
  if (context.session !== undefined) return context.session
  throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'session data needs somebody who is signed in')
}

/** `app.use(wecomSSO)` instead of `app.use(wecomSSO({ … }))`: Express then calls us with a request. */
function refuseUncalled(options: unknown): void {
  if (typeof options !== 'object' || options === null || options instanceof IncomingMessage) {
    throw setupError(
      'WECOM_SETUP_OPTION',
      'call it with options: app.use(wecomSSO({ client, sessionSecret, baseUrl }))',
    )
  }
}
