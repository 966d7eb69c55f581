import { cookieValues } from '../http/read-cookies.ts'
import type { SsoRequest } from '../http/types.ts'
import type { RequestContext } from '../runtime/request-context.ts'

/** WeCom's own browser signs in silently: without this mark, signing out would last until the next page. */
export function hasSignedOut(context: RequestContext, request: SsoRequest): boolean {
  return cookieValues(request.headers.cookie, context.cookies.signedOut, 1).length > 0
}
