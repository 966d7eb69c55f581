import type { Settings } from '../settings/settings.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * The caller's address must be among the trusted IPs.
 *
 * How sure: 60020 by the official error table. It does not say whether gettoken itself looks at the IP; what people
 * report is a token and then 60020 from message/send, so that is the default, and the setting `gettoken.untrustedIp`
 * brings the other reading.
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function checkTrustedIp(ip: string, settings: Settings): void {
  const trusted = settings.trustedIps
  if (!trusted.includes('*') && !trusted.includes(ip)) throw new Refusal(60020)
}
