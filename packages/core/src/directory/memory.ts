import { departmentKey, type DirectoryCache, type KnownUser, type ListEntry } from './cache.ts'
import { covers } from './level.ts'
import type { MembershipIndex } from './membership-index.ts'
import { Revisions } from './revisions.ts'
import type { SearchIndex } from './search-index.ts'
import { userKey } from './user-key.ts'

/** Writes answers into everything that remembers them, unless their subject changed while they were on their way. */
export class Memory {
  readonly revisions: Revisions = new Revisions()
  readonly #cache: DirectoryCache
  readonly #index: MembershipIndex
  readonly #search: SearchIndex

  constructor(cache: DirectoryCache, index: MembershipIndex, search: SearchIndex) {
    this.#cache = cache
    this.#index = index
    this.#search = search
  }

  /** An answer of user/get. */
  user(key: string, user: KnownUser | undefined, at: number, begun: number): void {
    if (!this.revisions.isCurrent(key, begun)) return
    if (user !== undefined) return this.#remember(key, user, at, false)
    this.#cache.users.delete(key)
    this.#cache.missing.set(key, at)
    this.#index.forget(key)
    this.#search.remove(key)
  }

  /** An answer of user/list or user/simplelist; `guessed` when nobody asked for it. */
  list(entry: ListEntry, begun: number, guessed: boolean): void {
    let current = this.revisions.isCurrent(departmentKey(entry.departmentId), begun)
    for (const user of entry.users) {
      const key = userKey(user.userId)
      if (key === undefined) continue
      if (this.revisions.isCurrent(key, begun)) this.#remember(key, user, entry.at, guessed)
      else current = false
    }
    this.#index.learnSize(entry.departmentId, entry.users.length)
    if (!current) return
    this.#cache.lists.set(entry.departmentId, entry)
    this.#cache.missing.delete(departmentKey(entry.departmentId))
    this.#search.list(entry)
  }

  /** WeCom said that there is no such department, or none to see: its list is no way to reach a member either. */
  noList(department: number, at: number, begun: number): void {
    this.#index.learnSize(department, Infinity)
    if (!this.revisions.isCurrent(departmentKey(department), begun)) return
    this.#cache.missing.set(departmentKey(department), at)
    this.#cache.lists.delete(department)
  }

  #remember(key: string, user: KnownUser, at: number, guessed: boolean): void {
    this.#cache.missing.delete(key)
    this.#index.learn(key, user.departmentIds)
    const known = this.#cache.users.peek(key)
    const fresh = known !== undefined && this.#cache.ageOfUser(known, at) === 'fresh'
    if (fresh && confirms(user, known.user)) return
    this.#cache.users.set(key, { user, at, guessed: guessed && known === undefined })
    if (user.level === 'full') this.#search.user(key, user)
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
