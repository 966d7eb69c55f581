import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { appendSetCookie } from '../http/append-set-cookie.ts'
import { isPrefetch } from '../http/is-prefetch.ts'
import { cookieValues } from '../http/read-cookies.ts'
import { sendEmpty } from '../http/send-json.ts'
import type { Next, SsoRequest } from '../http/types.ts'
import type { MaybePromise } from '../internal/maybe-promise.ts'
import { hasSignedOut } from '../flow/has-signed-out.ts'
import { redirectToLogin } from '../flow/redirect-to-login.ts'
import { answerProblem, kindOf } from '../runtime/answer-problem.ts'
import type { RequestContext } from '../runtime/request-context.ts'
import { referringPage, requestedPage } from '../runtime/return-rules.ts'

/**
 * What a guard does with a stranger: pages go to WeCom, everything else gets 401 JSON, preflights and prefetches get
 * nothing.
 *
 * A preflight carries no cookies by design, but letting it pass would let anybody reach a handler mounted with `app.use`
 * or `app.all` by adding one header. An app that serves other origins mounts `cors()`, which answers preflights, before
 * the guard.
 */
export function denyAnonymous(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
): MaybePromise<void> {
  const kind = kindOf(context, request)
  if (kind === 'preflight') sendEmpty(response, 204)
  else if (kind === 'navigation') return denyPage(context, request, response, next)
  else {
    dropStaleSession(context, request, response)
    const error = new WecomSSOError('WECOM_LOGIN_REQUIRED', 'sign in first')
    return answerProblem(context, request, response, next, error, referringPage(context, request))
  }
}

function denyPage(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  next: Next,
): MaybePromise<void> {
  const returnTo = requestedPage(context, request)
  if (isPrefetch(request.headers)) sendEmpty(response, 204)
  else if (hasSignedOut(context, request)) {
    dropStaleSession(context, request, response)
    const error = new WecomSSOError('WECOM_SIGNED_OUT', 'this browser signed out')
    return answerProblem(context, request, response, next, error, returnTo)
  } else redirectToLogin(context, request, response, { returnTo })
}

function dropStaleSession({ cookies }: RequestContext, request: SsoRequest, response: ServerResponse): void {
  if (cookieValues(request.headers.cookie, cookies.session, 1).length === 0) return
  appendSetCookie(response, [cookies.remove(cookies.session)])
}
