import { findByContact } from '../rules/find-by-contact.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { requiredBodyText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `POST /cgi-bin/user/getuserid`: a userid by mobile number.
 *
 * How sure: official (page of 2025-08-29); 40058 for a number outside 5 to 32 bytes is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/95402
 */
export const userGetuserid: Endpoint = {
  path: '/cgi-bin/user/getuserid',
  answer(call) {
    const mobile = requiredBodyText(call, 'mobile', 40063)
    if (Buffer.byteLength(mobile) < 5 || Buffer.byteLength(mobile) > 32) throw new Refusal(40058)
    return { userid: findByContact(call, 'user/getuserid', (member) => member.mobile === mobile).userid }
  },
}
