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
  if (code === undefined) throw new Refusal(41008, 'parameters', 'there is no code in the query')
  const { codes, settings } = call.world
  const record = codes.find(code)
  if (record === undefined)
    throw new Refusal(40029, 'code', 'no such code was handed out since the last reset')
  const which = `code #${record.serial}`
  if (record.purpose !== purpose)
    throw new Refusal(40029, 'code', `${which} is for ${record.purpose}, not for ${purpose}`)
  const specific = settings.codeErrors === 'specific'
  if (record.used) throw new Refusal(specific ? 42022 : 40029, 'code', `${which} was used before`)
  if (codes.expired(record))
    throw new Refusal(specific ? 42003 : 40029, 'code', `${which} expired after five minutes`)
  if (!belongsTo(call, record, call.app)) throw new Refusal(50001, 'code', foreign(call, record))
  record.used = true
  return record
}

function foreign({ app, world }: Call, { agentId, host, serial }: CodeRecord): string {
  const owner = agentId === undefined ? undefined : world.appByAgentId(agentId)
  if (owner !== undefined) return `code #${serial} belongs to ${owner.name}, and ${app.name} asked`
  return `code #${serial} went to ${host}, which ${app.name} does not trust`
}

/** A link without agentid belongs to whichever app trusts the domain the code went to. */
function belongsTo(call: Call, record: CodeRecord, app: App): boolean {
  if (record.agentId !== undefined) return record.agentId === app.agentId
  return record.purpose === 'verify' || trustsHost(app, record.host, call.world.settings)
}
