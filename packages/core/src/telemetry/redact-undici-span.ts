import { isSecretName } from '../wecom/secrets.ts'

/** The part of undici's request that is looked at; the one OpenTelemetry's hook passes fits. */
export interface UndiciSpanRequest {
  origin: string | URL
  /** With its query. */
  path: string
}

/**
 * Keeps WeCom's secrets out of spans: give it to `@opentelemetry/instrumentation-undici` as `startSpanHook`.
 *
 * WeCom takes access_token and corpsecret in the query, and the instrumentation writes the whole query into `url.full`
 * and `url.query`. This overwrites both, before a sampler or an exporter sees them, for every request below `/cgi-bin/`
 * (private deployments too) and for any other whose query holds a name such as `access_token`, `corpsecret`, `code`,
 * `ticket` or `key`: names stay, all values become `REDACTED`. Other requests keep their attributes.
 *
 * @example
 * ```ts
 * import { redactUndiciSpan } from '@wecom-kit/core'
 *
 * redactUndiciSpan({ origin: 'https://qyapi.weixin.qq.com', path: '/cgi-bin/gettoken?corpid=ww1&corpsecret=s3cret' })
 * // { 'url.full': 'https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=REDACTED&corpsecret=REDACTED',
 * //   'url.query': 'corpid=REDACTED&corpsecret=REDACTED' }
 * ```
 */
export function redactUndiciSpan(request: UndiciSpanRequest): Record<string, string> {
  const { origin, path } = splitUrl(request)
  const mark = path.indexOf('?')
  if (mark === -1) return {}
  const [pathname, query] = [path.slice(0, mark), path.slice(mark + 1)]
  if (!pathname.includes('/cgi-bin/') && !namesSecret(query)) return {}
  const redacted = query.split('&').map(withoutValue).join('&')
  return { 'url.full': `${origin}${pathname}?${redacted}`, 'url.query': redacted }
}

/** Something without a name is a value. */
function withoutValue(pair: string): string {
  const equals = pair.indexOf('=')
  return equals === -1 ? 'REDACTED' : `${pair.slice(0, equals)}=REDACTED`
}

/** undici also takes an absolute URL as path, for proxies. */
function splitUrl({ origin, path }: UndiciSpanRequest): { origin: string; path: string } {
  const url = path.startsWith('/') ? null : URL.parse(path)
  return url === null
    ? { origin: String(origin).replace(/\/$/, ''), path }
    : { origin: url.origin, path: url.pathname + url.search }
}

/** `access%5Ftoken` is access_token to a server. */
function namesSecret(query: string): boolean {
  return query.split('&').some((pair) => isSecretName(decoded(pair.split('=', 1)[0] ?? '')))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
