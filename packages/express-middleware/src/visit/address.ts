import { isLoopback } from '@wecom-kit/core/foundation'
import type { IncomingMessage } from 'node:http'
import { requestTarget } from '../http/read-request.ts'
import type { SsoRequest } from '../http/types.ts'
import { normalHost, type BaseUrl } from '../options/check-base-url.ts'
import type { OwnRoute, Settings } from '../options/settings.ts'
import type { SetupWarnings } from '../errors/setup-error.ts'

/** How the public reaches this app. */
export interface PublicAddress {
  /** Whether a request came over https, as far as its cookies are concerned. */
  isSecure(request: SsoRequest): boolean
  /** The app's public address; undefined when the Host header is not one we believe. */
  of(request: SsoRequest): BaseUrl | undefined
}

/**
 * `baseUrl` where there is one. Without it the request's own scheme and Host count, `X-Forwarded-*` only as far as
 * Express's `trust proxy` says so, and the Host only when it is allowed: WeCom redirects to whatever we put there.
 */
export function createPublicAddress(
  { baseUrl, allowedHosts }: Settings,
  warnings: SetupWarnings,
): PublicAddress {
  if (baseUrl !== undefined) return { isSecure: () => baseUrl.secure, of: () => baseUrl }
  return {
    isSecure: (request) => schemeOf(request, warnings) === 'https',
    of(request) {
      const scheme = schemeOf(request, warnings)
      const url = URL.parse(`${scheme}://${normalHost(hostOf(request), scheme) ?? ''}`)
      if (url === null || !isAllowed(url, allowedHosts)) return undefined
      return { origin: url.origin, prefix: '', secure: scheme === 'https' }
    },
  }
}

/** `encrypted` and not `instanceof TLSSocket`, as Express does: serverless adapters and Bun have sockets of their own. */
function schemeOf(request: SsoRequest, warnings: SetupWarnings): 'http' | 'https' {
  const isEncrypted = 'encrypted' in request.socket && request.socket.encrypted === true
  const direct = isEncrypted ? 'https' : 'http'
  const forwarded = first(request, 'x-forwarded-proto')
  if (forwarded === undefined) return direct
  if (trustsPeer(request)) return forwarded === 'https' ? 'https' : 'http'
  if (forwarded === 'https') warnings.trustProxy()
  return direct
}

function hostOf(request: SsoRequest): string | undefined {
  const forwarded = trustsPeer(request) ? first(request, 'x-forwarded-host') : undefined
  // HTTP/2 has no Host header.
  const authority = 'authority' in request ? request.authority : undefined
  return forwarded ?? request.headers.host ?? (typeof authority === 'string' ? authority : undefined)
}

function isAllowed(url: URL, allowed: readonly string[] | undefined): boolean {
  if (allowed === undefined) return isLoopback(url.hostname)
  const withPort = url.port === '' ? `${url.host}:${url.protocol === 'https:' ? 443 : 80}` : url.host
  return allowed.includes(url.host) || allowed.includes(withPort)
}

/** Express compiles its `trust proxy` setting into a function of the peer's address and its distance. */
function trustsPeer(request: SsoRequest): boolean {
  const trust = request.app?.get('trust proxy fn')
  return typeof trust === 'function' && trust(request.socket.remoteAddress, 0) === true
}

function first(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value.split(',', 1)[0]?.trim() : undefined
}

/** The one reading of what a request asks for. */
export interface Place {
  /** Where the middleware is mounted: `''`, or `/sub`. */
  readonly mount: string
  /** The path that was asked for, below the mount and the path of `baseUrl`. */
  readonly path: string
  /** The path the app's handlers will match, below the mount: some middleware may have rewritten it. */
  readonly served: string
  /** The raw query that was asked for. */
  readonly query: string
}

/**
 * Reads a request's address by its original URL: a history fallback in front may have turned `/wecom/callback` into
 * `/index.html`. The path of `baseUrl` may be there or not, proxies strip it or pass it on.
 */
export function placeOf(request: SsoRequest, prefix: string): Place {
  const here = requestTarget(request.url)
  const { originalUrl } = request
  const asked = originalUrl === undefined || originalUrl === request.url ? here : requestTarget(originalUrl)
  const base = request.baseUrl ?? ''
  const mount =
    base === '' || here.path !== '/' ? base : base.slice(0, base.length - wildcardLength(request, base))
  const served = mount === base ? here.path : below(base, mount)
  return {
    mount,
    path: mount === '' ? below(asked.path, prefix) : below(asked.path, mount),
    served,
    query: asked.query === '' ? here.query : asked.query,
  }
}

/**
 * How much of the mount stands for whatever was asked: `app.use('*')` of Express 4 and `'/*splat'` of Express 5 (and
 * NestJS's `forRoutes('*')`) count the whole path as the mount.
 */
function wildcardLength(request: SsoRequest, base: string): number {
  const params: unknown = 'params' in request ? request.params : undefined
  if (typeof params !== 'object' || params === null) return 0
  for (const [name, value] of Object.entries(params)) {
    const text = Array.isArray(value) ? value.join('/') : /^\d+$/.test(name) ? String(value) : ''
    const length = text === '' ? 0 : endingLength(base, text.startsWith('/') ? text : `/${text}`)
    if (length > 0) return length
  }
  return 0
}

/**
 * How many characters of a path say what Express made of its end. Express decodes parameters and leaves the path alone,
 * and keeps a slash at the end of the one only: counting the parameter's characters would cut the path elsewhere.
 */
function endingLength(path: string, ending: string): number {
  const wanted = withoutSlash(ending)
  let start = path.indexOf('/')
  for (let depth = 0; start !== -1 && depth < deepestMount; depth += 1) {
    if (withoutSlash(decoded(path.slice(start))) === wanted) return path.length - start
    start = path.indexOf('/', start + 1)
  }
  return 0
}

/** Segments of a mount; a bound, because visitors choose how many slashes a path has. */
const deepestMount = 32

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path
}

/** Which of our routes a place is: with and without a slash at the end and in any case, as Express reads routes. */
export function ownRouteOf(place: Place, routes: ReadonlyMap<string, OwnRoute>): OwnRoute | undefined {
  const asked = routes.get(plain(place.path))
  return asked ?? (place.served === place.path ? undefined : routes.get(plain(place.served)))
}

function plain(path: string): string {
  const end = path.length > 1 && path.endsWith('/') ? -1 : undefined
  return path.slice(0, end).toLowerCase()
}

/** A path without a prefix of whole segments; itself when it does not begin with it. */
export function below(path: string, prefix: string): string {
  if (prefix === '' || !path.startsWith(prefix)) return path
  if (path.length === prefix.length) return '/'
  return path.charCodeAt(prefix.length) === slash ? path.slice(prefix.length) : path
}

const slash = 0x2f

/**
 * A path of the app as the public sees it. A proxy may strip the prefix of `baseUrl` or pass it on; a path that
 * already begins with it is left alone.
 */
export function publicPath({ prefix }: BaseUrl, path: string): string {
  return prefix === '' || path === prefix || path.startsWith(`${prefix}/`) ? path : prefix + path
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
