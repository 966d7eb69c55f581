import { Refusal } from '../wire/refusal.ts'
import type { App } from '../world/app.ts'
import type { CodeRecord } from '../world/code-book.ts'
import type { Call } from './call.ts'
import { trustsHost } from './trusted-domain.ts'

/**
 * Uses a code up. Another app's token gets 50001 and leaves the code alive: it was never this app's to use.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91023
 */
export function exchangeCode(
  call: Call,
  code: string | undefined,
  purpose: CodeRecord['purpose'],
): CodeRecord {
  if (code === undefined) throw new Refusal(41008)
  const { codes, settings } = call.world
  const record = codes.find(code)
  if (record === undefined || record.purpose !== purpose) throw new Refusal(40029)
  const specific = settings.codeErrors === 'specific'
  if (record.used) throw new Refusal(specific ? 42022 : 40029)
  if (codes.expired(record)) throw new Refusal(specific ? 42003 : 40029)
  if (!belongsTo(call, record, call.app)) throw new Refusal(50001)
  record.used = true
  return record
}

/** A link without agentid belongs to whichever app trusts the domain the code went to. */
function belongsTo(call: Call, record: CodeRecord, app: App): boolean {
  if (record.agentId !== undefined) return record.agentId === app.agentId
  return record.purpose === 'verify' || trustsHost(app, record.host, call.world.settings)
}
