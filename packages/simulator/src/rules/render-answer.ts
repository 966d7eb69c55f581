import { jsonReply, type Reply } from '../http/reply.ts'
import type { Answer } from './call.ts'
import type { Refusal } from '../wire/refusal.ts'

/** Success as WeCom writes it: errcode and errmsg first, and the errcode in a header too. */
export function renderAnswer(answer: Answer, warning: string): Reply {
  const reply = jsonReply(200, { errcode: 0, errmsg: `ok${warning}`, ...answer })
  const headers = { ...reply.headers, 'Error-Code': '0' }
  return { ...reply, headers, errcode: 0, members: countMembers(answer) }
}

/**
 * A business error: HTTP 200, the errcode in body and headers, and the empty containers of the success shape.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export function renderRefusal(
  refusal: Refusal,
  seconds: number,
  ip: string,
  empty: Answer,
  warning = '',
): Reply {
  const text = describe(refusal, seconds, ip) + warning
  const reply = jsonReply(200, { errcode: refusal.errcode, errmsg: text, ...empty })
  const headers = { ...reply.headers, 'Error-Code': String(refusal.errcode), 'Error-Msg': headerText(text) }
  return { ...reply, headers, errcode: refusal.errcode, why: refusal.why }
}

/** Seen on the wire: a bad token is answered bare, everything else with a hint, the caller's IP and a link. */
function describe(refusal: Refusal, seconds: number, ip: string): string {
  if (refusal.errcode === 40014) return refusal.message
  const link = `https://open.work.weixin.qq.com/devtool/query?e=${refusal.errcode}`
  return `${refusal.message}, hint: [${hint(seconds)}], from ip: ${ip}, more info at ${link}`
}

/** About 25 digits, the first ten of them the second of the call. */
function hint(seconds: number): string {
  const digits = Array.from({ length: 15 }, () => Math.floor(Math.random() * 10))
  return `${seconds}${digits.join('')}`
}

/** Header values are Latin-1 without line breaks. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?')
}

function countMembers(answer: Answer): number {
  const list = answer['userlist'] ?? answer['dept_user']
  return Array.isArray(list) ? list.length : 1
}
