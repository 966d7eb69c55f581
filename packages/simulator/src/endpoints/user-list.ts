import { departmentMembers } from '../rules/department-members.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { memberView } from '../rules/member-view.ts'

/**
 * `GET /cgi-bin/user/list`: a department's direct members in full.
 *
 * How sure: official (page of 2024-07-24).
 * @see https://developer.work.weixin.qq.com/document/path/90201
 */
export const userList: Endpoint = {
  path: '/cgi-bin/user/list',
  empty: { userlist: [] },
  answer: (call) => ({ userlist: departmentMembers(call).map((member) => memberView(call, member)) }),
}
