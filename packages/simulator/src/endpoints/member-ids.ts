import type { Answer } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { findByContact } from '../rules/find-by-contact.ts'
import { bodyTexts, requiredBodyText } from '../rules/parameters.ts'
import { visibleMember } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'
import { openidOf } from '../world/other-ids.ts'

/**
 * `POST /cgi-bin/user/getuserid`: a userid by mobile number.
 *
 * How sure: official (page of 2025-08-29); 40058 for a number outside 5 to 32 bytes is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/95402
 */
const userGetuserid: Endpoint = {
  path: '/cgi-bin/user/getuserid',
  answer(call) {
    const mobile = requiredBodyText(call, 'mobile', 40063)
    if (Buffer.byteLength(mobile) < 5 || Buffer.byteLength(mobile) > 32)
      throw new Refusal(40058, 'parameters', 'mobile must have 5 to 32 bytes')
    return { userid: findByContact(call, 'user/getuserid', (member) => member.mobile === mobile).userid }
  },
}

/**
 * `POST /cgi-bin/user/get_userid_by_email`: a userid by company mail (type 1, the default) or personal mail (type 2).
 *
 * How sure: official (page of 2025-08-29).
 * @see https://developer.work.weixin.qq.com/document/path/95895
 */
const userGetUseridByEmail: Endpoint = {
  path: '/cgi-bin/user/get_userid_by_email',
  answer(call) {
    const email = requiredBodyText(call, 'email', 40063).toLowerCase()
    const type = call.body['email_type'] ?? 1
    if (type !== 1 && type !== 2)
      throw new Refusal(40058, 'parameters', 'email_type is 1 (of the corp) or 2 (personal)')
    const field = type === 1 ? 'biz_mail' : 'email'
    const found = findByContact(
      call,
      'user/get_userid_by_email',
      (member) => member[field].toLowerCase() === email,
    )
    return { userid: found.userid }
  },
}

/**
 * `POST /cgi-bin/user/convert_to_openid`.
 *
 * How sure: official, seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90202
 */
const userConvertToOpenid: Endpoint = {
  path: '/cgi-bin/user/convert_to_openid',
  answer(call) {
    const openid = openidOf(call.world.corpId, visibleMember(call, requiredBodyText(call, 'userid', 41009)))
    if (openid === undefined)
      throw new Refusal(43004, 'state', 'this member has no openid: not joined with WeChat')
    return { openid }
  },
}

/**
 * `POST /cgi-bin/user/convert_to_userid`.
 *
 * How sure: official, seen through a mirror; 46004 for an unknown openid is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/90202
 */
const userConvertToUserid: Endpoint = {
  path: '/cgi-bin/user/convert_to_userid',
  answer(call) {
    const member = call.world.otherIds.find(requiredBodyText(call, 'openid', 40063))
    if (member === undefined || !call.visibility.seesMember(member))
      throw new Refusal(46004, 'parameters', 'there is no visible member of this openid')
    return { userid: member.userid }
  },
}

const maxIds = 1000

/**
 * `POST /cgi-bin/batch/openuserid_to_userid`: a provider's ids to the corp's own.
 *
 * How sure: fields and the limit of 1000 official; 40035 for a wrong list is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/95884
 */
const batchOpenuseridToUserid: Endpoint = {
  path: '/cgi-bin/batch/openuserid_to_userid',
  empty: { userid_list: [], invalid_open_userid_list: [] },
  answer(call) {
    const ids = bodyTexts(call, 'open_userid_list', 40035)
    const source = call.body['source_agentid']
    if (ids.length === 0 || ids.length > maxIds || typeof source !== 'number')
      throw new Refusal(
        40035,
        'parameters',
        `open_userid_list must have 1 to ${maxIds} ids, source_agentid a number`,
      )
    const found: Answer[] = []
    const invalid: string[] = []
    for (const id of ids) {
      const member = call.world.otherIds.find(id)
      if (member === undefined || !call.visibility.seesMember(member)) invalid.push(id)
      else found.push({ open_userid: id, userid: member.userid })
    }
    return { userid_list: found, invalid_open_userid_list: invalid }
  },
}

/**
 * `POST /cgi-bin/batch/userid_to_openuserid`: only for tokens of third-party and provider-built apps, which are not
 * simulated, so every token here gets 48002.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/97062
 */
const batchUseridToOpenuserid: Endpoint = {
  path: '/cgi-bin/batch/userid_to_openuserid',
  empty: { open_userid_list: [], invalid_userid_list: [] },
  kinds: [],
  answer: () => ({}),
}

/** Finding a member by something else than the userid. */
export const memberIdEndpoints: readonly Endpoint[] = [
  userGetuserid,
  userGetUseridByEmail,
  userConvertToOpenid,
  userConvertToUserid,
  batchOpenuseridToUserid,
  batchUseridToOpenuserid,
]
