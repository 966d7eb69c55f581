import { WecomSSOError } from '../errors/sso-error.ts'
import {
  classifyRequest,
  isPrefetch,
  isSubresource,
  languageOf,
  wantsHtml,
} from '../http/classify-request.ts'
import { cookieValues, queryText } from '../http/read-request.ts'
import { redirect, sendEmpty } from '../http/respond.ts'
import { renderPage, sendPage } from '../pages/pages.ts'
import { appOf } from '../visit/problem.ts'
import { identify, type Visit } from '../visit/visit.ts'

/**
 * `POST /wecom/logout?returnTo=`: ends the session everywhere its cookie may be copied, and leaves a mark so that the
 * silent sign-in of WeCom's own browser does not undo it. GET only for a link on our own pages that somebody follows:
 * a prefetched link or an image in a comment signs nobody out. Where nothing tells our page's link from another site's
 * (plain http, an address that was typed), a page asks.
 */
export async function logoutRoute(visit: Visit): Promise<void> {
  const { request, response, place } = visit
  if (isPrefetch(request)) {
    sendEmpty(response, 204)
    return
  }
  if (isAmbiguous(visit)) {
    askToSignOut(visit)
    return
  }
  checkOwnWish(visit)
  await signOut(visit)
  const asked = queryText(place.query, 'returnTo')
  if (asked !== undefined || wantsHtml(request)) redirect(response, visit.safePage(asked), 303)
  else sendEmpty(response, 204)
}

/** Ends the session of a request for good, takes it from this browser, and tells the app. */
export async function signOut(visit: Visit): Promise<void> {
  const { instance, cookies, jar, request } = visit
  if (visit.session === undefined) await identify(visit)
  const { session } = visit
  visit.setCookies([
    cookies.remove(cookies.session),
    instance.signedOut.write(session?.user.userId, cookies),
    cookies.remove(cookies.tries),
    ...instance.transactions.endAll(cookies, jar),
  ])
  visit.forget()
  // A store that does not answer cannot end a session for good.
  if (session === undefined && visit.problem !== undefined) throw visit.problem
  if (session !== undefined) await instance.sessions.end(session)
  await instance.settings.options.onLogout?.(session?.user, request)
}

function isAmbiguous({ request }: Visit): boolean {
  const site = request.headers['sec-fetch-site']
  return (
    request.method === 'GET' &&
    classifyRequest(request) === 'navigation' &&
    (site === undefined || site === 'none')
  )
}

function askToSignOut(visit: Visit): void {
  const { request, response, place } = visit
  const language = languageOf(request.headers['accept-language'])
  const query = place.query === '' ? '' : `?${place.query}`
  const logoutUrl = visit.publicRoute(visit.instance.settings.logoutPath ?? '') + query
  response.setHeader('Allow', 'POST')
  const content = { app: appOf(visit), code: 'WECOM_METHOD_NOT_ALLOWED', language, logoutUrl } as const
  sendPage(response, 405, renderPage(content))
}

/**
 * Another site must not sign people out. Sec-Fetch-Site decides where the browser sends it: the Origin of an honest
 * form is `null` under `Referrer-Policy: no-referrer`, which is helmet's default.
 */
function checkOwnWish(visit: Visit): void {
  const { request, response } = visit
  const site = request.headers['sec-fetch-site']
  if (request.method === 'GET' && site === 'same-origin' && !isSubresource(request)) return
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST')
    throw new WecomSSOError(
      'WECOM_METHOD_NOT_ALLOWED',
      'signing out needs POST, or a link on one of our own pages',
    )
  }
  if (site === 'same-origin' || site === 'none') return
  const { origin } = request.headers
  if (origin === undefined ? site === undefined : visit.isTrustedOrigin(origin)) return
  if (isOldBrowserOfOurs(visit)) return
  throw new WecomSSOError('WECOM_CROSS_SITE', 'another site may not sign people out')
}

/**
 * A browser without Sec-Fetch headers (plain http, an old webview) that hides the origin: our own form under
 * `no-referrer` looks like this. One of another site would come without our cookie, which is SameSite.
 */
function isOldBrowserOfOurs({ request, instance, cookies, jar }: Visit): boolean {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers
  const hasCookie = cookieValues(jar, cookies.session, 1).length > 0
  const isKept = instance.settings.attributes.sameSite !== 'none'
  return origin === 'null' && site === undefined && mode === undefined && isKept && hasCookie
}
