import type { IncomingMessage } from 'node:http'
import { WecomSSOError } from '../errors/sso-error.ts'
import { contextOf } from '../runtime/request-context.ts'
import type { WecomUser } from '../user/wecom-user.ts'

/**
 * Who is signed in, for handlers behind `requireWecomUser()` or `mode: 'required'`. Unlike `req.wecomUser` it is never
 * undefined, and nothing another middleware put on the request can pass for it.
 *
 * @throws WecomSSOError `WECOM_LOGIN_REQUIRED` when nobody is, `WECOM_MIDDLEWARE_MISSING` before `wecomSSO()`
 * @example
 * ```ts
 * app.get('/hello', requireWecomUser(), (request, response) => response.send(getWecomUser(request).userId))
 * ```
 */
export function getWecomUser(request: IncomingMessage): WecomUser {
  const context = contextOf(request)
  if (context === undefined) {
    throw new WecomSSOError(
      'WECOM_MIDDLEWARE_MISSING',
      'getWecomUser() was called on a request that wecomSSO() has not seen: put app.use(wecomSSO({ … })) before it',
    )
  }
  if (context.user !== undefined) return context.user
  throw new WecomSSOError(
    'WECOM_LOGIN_REQUIRED',
    'nobody is signed in: put requireWecomUser() before this handler',
  )
}
