import { deleteUser } from '../contacts/edit-members.ts'
import { contactWrite } from '../rules/contact-write.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { requiredQuery } from '../rules/parameters.ts'

/**
 * `GET /cgi-bin/user/delete`, for contacts-sync.
 *
 * How sure: method, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90198
 */
export const userDelete: Endpoint = {
  path: '/cgi-bin/user/delete',
  answer(call) {
    const userid = requiredQuery(call, 'userid', 41009)
    contactWrite(() => deleteUser(call.world, userid))
    return { errmsg: 'deleted' }
  },
}
