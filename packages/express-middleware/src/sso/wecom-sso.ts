import { IncomingMessage } from 'node:http'
import { setupError } from '../errors/setup-error.ts'
import { compilePublicPaths, type IsPublic } from '../guard/public-paths.ts'
import { guarded, memberOf, todayIfKnown } from '../guard/require-wecom-user.ts'
import { handler } from '../http/handler.ts'
import { sendJson } from '../http/respond.ts'
import type { Next } from '../http/types.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import { finishLogin, recogniseCallback } from '../login/callback.ts'
import { loginRoute } from '../login/login-route.ts'
import { logoutRoute } from '../login/logout.ts'
import type { WecomSSOOptions } from '../options/options.ts'
import type { OwnRoute } from '../options/settings.ts'
import { ownRouteOf } from '../visit/address.ts'
import { createInstance, registerInstance } from '../visit/instance.ts'
import { answerProblem } from '../visit/problem.ts'
import { identify, renew, Visit, visitOf } from '../visit/visit.ts'
import { membersOf, type WecomSSO } from './members.ts'

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
  const instance = createInstance(options)
  const isPublic = compilePublicPaths(instance.settings.options.publicPaths, () => {
    instance.warnings.asyncHook('publicPaths')
  })
  const middleware = handler('wecomSSO', (request, response, next) => {
    // Mounted twice on the way to one route: the first time was enough.
    if (visitOf(request)?.instance === instance) next()
    else return handleRequest(new Visit(instance, request, response), isPublic, next)
  })
  const sso: WecomSSO = Object.assign(middleware, membersOf(instance))
  registerInstance(sso, instance)
  return sso
}

/** `app.use(wecomSSO)` instead of `app.use(wecomSSO({ … }))`: Express then calls us with a request. */
function refuseUncalled(options: unknown): void {
  if (typeof options !== 'object' || options === null || options instanceof IncomingMessage) {
    throw setupError(
      'WECOM_SETUP_OPTION',
      'wecomSSO: call it with options: app.use(wecomSSO({ client, sessionSecret, baseUrl }))',
    )
  }
}

/**
 * One request through the middleware. With sealed cookies and no shared store nothing in here waits: a signed-in GET
 * costs a look at the Cookie header and a map.
 */
function handleRequest(visit: Visit, isPublic: IsPublic, next: Next): MaybePromise<void> {
  const fail = (error: unknown) => answerProblem(visit, next, error)
  const goOn = (isAnswered: boolean) => (isAnswered ? undefined : pass(visit, isPublic, next))
  let answered: MaybePromise<boolean>
  try {
    answered = ownAnswer(visit)
  } catch (error) {
    return fail(error)
  }
  // Not `.then(goOn).catch(fail)`: what the app throws behind `next` is not ours to answer.
  return answered instanceof Promise ? answered.then(goOn, fail) : goOn(answered)
}

/** Answers our own routes and callbacks; for everything else finds out who it is. */
function ownAnswer(visit: Visit): MaybePromise<boolean> {
  const route = ownRouteOf(visit.place, visit.instance.settings.routes)
  if (route === 'logout') return logoutRoute(visit).then(() => true)
  const callback =
    visit.request.method === 'GET' && route !== 'login'
      ? recogniseCallback(visit, route === 'callback')
      : undefined
  if (callback !== undefined) {
    return finishLogin(visit, callback).then((isAnswered) => isAnswered || known(visit, route))
  }
  return known(visit, route)
}

function known(visit: Visit, route: OwnRoute | undefined): MaybePromise<boolean> {
  return chain(identify(visit), () => {
    if (route === 'login') {
      loginRoute(visit)
      return true
    }
    return chain(renew(visit), () => {
      visit.attach()
      if (route !== 'me') return false
      return answerMe(visit).then(() => true)
    })
  })
}

/** `GET /wecom/me`: who is signed in. */
async function answerMe(visit: Visit): Promise<void> {
  sendJson(visit.response, 200, await memberOf(visit))
}

/** On to the app, if this instance lets everybody through or the visitor may pass. */
function pass(visit: Visit, isPublic: IsPublic, next: Next): MaybePromise<void> {
  const { instance, user } = visit
  if (!instance.settings.required) {
    next()
    return undefined
  }
  const mayMatter = user === undefined || instance.standing.changes
  if (mayMatter && isPublicPlace(visit, isPublic)) {
    next()
    return undefined
  }
  return guarded(visit, next, (session) =>
    instance.standing.changes ? todayIfKnown(visit, session).then(() => undefined) : undefined,
  )
}

/** Judged by what the handlers behind will match. A prefix that the proxy passes on may be written or not. */
function isPublicPlace({ place, request, instance }: Visit, isPublic: IsPublic): boolean {
  const prefix = instance.settings.baseUrl?.prefix ?? ''
  const inside = place.mount === '' && prefix !== '' ? place.served.slice(prefix.length) : ''
  const hasPrefix = inside.startsWith('/') && place.served.startsWith(prefix)
  return isPublic(place.served, request) || (hasPrefix && isPublic(inside, request))
}
