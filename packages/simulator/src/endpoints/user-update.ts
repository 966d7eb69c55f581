import { updateUser } from '../contacts/edit-members.ts'
import { readMemberFields } from '../contacts/write-member.ts'
import { contactWrite } from '../rules/contact-write.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyText, requiredBodyText } from '../rules/parameters.ts'

/**
 * `POST /cgi-bin/user/update`, for contacts-sync; `new_userid` renames.
 *
 * How sure: fields, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90197
 */
export const userUpdate: Endpoint = {
  path: '/cgi-bin/user/update',
  answer(call) {
    const userid = requiredBodyText(call, 'userid', 41009)
    const renamed = bodyText(call, 'new_userid') ?? userid
    contactWrite(() => updateUser(call.world, userid, readMemberFields({ ...call.body, userid: renamed })))
    return { errmsg: 'updated' }
  },
}
