import type { Endpoint } from '../rules/endpoint.ts'
import { queryId } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `GET /cgi-bin/tag/get`: a tag's visible members and departments.
 *
 * How sure: fields and visibility official (page of 2021-08-11); 40068 for a missing id from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/90213
 */
export const tagGet: Endpoint = {
  path: '/cgi-bin/tag/get',
  empty: { userlist: [], partylist: [] },
  answer(call) {
    const { directory } = call.world
    const tag = directory.tag(queryId(call, 'tagid', 40068) ?? -1)
    if (tag === undefined) throw new Refusal(40068)
    const members = tag.userlist.flatMap((userid) => directory.member(userid) ?? [])
    const visible = members.filter((member) => call.visibility.seesMember(member))
    return {
      tagname: tag.tagname,
      userlist: visible.map(({ name, userid }) => ({ userid, name })),
      partylist: tag.partylist.filter((id) => call.visibility.seesDepartment(id)),
    }
  },
}
