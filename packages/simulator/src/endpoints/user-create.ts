import { createUser } from '../contacts/edit-members.ts'
import { readMemberFields } from '../contacts/write-member.ts'
import { contactWrite } from '../rules/contact-write.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { requiredBodyText } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `POST /cgi-bin/user/create`, for contacts-sync. A change that contacts-sync makes itself is not called back to it.
 *
 * How sure: fields, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90195
 */
export const userCreate: Endpoint = {
  path: '/cgi-bin/user/create',
  answer(call) {
    const userid = requiredBodyText(call, 'userid', 41009)
    const name = requiredBodyText(call, 'name', 40063)
    contactWrite(() => {
      const fields = readMemberFields(call.body)
      const { mobile = '' } = fields
      const taken = mobile !== '' && call.world.directory.findMember((member) => member.mobile === mobile)
      if (taken) throw new Refusal(60104)
      createUser(call.world, { department: [1], ...fields, userid, name })
    })
    return { errmsg: 'created' }
  },
}
