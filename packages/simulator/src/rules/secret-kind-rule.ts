import type { Settings } from '../settings/settings.ts'
import type { App } from '../world/app.ts'
import type { TokenEndpoint } from './endpoint.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * Each secret opens its own APIs, and contacts-sync may not read details from an IP it did not use before 2022-08-15.
 *
 * How sure: 48002 and 48009 by the official error table; which IP counts as new is a setting.
 * @see https://developer.work.weixin.qq.com/document/path/90665
 * @see https://developer.work.weixin.qq.com/document/path/96079
 */
export function checkSecretKind(app: App, endpoint: TokenEndpoint, settings: Settings): void {
  if (endpoint.kinds !== undefined && !endpoint.kinds.includes(app.kind)) throw new Refusal(48002)
  const fromNewIp = app.kind === 'contacts-sync' && settings.contactsSyncReads === 'refused'
  if (fromNewIp && endpoint.contactDetails === true) throw new Refusal(48009)
}
