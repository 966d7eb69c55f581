// 1 to 64 of WeCom's characters, the first a letter or digit. Anything else cannot be a member, and is not worth a
// call; `CorpId/userid` of a linked corp is a valid id, but never one of this directory.
const userIdPattern = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/

/** The key two spellings of one userid share: WeCom compares without case. Undefined for what no member can be called. */
export function userKey(userId: string): string | undefined {
  return userIdPattern.test(userId) ? userId.toLowerCase() : undefined
}
