const userIdPattern = /^(?:[A-Za-z0-9_-]{1,64}\/)?[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/

/**
 * Whether a text can be a userid, optionally behind `CorpId/` (a member of a linked organisation). Anything else is
 * refused before it can reach a cache key or a URL.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90195
 */
export function isUserId(text: string): boolean {
  return userIdPattern.test(text)
}
