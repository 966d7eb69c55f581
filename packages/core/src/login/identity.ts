import type { UserInfo } from './user-info.ts'

/**
 * Who came back from the login page.
 *
 * - `member`: one of the corp's own members. Sign these in. `userDocTicket` lets its holder act on the member's documents
 *   for 30 days: keep it like a password.
 * - `linked-member`: a member of a linked (上下游 or 互联) corp; `userId` keeps WeCom's `CorpId/userid` form.
 * - `external`: not a member at all. WeCom answers errcode 0 for them: a sign-in that only looks at errcode lets
 *   every WeChat user in.
 */
export type WecomIdentity =
  | { kind: 'member'; corpId: string; userId: string; userTicket?: string; userDocTicket?: string }
  | { kind: 'linked-member'; corpId: string; userId: string }
  | { kind: 'external'; openId: string; externalUserId?: string }

/** Reads an answer of auth/getuserinfo; undefined when it holds neither a userid nor an openid. */
export function identityOf(info: UserInfo, corpId: string): WecomIdentity | undefined {
  const { userid, user_ticket: userTicket, user_doc_ticket: userDocTicket } = info
  const { openid, external_userid: externalUserId } = info
  if (isText(userid)) {
    const slash = userid.indexOf('/')
    if (slash > 0) return { kind: 'linked-member', corpId: userid.slice(0, slash), userId: userid }
    return {
      kind: 'member',
      corpId,
      userId: userid,
      ...(isText(userTicket) ? { userTicket } : {}),
      ...(isText(userDocTicket) ? { userDocTicket } : {}),
    }
  }
  if (!isText(openid)) return undefined
  return isText(externalUserId)
    ? { kind: 'external', openId: openid, externalUserId }
    : { kind: 'external', openId: openid }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
