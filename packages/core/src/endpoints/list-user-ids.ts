import type { CallOptions, RequestFunction } from './request.ts'
import { integer } from '../options/option-row.ts'
import { checkArgument, expectList } from './checks.ts'
import { walkPages } from './paged-list.ts'

/** One row of user/list_id: a member once per department. */
export interface UserDepartment {
  userid: string
  department: number
}

export interface ListIdsOptions extends CallOptions {
  /**
   * Rows per page, 1 to 10000.
   * @default 10000
   */
  limit?: number | undefined
}

/** One page of user/list_id. */
export interface UserIdPage {
  items: UserDepartment[]
  /** Where the next page starts; undefined on the last page. Keep it to resume later. */
  nextCursor: string | undefined
}

/** The rows of user/list_id: iterate over rows, over pages, or take them all. */
export interface UserIdList extends AsyncIterable<UserDepartment> {
  /** Page by page, from the start or from a cursor kept earlier. */
  pages(from?: { cursor?: string | undefined }): AsyncIterable<UserIdPage>
  /**
   * All rows in one array.
   *
   * @param options.max refuses to collect more rows than this. Default 1,000,000
   */
  toArray(options?: { max?: number | undefined }): Promise<UserDepartment[]>
}

const path = '/cgi-bin/user/list_id'
const pageSize = integer(1, 10_000)

/** Walks user/list_id by its cursor. Ends on an empty next_cursor, not on an empty page: WeCom may send those. */
export function listUserIds(request: RequestFunction, options: ListIdsOptions = {}): UserIdList {
  const { limit = 10_000, ...callOptions } = options
  checkArgument('limit', pageSize, limit)
  return walkPages(path, async (cursor) => {
    const json = cursor === undefined ? { limit } : { cursor, limit }
    const { data } = await request<Answer>(`POST ${path}`, { ...callOptions, json, idempotent: true })
    return {
      items: expectList(data.dept_user, 'dept_user', path),
      nextCursor: data.next_cursor || undefined,
      data,
    }
  })
}

interface Answer {
  next_cursor?: string | null
  dept_user?: UserDepartment[]
}
