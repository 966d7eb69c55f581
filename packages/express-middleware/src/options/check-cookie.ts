import { setupError } from '../errors/setup-error.ts'
import type { CookieAttributes } from '../session/cookies.ts'
import type { BaseUrl } from './check-base-url.ts'
import { optionError } from '../errors/option-error.ts'
import { checkFlag, oneOf } from './check-option.ts'
import type { CookieOptions } from './session-options.ts'

/** The attributes of our cookies, checked against each other and against `baseUrl`. */
export function checkCookie(options: CookieOptions = {}, baseUrl: BaseUrl | undefined): CookieAttributes {
  const { domain, path = '/', secure, partitioned = false } = options
  checkFlag(secure, 'session.cookie.secure')
  checkFlag(partitioned, 'session.cookie.partitioned')
  const sameSite = oneOf(options.sameSite, 'session.cookie.sameSite', ['lax', 'strict', 'none'], 'lax')
  // What `cookie` would refuse only at the first request, or worse, write into the header.
  if (
    domain !== undefined &&
    (typeof domain !== 'string' || !/^\.?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(domain))
  ) {
    throw optionError('session.cookie.domain', "a host name such as 'example.com'", domain)
  }
  if (!/^\/[\x21-\x3a\x3c-\x7e]*$/.test(path))
    throw optionError('session.cookie.path', "a path such as '/'", path)
  if (secure === true && baseUrl?.secure === false) {
    throw setupError(
      'WECOM_SETUP_SECURE_COOKIE_ON_HTTP',
      `session.cookie.secure is true, but baseUrl ${baseUrl.origin} is plain http: the browser would drop every cookie and signing in would never end. Use an https baseUrl, or leave secure out`,
    )
  }
  if ((sameSite === 'none' || partitioned) && (secure ?? baseUrl?.secure) !== true) {
    throw setupError(
      'WECOM_SETUP_SECURE_COOKIE_ON_HTTP',
      "session.cookie.sameSite 'none' and partitioned need Secure cookies, and those an https baseUrl",
    )
  }
  return { path, domain, sameSite, partitioned }
}

/** The session cookie's name without `__Host-`. */
export function checkCookieName(value: unknown, attributes: CookieAttributes, fallback: string): string {
  const name = value ?? fallback
  if (typeof name !== 'string' || !/^[\w!#$%&'*+.^`|~-]{1,64}$/.test(name)) {
    throw optionError('session.name', 'a cookie name of 1 to 64 letters, digits, - or _', value)
  }
  const prefix = /^__(?:Host|Secure|Http|HostHttp)-/i.exec(name)?.[0]
  if (prefix === undefined) return name
  const why =
    attributes.domain === undefined
      ? 'it is added by itself on https with path / and no domain'
      : 'a cookie with a domain cannot have it'
  throw setupError('WECOM_SETUP_COOKIE_PREFIX', `session.name must not begin with ${prefix}: ${why}`)
}
