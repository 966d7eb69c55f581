import type { Answer } from '../rules/call.ts'
import { departmentMembers } from '../rules/department-members.ts'
import type { Endpoint } from '../rules/endpoint.ts'

/**
 * `GET /cgi-bin/user/simplelist`: userid, name and departments of a department's direct members.
 *
 * How sure: official fields, seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90200
 */
export const userSimplelist: Endpoint = {
  path: '/cgi-bin/user/simplelist',
  empty: { userlist: [] },
  answer(call) {
    const userlist: Answer[] = departmentMembers(call).map((member) => ({
      userid: member.userid,
      name: member.name,
      department: member.department.filter((id) => call.visibility.seesDepartment(id)),
    }))
    return { userlist }
  },
}
