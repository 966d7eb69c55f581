import type { Settings } from '../settings/settings.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * The caller's address must be among the trusted IPs.
 *
 * How sure: 60020 by the official error table. That gettoken itself does not look at the IP is what people report; use
 * a fault on `/cgi-bin/gettoken` for the other reading.
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function checkTrustedIp(ip: string, settings: Settings): void {
  const trusted = settings.trustedIps
  if (!trusted.includes('*') && !trusted.includes(ip)) throw new Refusal(60020)
}
