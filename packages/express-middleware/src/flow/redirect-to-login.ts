import type { ServerResponse } from 'node:http'
import { appendSetCookie, vary } from '../http/append-set-cookie.ts'
import { redirect } from '../http/redirect.ts'
import type { SsoRequest } from '../http/types.ts'
import type { RequestContext } from '../runtime/request-context.ts'
import { beginLogin, type BeginLoginOptions } from './begin-login.ts'

/** Sends a visitor to WeCom. */
export function redirectToLogin(
  context: RequestContext,
  request: SsoRequest,
  response: ServerResponse,
  options: BeginLoginOptions,
): void {
  const { url, cookies } = beginLogin(context, request, options)
  appendSetCookie(response, cookies)
  vary(response, 'Accept, Cookie, Sec-Fetch-Mode, X-Requested-With')
  redirect(response, url)
}
