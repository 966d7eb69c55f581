import type { Settings } from '../settings/settings.ts'
import { Refusal } from '../wire/refusal.ts'
import type { App } from '../world/app.ts'

/**
 * The caller's address must be among the trusted IPs.
 *
 * How sure: 60020 by the official error table. It does not say whether gettoken itself looks at the IP; what people
 * report is a token and then 60020 from message/send, so that is the default, and the setting `gettoken.untrustedIp`
 * brings the other reading.
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function checkTrustedIp(ip: string, settings: Settings, app: App): void {
  const trusted = trustedIpsOf(app, settings)
  if (!trusted.includes('*') && !trusted.includes(ip))
    throw new Refusal(60020, 'trusted IP', `${ip} is not among the trusted IPs ${trusted.join(', ')}`)
}

/** The app's own, or those for all apps. */
function trustedIpsOf({ trustedIps = [] }: App, settings: Settings): readonly string[] {
  return trustedIps.length > 0 ? trustedIps : settings.trustedIps
}
