import { departmentTree } from '../rules/department-tree.ts'
import type { Endpoint } from '../rules/endpoint.ts'

/**
 * `GET /cgi-bin/department/simplelist`: ids, parents and order, recursive; contacts-sync may call it too.
 *
 * How sure: official; the name of the empty container by a live probe.
 * @see https://developer.work.weixin.qq.com/document/path/95350
 */
export const departmentSimplelist: Endpoint = {
  path: '/cgi-bin/department/simplelist',
  empty: { department_id: [] },
  answer: (call) => ({
    department_id: departmentTree(call).map(({ id, parentid, order }) => ({ id, parentid, order })),
  }),
}
