import { optionError } from '../errors/option-error.ts'

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

/** Whether a host name is this very machine, where plain http and any port are normal. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^(?:127(?:\.\d+){3}|\[::1\])$/.test(hostname)
  )
}

/** An origin such as `https://app.example.com`, normalised. */
export function checkOrigin(value: unknown, option: string): string {
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  throw optionError(option, "a list of origins such as 'https://app.example.com', without path", value)
}
