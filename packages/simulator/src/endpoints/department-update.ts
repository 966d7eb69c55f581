import { updateParty } from '../contacts/edit-departments.ts'
import { readDepartmentPatch } from '../contacts/write-department.ts'
import { contactWrite } from '../rules/contact-write.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `POST /cgi-bin/department/update`, for contacts-sync.
 *
 * How sure: fields, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90206
 */
export const departmentUpdate: Endpoint = {
  path: '/cgi-bin/department/update',
  kinds: ['contacts-sync'],
  answer(call) {
    const { id } = call.body
    if (typeof id !== 'number') throw new Refusal(60003)
    contactWrite(() => updateParty(call.world, id, readDepartmentPatch(call.body)))
    return { errmsg: 'updated' }
  },
}
