import { createParty } from '../contacts/edit-departments.ts'
import { readNewDepartment } from '../contacts/write-department.ts'
import { contactWrite } from '../rules/contact-write.ts'
import type { Endpoint } from '../rules/endpoint.ts'

/**
 * `POST /cgi-bin/department/create`, for contacts-sync. Without an id WeCom chooses one.
 *
 * How sure: fields, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90205
 */
export const departmentCreate: Endpoint = {
  path: '/cgi-bin/department/create',
  kinds: ['contacts-sync'],
  answer(call) {
    const { after } = contactWrite(() => createParty(call.world, readNewDepartment(call.body)))
    return { errmsg: 'created', id: after.id }
  },
}
