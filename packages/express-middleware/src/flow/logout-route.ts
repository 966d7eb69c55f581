import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { appendSetCookie } from '../http/append-set-cookie.ts'
import { isSubresource, wantsHtml } from '../http/classify-request.ts'
import { isPrefetch } from '../http/is-prefetch.ts'
import { queryText } from '../http/query-parameter.ts'
import { redirect } from '../http/redirect.ts'
import { requestTarget } from '../http/request-target.ts'
import { sendEmpty } from '../http/send-json.ts'
import type { SsoRequest } from '../http/types.ts'
import { safeReturnTo } from '../login/safe-return-to.ts'
import { addressOf, type RequestContext } from '../runtime/request-context.ts'
import { returnRules } from '../runtime/return-rules.ts'

/**
 * `POST /wecom/logout?returnTo=`: ends the session everywhere its cookie may be copied, and leaves a mark so that the
 * silent sign-in of WeCom's own browser does not undo it. GET only for a link on our own pages that somebody follows:
 * a prefetched link or an image in a comment signs nobody out.
 */
export async function logoutRoute(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
): Promise<void> {
  if (isPrefetch(request.headers)) {
    sendEmpty(response, 204)
    return
  }
  checkOwnWish(context, request, response)
  await signOut(context, request, response)
  const asked = queryText(requestTarget(request.url).query, 'returnTo')
  if (asked !== undefined || wantsHtml(request)) {
    redirect(response, safeReturnTo(asked, returnRules(context, request)), 303)
  } else sendEmpty(response, 204)
}

/** Ends the session of a request for good, takes it from this browser, and tells the app. */
export async function signOut(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
): Promise<void> {
  const { sessions, config } = context.runtime
  appendSetCookie(response, farewellCookies(context, request))
  const session = context.session ?? (await sessions.read(request, context.cookies))
  if (session !== undefined) await sessions.end(session)
  await config.options.onLogout?.(session?.user, request)
}

/** The cookies that sign a browser out. */
function farewellCookies(context: RequestContext, request: SsoRequest): string[] {
  const { runtime, cookies } = context
  const { lifetimes, now } = runtime.config
  return [
    cookies.remove(cookies.session),
    cookies.write(cookies.signedOut, String(now()), Math.ceil((lifetimes.absolute ?? 7 * 86_400_000) / 1000)),
    cookies.remove(cookies.tries),
    ...runtime.transactions.endAll(cookies, request.headers.cookie),
  ]
}

/**
 * Another site must not sign people out. Sec-Fetch-Site decides where the browser sends it: the Origin of an honest
 * form is `null` under `Referrer-Policy: no-referrer`, which is helmet's default.
 */
function checkOwnWish(context: RequestContext, request: SsoRequest, response: ServerResponse): void {
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
  if (origin === undefined && site === undefined) return
  const { returnOrigins } = context.runtime.config
  if (origin === addressOf(context, request).origin || returnOrigins.includes(String(origin))) return
  throw new WecomSSOError('WECOM_CROSS_SITE', 'another site may not sign people out')
}
