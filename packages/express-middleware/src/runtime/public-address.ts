import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import { isLoopback, type BaseUrl } from '../options/check-base-url.ts'
import type { SsoConfig } from '../options/resolve-options.ts'
import type { SsoRequest } from '../http/types.ts'
import type { SetupWarnings } from './setup-warnings.ts'

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
export function createPublicAddress(config: SsoConfig, warnings: SetupWarnings): PublicAddress {
  const { baseUrl } = config
  if (baseUrl !== undefined) return { isSecure: () => baseUrl.secure, of: () => baseUrl }
  return {
    isSecure: (request) => schemeOf(request, warnings) === 'https',
    of(request) {
      const scheme = schemeOf(request, warnings)
      const host = hostOf(request)
      const url = host === undefined ? null : URL.parse(`${scheme}://${host}`)
      if (host === undefined || url === null || !isAllowed(url, host, config.allowedHosts)) return undefined
      // As browsers write it in Origin and as `returnTo` is compared: without a port that goes without saying.
      return { origin: url.origin, prefix: '', secure: scheme === 'https' }
    },
  }
}

function schemeOf(request: SsoRequest, warnings: SetupWarnings): 'http' | 'https' {
  const direct = request.socket instanceof TLSSocket ? 'https' : 'http'
  const forwarded = first(request, 'x-forwarded-proto')
  if (forwarded === undefined) return direct
  if (trustsPeer(request)) return forwarded === 'https' ? 'https' : 'http'
  if (forwarded === 'https') warnings.trustProxy()
  return direct
}

function hostOf(request: SsoRequest): string | undefined {
  const forwarded = trustsPeer(request) ? first(request, 'x-forwarded-host') : undefined
  const host = (forwarded ?? request.headers.host)?.toLowerCase()
  return host !== undefined && /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(host) ? host : undefined
}

function isAllowed(url: URL, host: string, allowed: readonly string[] | undefined): boolean {
  return allowed === undefined
    ? isLoopback(url.hostname)
    : allowed.includes(url.host) || allowed.includes(host)
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
