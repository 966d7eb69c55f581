import type { WecomIdentity } from '@wecom-kit/core'
import { readConsented } from '@wecom-kit/core/foundation'
import { report } from '../errors/report.ts'
import { WecomSSOError } from '../errors/sso-error.ts'
import type { ConsentedFields } from '../options/options.ts'
import type { Settings } from '../options/settings.ts'
import { parseUser, type WecomUser } from '../user.ts'
import { directoryFields } from './directory-fields.ts'
import { createPlaces } from './places.ts'
import { linked } from './standing.ts'
import { mapUpstreamError, upstreamFacts } from './upstream-error.ts'

/** Who came back, and what they consented to. */
export interface Arrival {
  readonly user: WecomUser
  /** What the member consented to, where it was asked for. */
  readonly consented: ConsentedFields
}

/** Trades a code for the member who came back. `from` is the address it came from, to share the places fairly. */
export type ExchangeCode = (code: string, from: string) => Promise<Arrival>

/**
 * One sign-in's calls to WeCom, all within `timeout`. What WeCom answers is checked as strictly as what a visitor
 * sends: errcode 0 also comes for people who are no members at all.
 */
export function createExchange(settings: Settings): ExchangeCode {
  const { client, options, agentId, now } = settings
  const places = createPlaces(options.maxInflight, options.timeout)
  const exchange = async (code: string): Promise<Arrival> => {
    // Before WeCom is asked: whoever is revoked while it answers is revoked.
    const loginAt = now()
    const { timeout } = options
    const signal = AbortSignal.timeout(timeout)
    const identity = await client.auth.identify(code, { signal, timeout })
    const { corpId, userId, ticket } = memberOf(identity, client.corpId, options.allowLinked)
    const asked = ticket !== undefined && options.scope === 'snsapi_privateinfo'
    const consented = asked ? await consentedFields(ticket, settings, signal) : {}
    const listed = options.profile === 'directory' ? await directoryFields(settings, userId, signal) : {}
    const user = parseUser({ ...listed, ...consented, corpId, agentId, userId, loginAt })
    if (user !== undefined) return { user, consented }
    throw unexpected()
  }
  return async (code, from) => {
    try {
      return await places.run(from, () => exchange(code))
    } catch (error) {
      throw mapUpstreamError(error)
    }
  }
}

interface Member {
  corpId: string
  userId: string
  ticket: string | undefined
}

function memberOf(identity: WecomIdentity, corpId: string, allowLinked: boolean): Member {
  if (identity.kind === 'external') {
    throw new WecomSSOError(
      'WECOM_NOT_MEMBER',
      'whoever scanned or opened the link is not a member of the corp',
    )
  }
  if (!isUserId(identity.userId)) throw unexpected()
  if (identity.kind === 'member') {
    if (identity.corpId !== corpId) throw unexpected()
    return { corpId, userId: identity.userId, ticket: identity.userTicket }
  }
  if (identity.kind !== 'linked-member') throw unexpected()
  if (allowLinked) return { corpId: identity.corpId, userId: identity.userId, ticket: undefined }
  throw linked()
}

/** Apps use userids as object keys: the few that mean something to JavaScript are no member's. */
function isUserId(userId: unknown): boolean {
  return (
    typeof userId === 'string' &&
    userId !== '' &&
    Buffer.byteLength(userId) <= 256 &&
    !['__proto__', 'constructor', 'prototype'].includes(userId)
  )
}

/** Who it is has been settled: whatever goes wrong with the details, they are only missing. */
async function consentedFields(
  ticket: string,
  { client, options }: Settings,
  signal: AbortSignal,
): Promise<ConsentedFields> {
  try {
    return readConsented(await client.auth.getUserDetail(ticket, { signal }))
  } catch (error) {
    report(
      options.logger,
      'warn',
      'wecomSSO: getuserdetail failed; signing in without what the member consented to',
      { ...upstreamFacts(error) },
    )
    return {}
  }
}

function unexpected(): WecomSSOError {
  return new WecomSSOError('WECOM_UPSTREAM', 'WeCom answered an identity of an unknown form')
}
