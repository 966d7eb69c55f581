import type { UserDetail, WecomIdentity } from '@wecom-kit/core'
import { isWecomError } from '@wecom-kit/core'
import { WecomSSOError } from '../errors/sso-error.ts'
import type { SsoConfig } from '../options/resolve-options.ts'
import { parseUser } from '../user/parse-user.ts'
import type { WecomUser } from '../user/wecom-user.ts'
import { directoryFields } from './directory-fields.ts'
import { mapUpstreamError } from './map-upstream-error.ts'

/** Trades a code for the member who came back, with as much about them as the options ask for. */
export type ExchangeCode = (code: string) => Promise<WecomUser>

/**
 * One sign-in's calls to WeCom, all within `timeout`. What WeCom answers is checked as strictly as what a visitor
 * sends: errcode 0 also comes for people who are no members at all.
 */
export function createExchange(config: SsoConfig): ExchangeCode {
  const { client, options, agentId, now, timeout, maxInflight } = config
  let inflight = 0
  const exchange: ExchangeCode = async (code) => {
    const signal = AbortSignal.timeout(timeout)
    const identity = await client.auth.identify(code, { signal, timeout })
    const { corpId, userId, ticket } = memberOf(identity, client.corpId, options.allowLinked === true)
    const consented = ticket === undefined ? {} : await consentedFields(ticket, config, signal)
    const listed = options.profile === 'directory' ? await directoryFields(config, userId, signal) : {}
    const user = parseUser({ ...listed, ...consented, corpId, agentId, userId, loginAt: now() })
    if (user !== undefined) return user
    throw unexpected()
  }
  return async (code) => {
    if (inflight >= maxInflight) {
      throw new WecomSSOError('WECOM_BUSY', `${maxInflight} sign-ins are already talking to WeCom`)
    }
    inflight += 1
    try {
      return await exchange(code)
    } catch (error) {
      throw mapUpstreamError(error)
    } finally {
      inflight -= 1
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
  if (identity.kind === 'linked-member' && allowLinked) {
    return { corpId: identity.corpId, userId: identity.userId, ticket: undefined }
  }
  if (identity.kind !== 'linked-member') throw unexpected()
  throw new WecomSSOError(
    'WECOM_LINKED_MEMBER',
    'the member belongs to a linked corp; set allowLinked to let them in',
  )
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

/** WeCom refusing the details (not consented, not ticked by the admin) is an answer; not reaching WeCom is a failure. */
async function consentedFields(
  ticket: string,
  config: SsoConfig,
  signal: AbortSignal,
): Promise<Partial<WecomUser>> {
  try {
    return fieldsOf(await config.client.auth.getUserDetail(ticket, { signal }))
  } catch (error) {
    if (!isWecomError(error) || error.code !== 'ERR_WECOM_API') throw error
    config.options.logger?.warn(
      { errcode: error.errcode },
      'wecomSSO: getuserdetail refused; signing in without it',
    )
    return {}
  }
}

function fieldsOf(detail: UserDetail): Partial<WecomUser> {
  const gender = detail.gender === '1' ? 'male' : detail.gender === '2' ? 'female' : undefined
  return {
    ...(gender === undefined ? {} : { gender }),
    ...text('avatarUrl', detail.avatar),
    ...text('mobile', detail.mobile),
    ...text('email', detail.email),
    ...text('businessEmail', detail.biz_mail),
  }
}

function text(field: 'avatarUrl' | 'mobile' | 'email' | 'businessEmail', value: unknown): Partial<WecomUser> {
  return typeof value === 'string' && value !== '' ? { [field]: value } : {}
}

function unexpected(): WecomSSOError {
  return new WecomSSOError('WECOM_UPSTREAM', 'WeCom answered an identity of an unknown form')
}
