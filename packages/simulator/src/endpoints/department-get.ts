import { departmentView } from '../rules/department-tree.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { queryId } from '../rules/parameters.ts'
import { visibleDepartment } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `GET /cgi-bin/department/get`: one department in full, as one object.
 *
 * How sure: official; that a missing id is 60003 is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/95351
 */
export const departmentGet: Endpoint = {
  path: '/cgi-bin/department/get',
  answer(call) {
    const id = queryId(call, 'id', 60003)
    if (id === undefined) throw new Refusal(60003)
    return { department: departmentView(call, visibleDepartment(call, id)) }
  },
}
