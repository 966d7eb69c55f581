import type { SsoRequest } from '../http/types.ts'
import { safeReturnTo, type ReturnRules } from '../login/safe-return-to.ts'
import { withoutParameters } from '../http/query-parameter.ts'
import { addressOf, publicPath, publicTarget, type RequestContext } from './request-context.ts'

/** The rules for going back, for one request. */
export function returnRules(context: RequestContext, request: SsoRequest): ReturnRules {
  const address = addressOf(context, request)
  const { loginPath, callbackPath, logoutPath, returnOrigins } = context.runtime.config
  const ownPaths = [loginPath, callbackPath, logoutPath]
    .filter((path) => path !== undefined)
    .map((path) => publicPath(address, context.mount + path).toLowerCase())
  return { origin: address.origin, prefix: address.prefix, ownPaths, allowedOrigins: returnOrigins }
}

/** The page a request is for, as somewhere to go back to; a coupon's `?code=` belongs to it. */
export function requestedPage(context: RequestContext, request: SsoRequest): string {
  const { path, query } = publicTarget(addressOf(context, request), request)
  return safeReturnTo(query === '' ? path : `${path}?${query}`, returnRules(context, request))
}

/** The page a callback arrived at, without what WeCom added to it. */
export function callbackPage(context: RequestContext, request: SsoRequest): string {
  return withoutLoginParameters(requestedPage(context, request))
}

/** An address without the parameters that WeCom adds, so that they cannot come twice. */
export function withoutLoginParameters(address: string): string {
  const [path = '', query = ''] = address.split('#', 1)[0]?.split(/\?(.*)/s) ?? []
  const rest = withoutParameters(query, ['code', 'state', 'appid'])
  return rest === '' ? path : `${path}?${rest}`
}

/** The page an API call was made from, if it is ours: going "back" to the call itself would show its JSON. */
export function referringPage(context: RequestContext, request: SsoRequest): string | undefined {
  const { referer } = request.headers
  if (referer === undefined || context.runtime.address.of(request) === undefined) return undefined
  const rules = { ...returnRules(context, request), allowedOrigins: [] }
  const page = safeReturnTo(referer, rules)
  return page === `${rules.prefix}/` ? undefined : page
}
