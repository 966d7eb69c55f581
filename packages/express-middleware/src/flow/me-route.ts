import type { ServerResponse } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { sendJson } from '../http/send-json.ts'
import type { RequestContext } from '../runtime/request-context.ts'

/** `GET /wecom/me`: who is signed in. */
export function meRoute(context: RequestContext, response: ServerResponse): void {
  if (context.user === undefined) throw new WecomSSOError('WECOM_LOGIN_REQUIRED', 'nobody is signed in')
  sendJson(response, 200, context.user)
}
