import { WecomApiError, WecomRateLimitError } from '../../src/errors/errors.ts'
import type { Department } from '../../src/endpoints/departments.ts'
import type { UserDepartment, UserIdPage } from '../../src/endpoints/list-user-ids.ts'
import type { RequestOptions, Route, WecomResponse } from '../../src/endpoints/request.ts'
import type { User } from '../../src/endpoints/users.ts'
import type { DirectoryClient, DirectoryContactsClient } from '../../src/directory/options.ts'

export interface FakeCall {
  path: string
  /** userid or department id. */
  of: string | number | undefined
}

/** A corp in this process: same answers and errcodes as WeCom, and a journal. */
export class FakeCorp {
  readonly departments: Map<number, Department> = new Map()
  readonly users: Map<string, User> = new Map()
  /** Userids (lower case) the app may not see. */
  readonly hidden: Set<string> = new Set()
  readonly calls: FakeCall[] = []
  readonly #refused = new Map<string, number>()
  /** Called before each answer; throw to fail it, await to delay it. */
  before: (call: FakeCall) => void | Promise<void> = () => {}

  /** Answers a path with an errcode from now on; 0 ends it. */
  refuse(path: string, errcode: number): void {
    this.#refused.set(path, errcode)
  }

  department(id: number, parentid: number = 0, name: string = `dept-${id}`): this {
    this.departments.set(id, { id, parentid, name, order: 1000 - id, department_leader: [] })
    return this
  }

  user(userid: string, department: number[], extra: Partial<User> = {}): this {
    const user: User = {
      userid,
      name: `name of ${userid}`,
      department,
      main_department: department[0] ?? 1,
      status: 1,
      ...extra,
    }
    this.users.set(userid.toLowerCase(), user)
    return this
  }

  /** Members `prefix-1 … prefix-n` in one department. */
  team(prefix: string, department: number, size: number): string[] {
    const ids = Array.from({ length: size }, (_unused, index) => `${prefix}-${index + 1}`)
    for (const id of ids) this.user(id, [department])
    return ids
  }

  paths(): string[] {
    return this.calls.map((call) => call.path)
  }

  count(path: string): number {
    return this.calls.filter((call) => call.path === path).length
  }

  client(): DirectoryClient {
    return {
      corpId: 'ww1',
      agentId: 1,
      users: {
        get: (userid) => this.#answer('user/get', userid, () => this.#visible(userid)),
        list: (id) => this.#answer('user/list', id, () => this.#members(id)),
        simpleList: (id) =>
          this.#answer('user/simplelist', id, () =>
            this.#members(id).map(({ userid, name, department = [] }) => ({ userid, name, department })),
          ),
      },
      request: (route, options) => this.#request(route, options),
      departments: {
        list: (id) => this.#answer('department/list', id, () => [...this.departments.values()]),
        simpleList: (id) =>
          this.#answer('department/simplelist', id, () =>
            [...this.departments.values()].map(({ id: own, parentid, order }) => ({
              id: own,
              parentid,
              order,
            })),
          ),
      },
    }
  }

  contactsClient(pageSize: number = 10_000): DirectoryContactsClient {
    const rows = (): UserDepartment[] =>
      [...this.users.values()].flatMap(({ userid, department = [] }) =>
        department.map((id) => ({ userid, department: id })),
      )
    const page = (from: number): Promise<UserIdPage> =>
      this.#answer('user/list_id', from, () => {
        const to = from + pageSize
        return { items: rows().slice(from, to), nextCursor: to < rows().length ? String(to) : undefined }
      })
    async function* pages(): AsyncGenerator<UserIdPage> {
      for (let cursor: string | undefined = '0'; cursor !== undefined;) {
        const next = await page(Number(cursor))
        yield next
        cursor = next.nextCursor
      }
    }
    return {
      users: {
        listIds: () => ({
          pages,
          async *[Symbol.asyncIterator]() {
            for await (const { items } of pages()) yield* items
          },
          toArray: async () => rows(),
        }),
      },
    }
  }

  /** What private deployments still do with fetch_child; unset, the parameter is ignored as today's documents say. */
  fetchChild = false

  async #request<T>(route: Route, options: RequestOptions = {}): Promise<WecomResponse<T>> {
    const path = route.replace('GET /cgi-bin/', '')
    const root = Number(options.query?.['department_id'])
    const userlist = await this.#answer(`${path}?fetch_child`, root, () => {
      const departments = this.fetchChild ? this.#subtree(root) : [root]
      return [...new Set(departments.flatMap((id) => this.#members(id)))]
    })
    const meta = { status: 200, headers: {}, attempts: 1, retryDelayMs: 0, durationMs: 0 }
    return { data: JSON.parse(JSON.stringify({ userlist })), meta }
  }

  #subtree(root: number): number[] {
    const children = [...this.departments.values()].filter(({ parentid }) => parentid === root)
    return [root, ...children.flatMap(({ id }) => this.#subtree(id))]
  }

  async #answer<T>(path: string, of: string | number | undefined, make: () => T): Promise<T> {
    const call = { path, of }
    this.calls.push(call)
    await Promise.resolve()
    await this.before(call)
    const refused = this.#refused.get(path) ?? 0
    if (refused !== 0) throw apiError(refused)
    return structuredClone(make())
  }

  #visible(userid: string): User {
    const user = this.users.get(userid.toLowerCase())
    if (user === undefined) throw apiError(60111)
    if (this.hidden.has(userid.toLowerCase())) throw apiError(60011)
    return user
  }

  #members(id: number): User[] {
    if (!this.departments.has(id)) throw apiError(60003)
    return [...this.users.entries()]
      .filter(([key, user]) => user.department?.includes(id) === true && !this.hidden.has(key))
      .map(([, user]) => user)
  }
}

/** WeCom's answer with an errcode. */
function apiError(errcode: number, retryable: boolean = errcode === -1): WecomApiError {
  const details = { errcode, errmsg: `errmsg ${errcode}`, retryable, attempts: 1 }
  if (errcode === 45009 || errcode === 45033) return new WecomRateLimitError(`${errcode}`, details)
  return new WecomApiError(`${errcode}`, details)
}
