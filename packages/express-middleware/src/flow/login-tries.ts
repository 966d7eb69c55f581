import { WecomSSOError } from '../errors/sso-error.ts'
import { cookieValues } from '../http/read-cookies.ts'
import type { SsoRequest } from '../http/types.ts'
import type { RequestContext } from '../runtime/request-context.ts'

const maxTries = 3
const period = 60_000

/**
 * Stops the loop of a browser that keeps small cookies but not the session: every sign-in succeeds and leads straight
 * to the next. The count lives in that browser, so that one person's trouble is nobody else's.
 */
export function checkTries(context: RequestContext, request: SsoRequest): void {
  if (context.session !== undefined || triesOf(context, request).count < maxTries) return
  throw new WecomSSOError(
    'WECOM_SESSION_NOT_KEPT',
    'this browser signed in three times within a minute and never sent the session cookie back',
  )
}

/** The cookie value that counts one more sign-in. */
export function nextTry(context: RequestContext, request: SsoRequest): string {
  const { count, since } = triesOf(context, request)
  return context.session === undefined ? `${count + 1}.${since}` : `1.${context.runtime.config.now()}`
}

function triesOf(context: RequestContext, request: SsoRequest): { count: number; since: number } {
  const { cookies, runtime } = context
  const now = runtime.config.now()
  const [value] = cookieValues(request.headers.cookie, cookies.tries, 1)
  const [, count, since] = /^(\d)\.(\d{1,15})$/.exec(value ?? '') ?? []
  const isRecent = since !== undefined && Math.abs(now - Number(since)) < period
  return isRecent ? { count: Number(count), since: Number(since) } : { count: 0, since: now }
}
