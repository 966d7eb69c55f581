import { createParty, deleteParty, updateParty } from '../contacts/edit-departments.ts'
import { readDepartmentPatch, readNewDepartment } from '../contacts/write-department.ts'
import { contactWrite } from '../rules/contact-write.ts'
import { departmentTree, departmentView } from '../rules/department-tree.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { queryId } from '../rules/parameters.ts'
import { visibleDepartment } from '../rules/visible-range.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `GET /cgi-bin/department/list`: departments in full, recursive.
 *
 * How sure: official (page of 2022-08-05).
 * @see https://developer.work.weixin.qq.com/document/path/90208
 */
const departmentList: Endpoint = {
  path: '/cgi-bin/department/list',
  empty: { department: [] },
  answer: (call) => ({ department: departmentTree(call).map((each) => departmentView(call, each)) }),
}

/**
 * `GET /cgi-bin/department/simplelist`: ids, parents and order, recursive; contacts-sync may call it too.
 *
 * How sure: official; the name of the empty container by a live probe.
 * @see https://developer.work.weixin.qq.com/document/path/95350
 */
const departmentSimplelist: Endpoint = {
  path: '/cgi-bin/department/simplelist',
  empty: { department_id: [] },
  answer: (call) => ({
    department_id: departmentTree(call).map(({ id, parentid, order }) => ({ id, parentid, order })),
  }),
}

/**
 * `GET /cgi-bin/department/get`: one department in full, as one object.
 *
 * How sure: official; that a missing id is 60003 is our choice.
 * @see https://developer.work.weixin.qq.com/document/path/95351
 */
const departmentGet: Endpoint = {
  path: '/cgi-bin/department/get',
  answer(call) {
    const id = queryId(call, 'id', 60003)
    if (id === undefined) throw new Refusal(60003, 'parameters', 'id is missing')
    return { department: departmentView(call, visibleDepartment(call, id)) }
  },
}

/**
 * `POST /cgi-bin/department/create`, for contacts-sync. Without an id WeCom chooses one.
 *
 * How sure: fields, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90205
 */
const departmentCreate: Endpoint = {
  path: '/cgi-bin/department/create',
  kinds: ['contacts-sync'],
  answer(call) {
    const { after } = contactWrite(() => createParty(call.world, readNewDepartment(call.body)))
    return { errmsg: 'created', id: after.id }
  },
}

/**
 * `POST /cgi-bin/department/update`, for contacts-sync.
 *
 * How sure: fields, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90206
 */
const departmentUpdate: Endpoint = {
  path: '/cgi-bin/department/update',
  kinds: ['contacts-sync'],
  answer(call) {
    const { id } = call.body
    if (typeof id !== 'number') throw new Refusal(60003, 'parameters', 'id must be a number')
    contactWrite(() => updateParty(call.world, id, readDepartmentPatch(call.body)))
    return { errmsg: 'updated' }
  },
}

/**
 * `GET /cgi-bin/department/delete`, for contacts-sync; only an empty department.
 *
 * How sure: method, errmsg and codes seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90207
 */
const departmentDelete: Endpoint = {
  path: '/cgi-bin/department/delete',
  kinds: ['contacts-sync'],
  answer(call) {
    const id = queryId(call, 'id', 60003)
    if (id === undefined) throw new Refusal(60003, 'parameters', 'id is missing')
    contactWrite(() => deleteParty(call.world, id))
    return { errmsg: 'deleted' }
  },
}

export const departmentEndpoints: readonly Endpoint[] = [
  departmentList,
  departmentSimplelist,
  departmentGet,
  departmentCreate,
  departmentUpdate,
  departmentDelete,
]
