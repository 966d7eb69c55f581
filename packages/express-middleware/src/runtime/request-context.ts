import type { IncomingMessage } from 'node:http'
import type { BaseUrl } from '../options/check-base-url.ts'
import { requestTarget } from '../http/request-target.ts'
import type { SsoRequest } from '../http/types.ts'
import type { SsoCookies } from '../session/cookies.ts'
import type { Session } from '../session/session.ts'
import type { WecomUser } from '../user/wecom-user.ts'
import { WecomSSOError } from '../errors/sso-error.ts'
import type { SsoRuntime } from './runtime.ts'

/** What one request means to the nearest `wecomSSO()` it went through. */
export interface RequestContext {
  readonly runtime: SsoRuntime
  readonly cookies: SsoCookies
  /** Where the middleware is mounted: `''`, or `/sub`. */
  readonly mount: string
  session: Session | undefined
  user: WecomUser | undefined
}

/**
 * Who is signed in is kept under this key and not read back from `req.wecomUser`: any other middleware could have put
 * something there. Not in a WeakMap, whose values outlive their requests until V8's next major collection: that costs
 * a fifth of the CPU of a request.
 */
const contextKey = Symbol('wecom-kit.context')

/** The context the nearest `wecomSSO()` left. */
export function contextOf(request: IncomingMessage): RequestContext | undefined {
  return hasContext(request) ? request[contextKey] : undefined
}

function hasContext(request: object): request is { [contextKey]: RequestContext } {
  return contextKey in request
}

/** Begins the context of a request that is at the middleware itself, or anywhere else in the app (`mount` is then ''). */
export function createContext(
  runtime: SsoRuntime,
  request: SsoRequest,
  mount: string = request.baseUrl ?? '',
): RequestContext {
  return {
    runtime,
    cookies: runtime.config.cookies(runtime.address.isSecure(request)),
    mount,
    session: undefined,
    user: undefined,
  }
}

/** Makes a context the request's, with `req.wecomUser` to match: undefined for a stranger, whatever was there before. */
export function attachContext(request: SsoRequest, context: RequestContext): void {
  // Not enumerable, so that a logger which prints requests prints no session.
  Object.defineProperty(request, contextKey, { value: context, configurable: true })
  if (context.user !== undefined) request.wecomUser = context.user
  else if (request.wecomUser !== undefined) request.wecomUser = undefined
}

/** The app's public address for a request. */
export function addressOf(context: RequestContext, request: SsoRequest): BaseUrl {
  const address = context.runtime.address.of(request)
  if (address !== undefined) return address
  throw new WecomSSOError(
    'WECOM_HOST_NOT_ALLOWED',
    'the Host header of this request is not in allowedHosts; set baseUrl to the public address of the app',
  )
}

/**
 * A path of the app as the public sees it. A proxy may strip the prefix of `baseUrl` or pass it on; a path that
 * already begins with it is left alone.
 */
export function publicPath(address: BaseUrl, path: string): string {
  const { prefix } = address
  return prefix === '' || path === prefix || path.startsWith(`${prefix}/`) ? path : prefix + path
}

/** The page a request is for, as the public sees it, with its raw query. */
export function publicTarget(address: BaseUrl, request: SsoRequest): { path: string; query: string } {
  const { path, query } = requestTarget(request.originalUrl ?? request.url)
  return { path: publicPath(address, path), query }
}
