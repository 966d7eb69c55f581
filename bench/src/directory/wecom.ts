import {
  WecomApiError,
  WecomRateLimitError,
  type DirectoryClient,
  type DirectoryContactsClient,
  type User,
  type UserIdPage,
} from '@wecom-kit/core'
import type { Corp } from './corp.ts'
import { randomFrom } from './random.ts'
import type { VirtualClock } from './virtual-clock.ts'

const fullBytes = 700
const simpleBytes = 110
const pageSize = 10_000

/** WeCom as a strategy meets it: latencies by size, 20 calls at once, a journal, quotas that can run out. */
export class FakeWecom {
  readonly calls = new Map<string, number>()
  bytes = 0
  /** Paths that answer 45009 until then. */
  readonly blockedUntil = new Map<string, number>()
  readonly #corp: Corp
  readonly #clock: VirtualClock
  readonly #random = randomFrom(99)
  #active = 0
  readonly #queue: (() => void)[] = []

  readonly #later: number

  /** @param later milliseconds that every answer takes more */
  constructor(corp: Corp, clock: VirtualClock, later: number = 0) {
    this.#corp = corp
    this.#clock = clock
    this.#later = later
  }

  get total(): number {
    return [...this.calls.values()].reduce((sum, count) => sum + count, 0)
  }

  client(): DirectoryClient {
    const { departments, members } = this.#corp
    const list = (id: number) =>
      (members.get(id) ?? []).flatMap((userid) => this.#corp.users.get(userid) ?? [])
    return {
      corpId: 'ww1',
      agentId: 1,
      users: {
        get: (userid) =>
          this.#call('user/get', 45 + this.#random() * 20, () => {
            const user = this.#corp.users.get(userid.toLowerCase())
            this.bytes += user === undefined ? 100 : fullBytes
            if (user === undefined)
              throw new WecomApiError('60111', { errcode: 60111, errmsg: 'userid not found' })
            return { ...user }
          }),
        list: (id) =>
          this.#call('user/list', 50 + list(id).length * 0.06, () => this.#weigh(list(id), fullBytes)),
        simpleList: (id) =>
          this.#call('user/simplelist', 50 + list(id).length * 0.012, () =>
            this.#weigh(list(id), simpleBytes).map(({ userid, name, department = [] }) => ({
              userid,
              name,
              department,
            })),
          ),
      },
      request: async (_route, { query } = {}) => {
        const root = Number(query?.['department_id'])
        const userlist = await this.#call('user/list?fetch_child', 1000, () => this.#subtree(root))
        const meta = { status: 200, headers: {}, attempts: 1, retryDelayMs: 0, durationMs: 0 }
        // Reading 70 MB of JSON is not what is measured here.
        return { data: Object.assign(JSON.parse('{}'), { userlist }), meta }
      },
      departments: {
        list: () => this.#call('department/list', 120, () => this.#weigh([...departments], 120)),
        simpleList: () => this.#call('department/simplelist', 80, () => this.#weigh([...departments], 50)),
      },
    }
  }

  contactsClient(): DirectoryContactsClient {
    const rows = [...this.#corp.users.values()].flatMap(({ userid, department = [] }) =>
      department.map((id) => ({ userid, department: id })),
    )
    const page = (from: number): Promise<UserIdPage> =>
      this.#call('user/list_id', 150, () => {
        const items = this.#weigh(rows.slice(from, from + pageSize), 40)
        return { items, nextCursor: from + pageSize < rows.length ? String(from + pageSize) : undefined }
      })
    async function* pages(): AsyncGenerator<UserIdPage> {
      for (let cursor: string | undefined = '0'; cursor !== undefined;) {
        const next = await page(Number(cursor))
        yield next
        cursor = next.nextCursor
      }
    }
    const listIds = () => ({ pages, toArray: async () => rows, [Symbol.asyncIterator]: rowsOf })
    async function* rowsOf() {
      yield* rows
    }
    return { users: { listIds } }
  }

  /** What private deployments still answer to fetch_child; here for the root alone. */
  #subtree(root: number): User[] {
    if (root !== 1) throw new RangeError('only the whole corp is asked for')
    return this.#weigh([...this.#corp.users.values()], fullBytes)
  }

  #weigh<T>(items: T[], bytesEach: number): T[] {
    this.bytes += items.length * bytesEach
    return items
  }

  async #call<T>(path: string, latency: number, answer: () => T): Promise<T> {
    if (this.#active >= 20) await new Promise<void>((resolve) => void this.#queue.push(resolve))
    this.#active += 1
    this.calls.set(path, (this.calls.get(path) ?? 0) + 1)
    try {
      await this.#clock.sleep(latency + this.#later)
      if (this.#clock.now() < (this.blockedUntil.get(path) ?? 0)) {
        throw new WecomRateLimitError('45009', { errcode: 45009, errmsg: 'api freq out of limit' })
      }
      return answer()
    } finally {
      this.#active -= 1
      this.#queue.shift()?.()
    }
  }
}
