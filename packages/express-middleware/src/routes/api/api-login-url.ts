import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../../errors/sso-error.ts'
import { beginLogin } from '../../flow/begin-login.ts'
import { modeOf } from '../../flow/login-route.ts'
import { appendSetCookie } from '../../http/append-set-cookie.ts'
import { isSubresource } from '../../http/classify-request.ts'
import { isPrefetch } from '../../http/is-prefetch.ts'
import { queryText } from '../../http/query-parameter.ts'
import { requestTarget } from '../../http/request-target.ts'
import type { SsoRequest } from '../../http/types.ts'
import { safeReturnTo } from '../../login/safe-return-to.ts'
import { addressOf, type RequestContext } from '../../runtime/request-context.ts'
import { returnRules } from '../../runtime/return-rules.ts'
import { sendData } from './api-answer.ts'

/**
 * `GET loginUrl?returnTo=&redirectUri=&mode=`: WeCom's address, with the cookie that binds it to this browser.
 * `redirectUri` is a page of the single-page app that takes `code` and `state` and posts them to getUserInfo. An image
 * or a prefetch starts nothing: it would push out a sign-in that somebody is in the middle of.
 */
export function answerLoginUrl(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  origins: readonly string[],
): void {
  if (isSubresource(request) || isPrefetch(request.headers))
    throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'a sign-in is begun by a script or a page')
  const { query } = requestTarget(request.url)
  const { url, state, cookies } = beginLogin(context, request, {
    returnTo: safeReturnTo(queryText(query, 'returnTo'), returnRules(context, request)),
    redirectUri: checkRedirectUri(context, request, queryText(query, 'redirectUri'), origins),
    mode: modeOf(query),
  })
  appendSetCookie(response, cookies)
  sendData(response, { url, state })
}

/** Codes go to whatever stands here, so only to origins that were named. */
function checkRedirectUri(
  context: RequestContext,
  request: SsoRequest,
  redirectUri: string | undefined,
  origins: readonly string[],
): string | undefined {
  if (redirectUri === undefined) return undefined
  const url = URL.parse(redirectUri)
  const allowed = [addressOf(context, request).origin, ...origins]
  if (url !== null && url.username === '' && url.password === '' && allowed.includes(url.origin)) {
    return url.origin + url.pathname + url.search
  }
  throw new WecomSSOError(
    'WECOM_BAD_REQUEST',
    "redirectUri must be a page of this app or of one of the router's origins",
  )
}
