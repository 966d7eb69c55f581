import { isLoopback } from '../internal/is-loopback.ts'

/**
 * A base URL without a slash at its end; undefined when it may not be one. Plain http would send the secret in the
 * clear, so it is for loopback and, where the operator says that this is a private deployment, for networks and
 * container names of one's own; only those have a path, that of a gateway in front.
 */
export function baseUrlOf(value: string, isPrivate: boolean): string | undefined {
  const url = URL.parse(value)
  if (url === null || `${url.username}${url.password}${url.search}${url.hash}` !== '') return undefined
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && (isPrivate || isLoopback(url.hostname)))
  if (!isSafe || (url.pathname !== '/' && !isPrivate)) return undefined
  return url.origin + url.pathname.replace(/\/+$/, '')
}

/** What {@link baseUrlOf} takes, in words. */
export function wantedBaseUrl(isPrivate: boolean): string {
  return isPrivate
    ? 'an http or https URL such as http://wecom-gateway:8080/api, without query or credentials'
    : "an https origin such as https://qyapi.weixin.qq.com (http only for loopback), without path, query or credentials. For a private deployment (私有化部署) add deployment: 'private', which allows http and a path"
}

/** A base URL taken apart as undici wants it. */
export function splitBaseUrl(baseUrl: string): { origin: string; path: string } {
  const { origin, pathname } = new URL(baseUrl)
  return { origin, path: pathname === '/' ? '' : pathname }
}
