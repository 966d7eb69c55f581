import { departmentTree, departmentView } from '../rules/department-tree.ts'
import type { Endpoint } from '../rules/endpoint.ts'

/**
 * `GET /cgi-bin/department/list`: departments in full, recursive.
 *
 * How sure: official (page of 2022-08-05).
 * @see https://developer.work.weixin.qq.com/document/path/90208
 */
export const departmentList: Endpoint = {
  path: '/cgi-bin/department/list',
  empty: { department: [] },
  answer: (call) => ({ department: departmentTree(call).map((each) => departmentView(call, each)) }),
}
