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
export function readIdentity(info: UserInfo, corpId: string): WecomIdentity | undefined {
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

/**
 * WeCom's answer to a login code: a member (`userid`) or, also with errcode 0, somebody who is not one (`openid`).
 *
 * @see https://developer.work.weixin.qq.com/document/path/91023
 */
export interface UserInfo {
  userid?: string
  /** Only for `snsapi_privateinfo` in the in-app flow and members in the visible range; lives 1800 s. */
  user_ticket?: string
  /** Lets its holder act on the member's documents for 30 days: keep it like a password. Answered since 2026-06. */
  user_doc_ticket?: string
  openid?: string
  external_userid?: string
}

/**
 * The answer in today's spelling: private deployments and the older path answer `UserId` and `OpenId`. What else is in
 * it stays.
 */
export function readUserInfo(answer: UserInfo & { UserId?: string; OpenId?: string }): UserInfo {
  const { UserId: userId, OpenId: openId, ...info } = answer
  if (userId !== undefined) info.userid ??= userId
  if (openId !== undefined) info.openid ??= openId
  return info
}
