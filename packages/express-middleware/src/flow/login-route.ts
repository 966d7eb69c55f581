import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { appendSetCookie } from '../http/append-set-cookie.ts'
import { isSubresource } from '../http/classify-request.ts'
import { isPrefetch } from '../http/is-prefetch.ts'
import { queryParameter, queryText } from '../http/query-parameter.ts'
import { requestTarget } from '../http/request-target.ts'
import { sendEmpty, sendJson } from '../http/send-json.ts'
import type { SsoRequest } from '../http/types.ts'
import { safeReturnTo } from '../login/safe-return-to.ts'
import type { RequestContext } from '../runtime/request-context.ts'
import { returnRules } from '../runtime/return-rules.ts'
import { beginLogin, type LoginMode } from './begin-login.ts'
import { redirectToLogin } from './redirect-to-login.ts'

/**
 * `GET /wecom/login?returnTo=&mode=auto|app|web`: goes to WeCom, or with `response=json` answers the address for a
 * single-page app. Prefetches and images start nothing.
 */
export function loginRoute(context: RequestContext, request: SsoRequest, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET')
    throw new WecomSSOError('WECOM_METHOD_NOT_ALLOWED', 'a sign-in starts with GET')
  }
  if (request.method === 'HEAD' || isPrefetch(request.headers)) {
    sendEmpty(response, 204)
    return
  }
  if (isSubresource(request))
    throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'a sign-in needs a page navigation')
  const { query } = requestTarget(request.url)
  const options = { returnTo: returnToOf(context, request, query), mode: modeOf(query) }
  if (queryText(query, 'response') !== 'json') {
    redirectToLogin(context, request, response, options)
    return
  }
  const { url, cookies } = beginLogin(context, request, options)
  appendSetCookie(response, cookies)
  sendJson(response, 200, { url })
}

function returnToOf(context: RequestContext, request: SsoRequest, query: string): string {
  return safeReturnTo(queryText(query, 'returnTo'), returnRules(context, request))
}

/** The `mode` parameter. */
export function modeOf(query: string): LoginMode {
  const mode = queryParameter(query, 'mode')
  if (mode.kind === 'absent') return 'auto'
  const value = mode.kind === 'one' ? mode.value : ''
  if (value === 'auto' || value === 'app' || value === 'web') return value
  throw new WecomSSOError('WECOM_BAD_REQUEST', 'mode must be auto, app or web')
}
