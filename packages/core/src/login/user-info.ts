/**
 * WeCom's answer to a login code: a member (`userid`) or, also with errcode 0, somebody who is not one (`openid`).
 *
 * @see https://developer.work.weixin.qq.com/document/path/91023
 */
export interface UserInfo {
  userid?: string
  /** Only for `snsapi_privateinfo` in the in-app flow and members in the visible range; lives 1800 s. */
  user_ticket?: string
  openid?: string
  external_userid?: string
}
