import { WecomSSOError } from '../errors/sso-error.ts'
import { isPrefetch, isSubresource } from '../http/classify-request.ts'
import { queryParameter, queryText } from '../http/read-request.ts'
import { refusePrefetch, sendEmpty, sendJson } from '../http/respond.ts'
import type { Visit } from '../visit/visit.ts'
import { beginLogin, type LoginMode, redirectToLogin } from './begin-login.ts'

/**
 * `GET /wecom/login?returnTo=&mode=auto|app|web`: goes to WeCom, or with `response=json` answers the address for a
 * single-page app; with `automatic=1` only where nobody signed out. Prefetches and images start nothing.
 */
export function loginRoute(visit: Visit): void {
  const { request, response, place } = visit
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET')
    throw new WecomSSOError('WECOM_METHOD_NOT_ALLOWED', 'a sign-in starts with GET')
  }
  if (request.method === 'HEAD') return sendEmpty(response, 204)
  if (isPrefetch(request)) return refusePrefetch(response)
  if (isSubresource(request))
    throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'a sign-in needs a page navigation')
  const returnTo = visit.safePage(queryText(place.query, 'returnTo'))
  refuseToUndoSignOut(visit, returnTo)
  const options = { returnTo, mode: modeOf(place.query) }
  if (queryText(place.query, 'response') !== 'json') return redirectToLogin(visit, options)
  const { url } = beginLogin(visit, options)
  sendJson(response, 200, { url })
}

/**
 * Signing in is silent inside WeCom: a link on another site would undo a sign-out without a word, and so would the next
 * call of a page that stays open (`wecomFetch` says `automatic`).
 */
function refuseToUndoSignOut(visit: Visit, returnTo: string): void {
  const { instance, jar, cookies } = visit
  if (!instance.signedOut.isPresent(jar, cookies)) return
  if (!isFromElsewhere(visit) && queryText(visit.place.query, 'automatic') !== '1') return
  visit.goal = returnTo
  throw new WecomSSOError(
    'WECOM_SIGNED_OUT',
    'this browser signed out, and nobody here asked to sign in again',
  )
}

function isFromElsewhere(visit: Visit): boolean {
  const { referer, 'sec-fetch-site': site } = visit.request.headers
  const origin = referer === undefined ? undefined : URL.parse(referer)?.origin
  if (origin !== undefined && visit.isTrustedOrigin(origin)) return false
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return origin !== undefined
}

/** The `mode` parameter. */
export function modeOf(query: string): LoginMode {
  const mode = queryParameter(query, 'mode')
  if (mode.kind === 'absent') return 'auto'
  const value = mode.kind === 'one' ? mode.value : ''
  if (value === 'auto' || value === 'app' || value === 'web') return value
  throw new WecomSSOError('WECOM_BAD_REQUEST', 'mode must be auto, app or web')
}
