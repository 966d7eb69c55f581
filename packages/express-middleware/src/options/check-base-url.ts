import { isLoopback } from '@wecom-kit/core/foundation'
import { optionError } from '../errors/setup-error.ts'

/** The public address of the app. */
export interface BaseUrl {
  readonly origin: string
  /** Path without a trailing slash; `''` for the root. */
  readonly prefix: string
  readonly secure: boolean
}

const expected = "this app's public address without query, such as 'https://oa.example.com'"

/** Reads `baseUrl`; undefined when there is none. */
export function checkBaseUrl(value: unknown): BaseUrl | undefined {
  if (value === undefined) return undefined
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw optionError('baseUrl', expected, value)
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw optionError('baseUrl', expected, url.origin + url.pathname)
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, ''), secure: url.protocol === 'https:' }
}

/** Whether an address is this very machine, where plain http, any port and our printed secret are normal. */
export function isOnThisMachine(baseUrl: BaseUrl | undefined): boolean {
  return baseUrl !== undefined && isLoopback(new URL(baseUrl.origin).hostname)
}

/** Whether a value is an origin such as `https://app.example.com`. */
export function isOrigin(value: unknown): value is string {
  const url = typeof value === 'string' ? URL.parse(value) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

/**
 * A Host header or an entry of `allowedHosts` as browsers write it in Origin: lower case, punycode, IPv6 in brackets,
 * without a port that goes without saying. Undefined for what is no host alone.
 */
export function normalHost(text: unknown, scheme = 'http'): string | undefined {
  if (typeof text !== 'string' || text === '' || /[\s/?#@\\,]/.test(text)) return undefined
  const url = URL.parse(`${scheme}://${text}`)
  return url === null || url.pathname !== '/' ? undefined : url.host
}
