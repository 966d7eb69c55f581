import type { Endpoint } from '../rules/endpoint.ts'
import { requiredQuery } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'

/**
 * `GET /cgi-bin/user/authsucc`: the second verification at login is done.
 *
 * How sure: official; only contacts-sync may call it.
 * @see https://developer.work.weixin.qq.com/document/path/99521
 */
export const userAuthsucc: Endpoint = {
  path: '/cgi-bin/user/authsucc',
  kinds: ['contacts-sync'],
  answer(call) {
    visibleMember(call, requiredQuery(call, 'userid', 41009))
    return {}
  },
}
