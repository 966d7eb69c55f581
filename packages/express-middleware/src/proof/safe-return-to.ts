/** Where a visitor may be sent after signing in or out. */
export interface ReturnRules {
  /** Public origin of this app, such as `https://oa.example.com`. */
  origin: string
  /** Path under which the public sees this app: `''`, or `/oa` behind a proxy that strips it. */
  prefix: string
  /** Our own login, callback and logout paths, as the public sees them: going back there would loop. */
  ownPaths: readonly string[]
  /** Other origins that may be returned to, compared exactly. */
  allowedOrigins: readonly string[]
}

/**
 * The page travels in a sealed cookie, a third longer, in the answer that leads to WeCom: nginx takes 4 kB of head by
 * default, and helmet's headers fill a quarter of them.
 */
const maxLength = 1024
// Browsers drop tab, CR and LF inside a URL and read a backslash as a slash: "/\t/evil" and "/\evil" leave the site.
// eslint-disable-next-line no-control-regex -- these are exactly the characters to refuse
const treacherous = /[\\\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/
// What a path must not be, nor become when a proxy in front of us decodes it once more.
// eslint-disable-next-line no-control-regex -- these are exactly the characters to refuse
const treacherousDecoded = /^\/[\\/\u0000-\u0020\u007f-\u00a0\ufeff]|[\u0000\r\n]/

/**
 * Turns what somebody asked to return to into an address on this site (or an allowed origin), else the app's root.
 * Never throws. The value is parsed the way a browser parses it and compared as an origin: prefix comparisons and
 * collapsing of slashes are how open redirects get through.
 */
export function safeReturnTo(candidate: unknown, rules: ReturnRules): string {
  const home = `${rules.prefix}/`
  if (typeof candidate !== 'string') return home
  const text = shortened(candidate)
  if (text === undefined || treacherous.test(text)) return home
  return text.startsWith('/') ? (safePath(text, rules) ?? home) : (safeAddress(text, rules) ?? home)
}

function shortened(text: string): string | undefined {
  if (text.length <= maxLength) return text
  const path = text.split(/[?#]/, 1)[0] ?? ''
  return path.length <= maxLength ? path : undefined
}

function safePath(text: string, rules: ReturnRules): string | undefined {
  if (text.startsWith('//')) return undefined
  return onOurOrigin(URL.parse(text, rules.origin), rules)
}

function safeAddress(text: string, rules: ReturnRules): string | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '') return undefined
  return onOurOrigin(url, rules) ?? (rules.allowedOrigins.includes(url.origin) ? url.href : undefined)
}

function onOurOrigin(url: URL | null, rules: ReturnRules): string | undefined {
  if (url?.origin !== rules.origin) return undefined
  const { pathname, search, hash } = url
  if (treacherousDecoded.test(decoded(pathname))) return undefined
  if (rules.ownPaths.includes(withoutLastSlashes(pathname).toLowerCase())) return undefined
  // Percent-encoding can make it longer than what came in.
  return shortened(pathname + search + hash)
}

/** A loop and not `/\/+$/`, which is quadratic in a long run of slashes. */
function withoutLastSlashes(pathname: string): string {
  let end = pathname.length
  while (end > 1 && pathname[end - 1] === '/') end -= 1
  return pathname.slice(0, end)
}

/** A path that cannot be decoded cannot be decoded by a proxy either. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
