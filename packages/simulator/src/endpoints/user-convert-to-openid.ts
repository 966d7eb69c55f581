import type { Endpoint } from '../rules/endpoint.ts'
import { requiredBodyText } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'
import { openidOf } from '../world/other-ids.ts'

/**
 * `POST /cgi-bin/user/convert_to_openid`.
 *
 * How sure: official, seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90202
 */
export const userConvertToOpenid: Endpoint = {
  path: '/cgi-bin/user/convert_to_openid',
  answer(call) {
    const openid = openidOf(call.world.corpId, visibleMember(call, requiredBodyText(call, 'userid', 41009)))
    if (openid === undefined) throw new Refusal(43004)
    return { openid }
  },
}
