import type { CallOptions, RequestFunction, RouteJson } from './request.ts'
import { WecomInvalidResponseError } from '../errors/errors.ts'
import { checkId, checkObject, expectRows } from './checks.ts'

/** A department, with WeCom's own field names. */
export interface Department {
  id: number
  /** Absent for apps that may only see ids. */
  name?: string
  name_en?: string
  /** Userids of the visible leaders. */
  department_leader?: string[]
  /** 0 for the root. */
  parentid: number
  /** Sort value among siblings, up to 2^32-1; larger comes first. */
  order: number
}

/** A department as department/simplelist answers. */
export interface SimpleDepartment {
  id: number
  parentid: number
  order: number
}

/** A department to create below `parentid`. */
export type NewDepartment = RouteJson<'POST /cgi-bin/department/create'>

/** What changes of a department; what is left out stays. */
export type DepartmentChange = RouteJson<'POST /cgi-bin/department/update'>

/** The contacts API's departments. */
export interface DepartmentsApi {
  /**
   * A department and everything below it, or the whole visible tree. WeCom calls it slow and recommends
   * {@link DepartmentsApi.simpleList} with {@link DepartmentsApi.get}.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90208
   */
  list(id?: number, options?: CallOptions): Promise<Department[]>
  /**
   * Ids, parents and sort values of a department and everything below it, or of the whole visible tree.
   *
   * @see https://developer.work.weixin.qq.com/document/path/95350
   */
  simpleList(id?: number, options?: CallOptions): Promise<SimpleDepartment[]>
  /**
   * One department. 60003 or 60123 when there is none, 60011 when the app may not see it.
   *
   * @see https://developer.work.weixin.qq.com/document/path/95351
   */
  get(id: number, options?: CallOptions): Promise<Department>
  /**
   * Creates a department. Needs the contacts-sync secret; 60008 when a sibling has the name.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90205
   */
  create(department: NewDepartment, options?: CallOptions): Promise<{ id: number }>
  /**
   * Changes a department: its name, its place among its siblings, or its parent. Needs the contacts-sync secret.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90206
   */
  update(change: DepartmentChange, options?: CallOptions): Promise<void>
  /**
   * Deletes a department without members (60005) and sub-departments (60006). Needs the contacts-sync secret.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90207
   */
  delete(id: number, options?: CallOptions): Promise<void>
}

/** Binds the departments' endpoints to a client's `request`. */
export function createDepartmentsApi(request: RequestFunction): DepartmentsApi {
  const subtree = (id: number | undefined) => (id === undefined ? {} : { id: checkId(id, 'id') })
  return {
    async list(id, options) {
      const init = { ...options, query: subtree(id) }
      const { data } = await request<{ department?: Department[] }>('GET /cgi-bin/department/list', init)
      return expectRows(data.department, 'department', 'id', '/cgi-bin/department/list')
    },
    async simpleList(id, options) {
      const init = { ...options, query: subtree(id) }
      const { data } = await request<{ department_id?: SimpleDepartment[] }>(
        'GET /cgi-bin/department/simplelist',
        init,
      )
      return expectRows(data.department_id, 'department_id', 'id', '/cgi-bin/department/simplelist')
    },
    async get(id, options) {
      const path = '/cgi-bin/department/get'
      const init = { ...options, query: { id: checkId(id, 'id') } }
      const { data } = await request<{ department?: Department }>(`GET ${path}`, init)
      if (data.department !== undefined) return data.department
      throw new WecomInvalidResponseError(`${path} answered without the object "department"`, {
        reason: 'schema',
        method: 'GET',
        path,
        attempts: 1,
      })
    },
    async create(department, options) {
      const json = checkObject(department, 'departments.create')
      return (await request<{ id: number }>('POST /cgi-bin/department/create', { ...options, json })).data
    },
    async update(change, options) {
      const json = checkObject(change, 'departments.update')
      await request('POST /cgi-bin/department/update', { ...options, json, idempotent: true })
    },
    async delete(id, options) {
      const query = { id: checkId(id, 'id') }
      await request('GET /cgi-bin/department/delete', { ...options, query })
    },
  }
}
