import { findByContact } from '../rules/find-by-contact.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { requiredBodyText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `POST /cgi-bin/user/get_userid_by_email`: a userid by company mail (type 1, the default) or personal mail (type 2).
 *
 * How sure: official (page of 2025-08-29).
 * @see https://developer.work.weixin.qq.com/document/path/95895
 */
export const userGetUseridByEmail: Endpoint = {
  path: '/cgi-bin/user/get_userid_by_email',
  answer(call) {
    const email = requiredBodyText(call, 'email', 40063).toLowerCase()
    const type = call.body['email_type'] ?? 1
    if (type !== 1 && type !== 2) throw new Refusal(40058)
    const field = type === 1 ? 'biz_mail' : 'email'
    const found = findByContact(
      call,
      'user/get_userid_by_email',
      (member) => member[field].toLowerCase() === email,
    )
    return { userid: found.userid }
  },
}
