import type { Endpoint } from '../rules/endpoint.ts'
import { requiredBodyText } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'
import { useridKey } from '../world/member.ts'

/**
 * `POST /cgi-bin/user/tfa_succ`: the second verification at use time is done. The tfa_code works once.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/99500
 */
export const userTfaSucc: Endpoint = {
  path: '/cgi-bin/user/tfa_succ',
  concurrency: 20,
  answer(call) {
    const member = visibleMember(call, requiredBodyText(call, 'userid', 41009))
    const code = requiredBodyText(call, 'tfa_code', 40207)
    const found = call.world.tfaCodes.find(code)
    const genuine =
      found !== undefined && !found.expired && useridKey(found.value) === useridKey(member.userid)
    if (!genuine) throw new Refusal(40207)
    call.world.tfaCodes.use(code)
    return {}
  },
}
