import { memberView } from '../rules/member-view.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { requiredQuery } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'

/** Documented: a userid has 1 to 64 bytes. */
const maxBytes = 64

/**
 * `GET /cgi-bin/user/get`: one member.
 *
 * How sure: fields and codes official; the empty containers of a refusal by a live probe.
 * @see https://developer.work.weixin.qq.com/document/path/90196
 */
export const userGet: Endpoint = {
  path: '/cgi-bin/user/get',
  empty: { department: [], order: [], is_leader_in_dept: [], direct_leader: [] },
  answer(call) {
    const userid = requiredQuery(call, 'userid', 41009)
    if (Buffer.byteLength(userid) > maxBytes) throw new Refusal(40003)
    return memberView(call, visibleMember(call, userid))
  },
}
