import type { SimpleUser, User } from '../endpoints/users.ts'
import { departmentKey, type DirectoryCache, type KnownUser, type ListEntry } from './cache.ts'
import { asError, isAbsence } from './failure.ts'
import { covers, type ListLevel } from './level.ts'
import type { MembershipIndex } from './membership-index.ts'
import type { DirectoryClient } from './options.ts'
import { Revisions } from './revisions.ts'
import type { DirectorySettings } from './settings.ts'
import { UpstreamApi } from './upstream-api.ts'
import { userKey } from './user-key.ts'
import { fullUser, simpleUser } from './wire-user.ts'

/** What a call came to; a call never rejects, so that a background one cannot end the process. */
export type Result<T> = { kind: 'found'; value: T } | { kind: 'absent' } | { kind: 'failed'; error: Error }

interface ListFlight {
  readonly level: ListLevel
  readonly result: Promise<Result<ListEntry>>
}

/** Makes the calls: joins what is under way, keeps each API's limits, and remembers every answer. */
export class Upstream {
  readonly get: UpstreamApi
  readonly lists: Readonly<Record<ListLevel, UpstreamApi>>
  readonly revisions: Revisions = new Revisions()
  readonly #client: DirectoryClient
  readonly #cache: DirectoryCache
  readonly #index: MembershipIndex
  readonly #now: () => number
  readonly #members = new Map<string, Promise<Result<KnownUser>>>()
  readonly #departments = new Map<number, ListFlight>()

  constructor(
    client: DirectoryClient,
    cache: DirectoryCache,
    index: MembershipIndex,
    settings: DirectorySettings,
  ) {
    const { maxConcurrency, now } = settings
    this.get = new UpstreamApi('/cgi-bin/user/get', maxConcurrency, now)
    this.lists = {
      full: new UpstreamApi('/cgi-bin/user/list', maxConcurrency, now),
      simple: new UpstreamApi('/cgi-bin/user/simplelist', maxConcurrency, now),
    }
    this.#client = client
    this.#cache = cache
    this.#index = index
    this.#now = now
  }

  /** One member by user/get. */
  member(key: string, userId: string): Promise<Result<KnownUser>> {
    const underway = this.#members.get(key)
    if (underway !== undefined) return underway
    const result = this.#fetchMember(key, userId).finally(() => {
      if (this.#members.get(key) === result) this.#members.delete(key)
    })
    this.#members.set(key, result)
    return result
  }

  /** The members of a department by user/list or user/simplelist. */
  list(department: number, level: ListLevel, guessed: boolean = false): Promise<Result<ListEntry>> {
    const underway = this.#departments.get(department)
    if (underway !== undefined && covers(underway.level, level)) return underway.result
    const result = this.#fetchList(department, level, guessed).finally(() => {
      if (this.#departments.get(department)?.result === result) this.#departments.delete(department)
    })
    this.#departments.set(department, { level, result })
    return result
  }

  underway(department: number): ListLevel | undefined {
    return this.#departments.get(department)?.level
  }

  /** The member changed: whoever asks from now on must not be given an answer that is on its way. */
  forgetMember(key: string): void {
    this.revisions.change(key)
    this.#members.delete(key)
  }

  /** The same for a department's list. */
  forgetList(department: number): void {
    this.revisions.change(departmentKey(department))
    this.#departments.delete(department)
  }

  async #fetchMember(key: string, userId: string): Promise<Result<KnownUser>> {
    const at = this.#now()
    const begun = this.revisions.begin()
    try {
      const user = fullUser(await this.get.call(() => this.#client.users.get(userId)))
      if (this.revisions.isCurrent(key, begun)) this.#remember(key, user, at, false)
      return { kind: 'found', value: user }
    } catch (error) {
      if (!isAbsence(error)) return { kind: 'failed', error: asError(error) }
      if (this.revisions.isCurrent(key, begun)) this.#rememberAbsence(key, at)
      return { kind: 'absent' }
    } finally {
      this.revisions.end()
    }
  }

  async #fetchList(department: number, level: ListLevel, guessed: boolean): Promise<Result<ListEntry>> {
    const at = this.#now()
    const begun = this.revisions.begin()
    const key = departmentKey(department)
    try {
      const users = await this.lists[level].call(() => this.#wireList(department, level))
      return {
        kind: 'found',
        value: this.#rememberList({ departmentId: department, level, users, at }, begun, guessed),
      }
    } catch (error) {
      if (!isAbsence(error)) return { kind: 'failed', error: asError(error) }
      if (this.revisions.isCurrent(key, begun)) {
        this.#cache.missing.set(key, at)
        this.#cache.lists.delete(department)
      }
      return { kind: 'absent' }
    } finally {
      this.revisions.end()
    }
  }

  async #wireList(department: number, level: ListLevel): Promise<readonly KnownUser[]> {
    const wire: readonly (User | SimpleUser)[] =
      level === 'full'
        ? await this.#client.users.list(department)
        : await this.#client.users.simpleList(department)
    return Object.freeze(wire.map(level === 'full' ? fullUser : toSimpleUser))
  }

  #rememberList(entry: ListEntry, begun: number, guessed: boolean): ListEntry {
    let current = this.revisions.isCurrent(departmentKey(entry.departmentId), begun)
    for (const user of entry.users) {
      const key = userKey(user.userId)
      if (key === undefined) continue
      if (this.revisions.isCurrent(key, begun)) this.#remember(key, user, entry.at, guessed)
      else current = false
    }
    this.#index.learnSize(entry.departmentId, entry.users.length)
    if (current) {
      this.#cache.lists.set(entry.departmentId, entry)
      this.#cache.missing.delete(departmentKey(entry.departmentId))
    }
    return entry
  }

  #remember(key: string, user: KnownUser, at: number, guessed: boolean): void {
    this.#cache.missing.delete(key)
    this.#index.learn(key, user.departmentIds)
    const known = this.#cache.users.peek(key)
    if (known !== undefined && this.#cache.ageOfUser(known, at) === 'fresh' && confirms(user, known.user))
      return
    this.#cache.users.set(key, { user, at, guessed: guessed && known === undefined })
  }

  #rememberAbsence(key: string, at: number): void {
    this.#cache.users.delete(key)
    this.#index.forget(key)
    this.#cache.missing.set(key, at)
  }
}

/** A simple answer that agrees with the full one we have is no reason to forget the details. */
function confirms(simple: KnownUser, full: KnownUser): boolean {
  return (
    !covers(simple.level, full.level) &&
    simple.name === full.name &&
    simple.departmentIds.join() === full.departmentIds.join()
  )
}

function toSimpleUser(wire: User | SimpleUser): KnownUser {
  return simpleUser({ userid: wire.userid, name: wire.name, department: wire.department ?? [] })
}
