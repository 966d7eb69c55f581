/** What WeCom hides in an errmsg. */
export interface ErrmsgParts {
  /** The id WeCom's support asks for. */
  hint?: string
  /** The address WeCom saw the request come from. */
  fromIp?: string
  /** WeCom's page about the errcode. */
  helpUrl?: string
}

// Every piece is bounded: an errmsg comes from outside and may be a megabyte of anything.
const hintFormat = /\bhint:\s{0,4}\[([\w.-]{1,128})\]/
const fromIpFormat = /\bfrom ip:\s{0,4}([\da-fA-F.:]{3,45})(?![\w.:])/
const helpUrlFormat = /\bmore info at\s{1,4}(https:\/\/[\w.-]{1,64}\/[\w.~:/?=&%-]{0,200})/

/**
 * Takes an errmsg apart: `TEXT, hint: [HINT], from ip: A.B.C.D, more info at URL`.
 *
 * Each part may be missing. Both forms of the hint are understood: some 25 digits today, `1576065934_28_<32 hex>` in
 * older answers.
 */
export function parseErrmsg(errmsg: string): ErrmsgParts {
  const parts: ErrmsgParts = {}
  const hint = hintFormat.exec(errmsg)?.[1]
  const fromIp = fromIpFormat.exec(errmsg)?.[1]
  const helpUrl = helpUrlFormat.exec(errmsg)?.[1]
  if (hint !== undefined) parts.hint = hint
  if (fromIp !== undefined) parts.fromIp = fromIp
  if (helpUrl !== undefined) parts.helpUrl = helpUrl
  return parts
}
