import type { CallOptions, RequestFunction } from './request.ts'
import { WecomConfigError } from '../errors/config-error.ts'
import { WecomInvalidResponseError } from '../errors/invalid-response-error.ts'
import { expectList } from './expect-list.ts'

/** One row of user/list_id: a member once per department. */
export interface UserDepartment {
  userid: string
  department: number
}

/** Options of {@link UsersApi.listIds}. */
export interface ListIdsOptions extends CallOptions {
  /**
   * Rows per page, 1 to 10000.
   * @default 10000
   */
  limit?: number
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
  toArray(options?: { max?: number }): Promise<UserDepartment[]>
}

const path = '/cgi-bin/user/list_id'

/** Walks user/list_id by its cursor. Ends on an empty next_cursor, not on an empty page: WeCom may send those. */
export function listUserIds(request: RequestFunction, options: ListIdsOptions = {}): UserIdList {
  const { limit = 10_000, ...callOptions } = options
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > 10_000) {
    throw new WecomConfigError(`limit must be an integer from 1 to 10000, got ${String(limit)}`)
  }

  async function* pages(from: { cursor?: string | undefined } = {}): AsyncGenerator<UserIdPage> {
    let cursor = from.cursor
    const seen = new Set([cursor])
    do {
      const json = cursor === undefined ? { limit } : { cursor, limit }
      const init = { ...callOptions, json, idempotent: true }
      const { data } = await request<{ next_cursor?: string | null; dept_user?: UserDepartment[] }>(
        `POST ${path}`,
        init,
      )
      const nextCursor = data.next_cursor || undefined
      if (nextCursor !== undefined && seen.has(nextCursor)) throw cursorRepeats()
      seen.add(nextCursor)
      yield { items: expectList(data.dept_user, 'dept_user', path), nextCursor }
      cursor = nextCursor
    } while (cursor !== undefined)
  }

  async function* rows(): AsyncGenerator<UserDepartment> {
    for await (const page of pages()) yield* page.items
  }

  return {
    pages,
    [Symbol.asyncIterator]: rows,
    async toArray({ max = 1_000_000 } = {}) {
      if (typeof max !== 'number' || !(max > 0)) {
        throw new WecomConfigError(`max must be a number above 0, got ${String(max)}`)
      }
      const all: UserDepartment[] = []
      for await (const { items } of pages()) {
        if (all.length + items.length > max) {
          throw new WecomConfigError(
            `user/list_id has more than max = ${max} rows: raise max or iterate over pages()`,
          )
        }
        for (const item of items) all.push(item)
      }
      return all
    },
  }
}

function cursorRepeats(): WecomInvalidResponseError {
  return new WecomInvalidResponseError(
    `${path} answered a cursor it had answered before: following it would never end. Try again from the start.`,
    { reason: 'schema', method: 'POST', path, attempts: 1 },
  )
}
