import { stringifySetCookie } from 'cookie'

/** Attributes every cookie of ours shares. */
export interface CookieAttributes {
  readonly path: string
  readonly domain: string | undefined
  readonly sameSite: 'lax' | 'strict' | 'none'
  readonly partitioned: boolean
}

/** Our cookies for one scheme: names, and how to write them. */
export interface SsoCookies {
  readonly session: string
  /** Prefix of the sign-ins under way, one cookie each. */
  readonly login: string
  /** Who signed out and when, sealed: stops silent sign-ins, and that member's sessions that began before. */
  readonly signedOut: string
  /** Counts sign-ins within a minute that left no session behind. */
  readonly tries: string
  /** A Set-Cookie value; without `maxAge` (seconds) the cookie ends with the browser. */
  readonly write: (name: string, value: string, maxAge?: number) => string
  readonly remove: (name: string) => string
}

/**
 * Names and writes cookies. `__Host-` is used whenever the browser would accept it: such a cookie cannot be planted
 * by a sibling subdomain or over plain http.
 */
export function createCookies(name: string, attributes: CookieAttributes, secure: boolean): SsoCookies {
  const hostOnly = secure && attributes.path === '/' && attributes.domain === undefined
  const base = hostOnly ? `__Host-${name}` : name
  const write = (cookie: string, value: string, maxAge?: number): string =>
    stringifySetCookie({
      name: cookie,
      value,
      path: attributes.path,
      httpOnly: true,
      secure,
      // The way back from WeCom is a cross-site navigation: a strict cookie would stay behind.
      sameSite: cookie === base || attributes.sameSite === 'none' ? attributes.sameSite : 'lax',
      ...(attributes.domain === undefined ? {} : { domain: attributes.domain }),
      ...(attributes.partitioned ? { partitioned: true } : {}),
      ...(maxAge === undefined ? {} : { maxAge }),
    })
  return {
    session: base,
    login: `${base}_login_`,
    signedOut: `${base}_out`,
    tries: `${base}_tries`,
    write,
    remove: (cookie) => write(cookie, '', 0),
  }
}
