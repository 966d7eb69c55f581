// 1 to 64 of WeCom's characters, the first a letter or digit.
const userIdPattern = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/
const linkedUserIdPattern = /^[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/
const departmentIdPattern = /^[0-9]{1,10}$/
const corpIdPattern = /^[\w-]{1,64}$/

/**
 * Whether something can be the userid of a member of this corp. Anything else cannot, and is refused before it reaches a
 * cache key or a URL. A pattern reads undefined as a word, so texts alone count.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90195
 */
export function isOwnUserId(text: unknown): boolean {
  return typeof text === 'string' && userIdPattern.test(text)
}

/** Whether something can be a userid, of this corp or behind `CorpId/` of a linked one (上下游, 互联企业). */
export function isUserId(text: unknown): boolean {
  return isOwnUserId(text) || (typeof text === 'string' && linkedUserIdPattern.test(text))
}

/** Whether a text can be a department id: WeCom numbers them with 32 bits. */
export function isDepartmentId(text: string): boolean {
  return departmentIdPattern.test(text)
}

/** Whether a text can be a CorpID. */
export function isCorpId(text: string): boolean {
  return corpIdPattern.test(text)
}

/** The key that all spellings of one userid share: WeCom compares userids without case. */
export function userKey(userId: string): string {
  return userId.toLowerCase()
}

/** Whether two userids name the same member. */
export function sameUser(left: string, right: string): boolean {
  return left === right || (left.length === right.length && userKey(left) === userKey(right))
}
