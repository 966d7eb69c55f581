import type { Endpoint } from '../rules/endpoint.ts'
import { requiredBodyText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `POST /cgi-bin/user/convert_to_userid`.
 *
 * How sure: official, seen through a mirror; 46004 for an unknown openid is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/90202
 */
export const userConvertToUserid: Endpoint = {
  path: '/cgi-bin/user/convert_to_userid',
  answer(call) {
    const member = call.world.otherIds.find(requiredBodyText(call, 'openid', 40063))
    if (member === undefined || !call.visibility.seesMember(member)) throw new Refusal(46004)
    return { userid: member.userid }
  },
}
