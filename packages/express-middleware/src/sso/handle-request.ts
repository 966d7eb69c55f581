import { WecomSSOError } from '../errors/sso-error.ts'
import { sendJson } from '../http/respond.ts'
import type { Next } from '../http/types.ts'
import { chain, type MaybePromise } from '../internal/maybe-promise.ts'
import type { IsPublic } from '../guard/public-paths.ts'
import { guarded, todayIfKnown } from '../guard/require-wecom-user.ts'
import { finishLogin } from '../login/finish-login.ts'
import { loginRoute } from '../login/login-route.ts'
import { logoutRoute } from '../login/logout.ts'
import { recogniseCallback } from '../login/verify-callback.ts'
import type { OwnRoute } from '../options/settings.ts'
import { ownRouteOf } from '../visit/address.ts'
import { identify, renew } from '../visit/identify.ts'
import { answerProblem } from '../visit/problem.ts'
import type { Visit } from '../visit/visit.ts'

/**
 * One request through the middleware. With sealed cookies and no shared store nothing in here waits: a signed-in GET
 * costs a look at the Cookie header and a map.
 */
export function handleRequest(visit: Visit, isPublic: IsPublic, next: Next): MaybePromise<void> {
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
      answerMe(visit)
      return true
    })
  })
}

/** `GET /wecom/me`: who is signed in. */
function answerMe({ user, problem, response }: Visit): void {
  if (user === undefined) throw problem ?? new WecomSSOError('WECOM_LOGIN_REQUIRED', 'nobody is signed in')
  sendJson(response, 200, user)
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
