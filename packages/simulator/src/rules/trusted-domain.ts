import type { Settings } from '../settings/settings.ts'
import type { App } from '../world/app.ts'

/** A developer's own machine, any port. The real WeCom knows no such thing; the setting `exact` turns it off. */
const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Whether a redirect_uri to this host[:port] is allowed: exact match, port included, no wildcards; scheme and path do
 * not matter.
 *
 * How sure: official, with `mail.qq.com` and `mail.qq.com:8080` as the page's own example.
 * @see https://developer.work.weixin.qq.com/document/path/91335
 */
export function trustsHost(app: App, host: string, settings: Settings, web = false): boolean {
  if (settings.trustedDomains === 'loopback' && loopback.test(host)) return true
  if (app.trustedDomains?.includes(host) === true) return true
  return web && app.webLoginDomains?.includes(host) === true
}
