import { deleteParty } from '../contacts/edit-departments.ts'
import { contactWrite } from '../rules/contact-write.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { queryId } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `GET /cgi-bin/department/delete`, for contacts-sync; only an empty department.
 *
 * How sure: method, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90207
 */
export const departmentDelete: Endpoint = {
  path: '/cgi-bin/department/delete',
  kinds: ['contacts-sync'],
  answer(call) {
    const id = queryId(call, 'id', 60003)
    if (id === undefined) throw new Refusal(60003)
    contactWrite(() => deleteParty(call.world, id))
    return { errmsg: 'deleted' }
  },
}
