import type { WireMember } from '../wecom/member.ts'
import type { RequestFunction } from '../endpoints/request.ts'
import type { DirectoryCache, KnownUser, ListEntry } from './cache.ts'
import type { ContactReads } from './contact-reads.ts'
import { asError } from './failure.ts'
import { covers, type ListLevel } from './level.ts'
import type { Memory } from './memory.ts'
import { userKey } from './user-key.ts'
import { fullUser, simpleUser } from './wire-user.ts'

/** What a call came to; a call never rejects, so that a background one cannot end the process. */
export type Result<T> = { kind: 'found'; value: T } | { kind: 'absent' } | { kind: 'failed'; error: Error }

interface ListFlight {
  readonly level: ListLevel
  readonly result: Promise<Result<ListEntry>>
}

/** Makes the calls: joins what is under way and remembers every answer. */
export class Upstream {
  readonly reads: ContactReads
  readonly #memory: Memory
  readonly #cache: DirectoryCache
  readonly #now: () => number
  readonly #members = new Map<string, Promise<Result<KnownUser>>>()
  readonly #departments = new Map<number, ListFlight>()

  constructor(reads: ContactReads, memory: Memory, cache: DirectoryCache, now: () => number) {
    this.reads = reads
    this.#memory = memory
    this.#cache = cache
    this.#now = now
  }

  /** One member by user/get. */
  member(key: string, userId: string): Promise<Result<KnownUser>> {
    const underway = this.#members.get(key)
    if (underway !== undefined) return underway
    const result = this.#settle(async (begun) => {
      const read = await this.reads.member(key, userId)
      const user = read.value && fullUser(read.value)
      this.#memory.user(key, user, read.at, begun)
      return user
    }).finally(() => {
      if (this.#members.get(key) === result) this.#members.delete(key)
    })
    this.#members.set(key, result)
    return result
  }

  /** The members of a department by user/list or user/simplelist. */
  list(department: number, level: ListLevel, guessed: boolean = false): Promise<Result<ListEntry>> {
    return this.#fly(department, level, (begun) => this.#list(department, level, begun, guessed))
  }

  /** The same for a department too large for user/list (45029): its userids, then each member. */
  largeList(department: number): Promise<Result<ListEntry>> {
    return this.#fly(department, 'full', async (begun) => {
      const simple = await this.#list(department, 'simple', begun, false)
      return simple && this.#detailed(simple, begun)
    })
  }

  /** The members of a subtree in one call, by department; undefined when the answer looks like the root's alone. */
  subtree(
    root: number,
    departments: readonly number[],
    level: ListLevel,
    request: RequestFunction,
  ): Promise<Result<ListEntry[] | undefined>> {
    return this.#settle(async (begun) => {
      const { at, value } = await this.reads.subtree(root, level, request)
      const users = value?.map(mapperOf(level))
      if (users === undefined || users.every((user) => user.departmentIds.includes(root))) return undefined
      const entries = departments.map((id) => {
        const members = users.filter((user) => user.departmentIds.includes(id))
        return { departmentId: id, level, users: Object.freeze(members), at }
      })
      for (const entry of entries) this.#memory.list(entry, begun, false)
      return entries
    })
  }

  underway(department: number): ListLevel | undefined {
    return this.#departments.get(department)?.level
  }

  /** The member changed: whoever asks from now on must not be given an answer that is on its way. */
  forgetMember(key: string): void {
    this.#memory.revisions.change(key)
    this.#members.delete(key)
    this.reads.forgetMember(key)
  }

  /** The same for a department's list. */
  forgetList(department: number): void {
    this.#memory.revisions.change(`d:${department}`)
    this.#departments.delete(department)
    this.reads.forgetList(department)
  }

  #fly(
    department: number,
    level: ListLevel,
    fetch: (begun: number) => Promise<ListEntry | undefined>,
  ): Promise<Result<ListEntry>> {
    const underway = this.#departments.get(department)
    if (underway !== undefined && covers(underway.level, level)) return underway.result
    const result = this.#settle(fetch).finally(() => {
      if (this.#departments.get(department)?.result === result) this.#departments.delete(department)
    })
    this.#departments.set(department, { level, result })
    return result
  }

  async #settle<T>(fetch: (begun: number) => Promise<T | undefined>): Promise<Result<T>> {
    const begun = this.#memory.revisions.begin()
    try {
      const value = await fetch(begun)
      return value === undefined ? { kind: 'absent' } : { kind: 'found', value }
    } catch (error) {
      return { kind: 'failed', error: asError(error) }
    } finally {
      this.#memory.revisions.end()
    }
  }

  async #list(
    department: number,
    level: ListLevel,
    begun: number,
    guessed: boolean,
  ): Promise<ListEntry | undefined> {
    const { at, value } = await this.reads.list(department, level)
    if (value === undefined) {
      this.#memory.noList(department, at, begun)
      return undefined
    }
    const users = Object.freeze(value.map(mapperOf(level)))
    const entry = { departmentId: department, level, users, at }
    this.#memory.list(entry, begun, guessed)
    return entry
  }

  async #detailed(simple: ListEntry, begun: number): Promise<ListEntry> {
    const results = await Promise.all(simple.users.map((user) => this.#known(user.userId)))
    const users: KnownUser[] = []
    for (const result of results) {
      if (result.kind === 'failed') throw result.error
      if (result.kind === 'found') users.push(result.value)
    }
    const entry: ListEntry = { ...simple, level: 'full', users: Object.freeze(users) }
    this.#memory.list(entry, begun, false)
    return entry
  }

  async #known(userId: string): Promise<Result<KnownUser>> {
    const key = userKey(userId) ?? userId
    const entry = this.#cache.users.get(key)
    const usable = entry?.user.level === 'full' && this.#cache.ageOfUser(entry, this.#now()) === 'fresh'
    return usable ? { kind: 'found', value: entry.user } : this.member(key, userId)
  }
}

function mapperOf(level: ListLevel): (wire: WireMember) => KnownUser {
  return level === 'full' ? fullUser : simpleUser
}
