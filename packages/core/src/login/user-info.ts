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
