import { WecomSSOError } from '../errors/sso-error.ts'
import { refusePrefetch, sendEmpty } from '../http/respond.ts'
import { isPrefetch } from '../http/classify-request.ts'
import { redirectToLogin, refuseCircle, staleSession } from '../login/begin-login.ts'
import { kindOf } from '../visit/problem.ts'
import type { Visit } from '../visit/visit.ts'

/**
 * What a guard does with a stranger: pages go to WeCom, everything else gets 401, preflights and prefetches get nothing.
 *
 * A preflight carries no cookies by design, but letting it pass would let anybody reach a handler mounted with `app.use`
 * or `app.all` by adding one header. An app that serves other origins mounts `cors()`, which answers preflights, before
 * the guard.
 *
 * @throws what stands in the way of knowing who it is, or `WECOM_LOGIN_REQUIRED` for what cannot be redirected
 */
export function denyAnonymous(visit: Visit): void {
  const kind = kindOf(visit)
  if (kind === 'preflight') return sendEmpty(visit.response, 204)
  if (visit.problem !== undefined) throw visit.problem
  if (isPrefetch(visit.request)) return refusePrefetch(visit.response)
  if (kind === 'navigation') return denyPage(visit)
  visit.setCookies(staleSession(visit))
  // A form cannot be posted again by itself: afterwards the visitor is where the form was.
  visit.goal = visit.referringPage
  throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'sign in first')
}

function denyPage(visit: Visit): void {
  const { instance, jar, cookies, requestedPage } = visit
  visit.goal = requestedPage
  if (instance.signedOut.isPresent(jar, cookies)) {
    visit.setCookies(staleSession(visit))
    throw new WecomSSOError('WECOM_SIGNED_OUT', 'this browser signed out')
  }
  refuseCircle(visit, requestedPage)
  redirectToLogin(visit, { returnTo: requestedPage })
}
