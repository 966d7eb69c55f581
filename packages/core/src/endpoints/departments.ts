import type { CallOptions, RequestFunction } from './request.ts'
import { WecomInvalidResponseError } from '../errors/invalid-response-error.ts'
import { checkId } from './check-argument.ts'
import { expectList } from './expect-list.ts'

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
}

/** Binds the departments' endpoints to a client's `request`. */
export function createDepartmentsApi(request: RequestFunction): DepartmentsApi {
  const subtree = (id: number | undefined) => (id === undefined ? {} : { id: checkId(id, 'id') })
  return {
    async list(id, options) {
      const init = { ...options, query: subtree(id) }
      const { data } = await request<{ department?: Department[] }>('GET /cgi-bin/department/list', init)
      return expectList(data.department, 'department', '/cgi-bin/department/list')
    },
    async simpleList(id, options) {
      const init = { ...options, query: subtree(id) }
      const { data } = await request<{ department_id?: SimpleDepartment[] }>(
        'GET /cgi-bin/department/simplelist',
        init,
      )
      return expectList(data.department_id, 'department_id', '/cgi-bin/department/simplelist')
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
  }
}
