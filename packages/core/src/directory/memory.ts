import { LRUCache } from 'lru-cache'
import { isRecord } from '../internal/is-record.ts'
import { covers, memberKey } from './demand.ts'
import { Holdings, type Held, type ListEntry } from './holdings.ts'
import { MembershipIndex } from './membership.ts'
import { Revisions } from './revisions.ts'
import { SearchIndex } from './search-index.ts'
import type { DirectorySettings } from './options.ts'
import type { KnownUser, ListLevel } from './types.ts'

/**
 * `fresh` answers; `stale` answers and is refreshed behind the reader; `old` answers only while WeCom does not.
 */
export type Age = 'fresh' | 'stale' | 'old' | 'gone'

/** A member list as an answer brought it. */
export type ListAnswer = Pick<ListEntry, 'departmentId' | 'level' | 'users' | 'at'>

const maxMissing = 20_000
const warnEveryMs = 600_000

/**
 * What this process remembers of the app's view of the corp: members, lists, absences, who is in which department, and
 * what search looks through. Viewers are not known here: it is below authorisation. An answer that was on its way while
 * its subject changed is not remembered.
 */
export class Memory {
  readonly revisions: Revisions = new Revisions()
  readonly membership: MembershipIndex = new MembershipIndex()
  readonly search: SearchIndex
  /** Replaced when everything is forgotten. */
  holdings: Holdings
  readonly #emptyHoldings: () => Holdings
  /** Counts the changes of what lists there are. */
  version = 0
  readonly #ttl: DirectorySettings['ttl']
  /** Members and departments (`d:7`) WeCom said are not there or not visible, and when. */
  readonly #missing = new LRUCache<string, number>({ max: maxMissing })
  #warnedAt = -Infinity

  /** @param onFull told now and then while what is asked for does not fit */
  constructor(settings: DirectorySettings, onFull: () => void) {
    const { ttl, now, maxMemory, searchTerms } = settings
    const isPast = (item: Held | ListEntry): boolean =>
      this.#age(item.at, 'departmentId' in item ? ttl.list : ttl.user, now()) !== 'fresh'
    this.#ttl = ttl
    this.search = new SearchIndex(searchTerms)
    const warn = (): void => {
      if (now() - this.#warnedAt < warnEveryMs) return
      this.#warnedAt = now()
      onFull()
    }
    this.#emptyHoldings = () => new Holdings(maxMemory * 1_000_000, isPast, warn)
    this.holdings = this.#emptyHoldings()
  }

  /** What is known of a member; counts as a use of it. */
  member(key: string): Held | undefined {
    const held = this.holdings.member(key)
    if (held === undefined) return undefined
    held.uses += 1
    if (held.list !== undefined) held.list.uses += 1
    return held
  }

  /** The list of a department; counts as a use of it. */
  list(department: number): ListEntry | undefined {
    const entry = this.holdings.list(department)
    if (entry !== undefined) entry.uses += 1
    return entry
  }

  ageOfMember({ at }: Held, now: number): Age {
    return this.#age(at, this.#ttl.user, now)
  }

  ageOfList({ at }: ListEntry, now: number): Age {
    return this.#age(at, this.#ttl.list, now)
  }

  /** The member as last known, for when WeCom cannot be asked. */
  earlierMember(key: string, level: ListLevel, now: number): KnownUser | undefined {
    const held = this.holdings.member(key)
    const isThere = held?.user !== undefined && covers(held.user.level, level)
    return isThere && this.ageOfMember(held, now) !== 'gone' ? held.user : undefined
  }

  /** The same for a department's list. */
  earlierList(department: number, level: ListLevel, now: number): ListEntry | undefined {
    const entry = this.holdings.list(department)
    const isThere = entry !== undefined && covers(entry.level, level)
    return isThere && this.ageOfList(entry, now) !== 'gone' ? entry : undefined
  }

  isMissing(key: string, now: number): boolean {
    return now < this.missingUntil(key)
  }

  missingUntil(key: string): number {
    return (this.#missing.get(key) ?? -Infinity) + this.#ttl.missing
  }

  /** An answer of user/get. */
  rememberMember(key: string, user: KnownUser | undefined, at: number, begun: number): void {
    if (!this.revisions.isCurrent(key, begun)) return
    if (user !== undefined) return this.holdings.settle(this.#remember(key, user, at, false))
    this.#missing.set(key, at)
    this.membership.forget(key)
    this.#unsearch(key)
    this.#doubt(key)
  }

  /** An answer of user/list or user/simplelist; `guessed` when nobody asked for it. */
  rememberList(answer: ListAnswer, begun: number, guessed: boolean): ListEntry {
    const { departmentId, at, level } = answer
    let current = this.revisions.isCurrent(departmentKey(departmentId), begun)
    const users: KnownUser[] = []
    const members: Held[] = []
    for (const user of answer.users) {
      const key = memberKey(user.userId)
      if (key === undefined) continue
      const isCurrent = this.revisions.isCurrent(key, begun)
      if (!isCurrent) current = false
      const held = isCurrent ? this.#remember(key, user, at, guessed) : this.holdings.hold(key)
      members.push(held)
      users.push(isCurrent ? (held.user ?? user) : user)
    }
    const before = this.holdings.list(departmentId)
    const same = before !== undefined && isSameList(before.users, users)
    const entry: ListEntry = {
      departmentId,
      level,
      at,
      users: same ? before.users : Object.freeze(users),
      members: same ? before.members : members,
      uses: 1,
      place: -1,
    }
    this.membership.learnSize(departmentId, users.length)
    if (current) this.#keepList(entry)
    for (const held of members) this.holdings.settle(held)
    return entry
  }

  /** WeCom said that there is no such department, or none to see: its list is no way to reach a member either. */
  rememberNoList(department: number, at: number, begun: number): void {
    this.membership.learnSize(department, Infinity)
    if (!this.revisions.isCurrent(departmentKey(department), begun)) return
    this.#missing.set(departmentKey(department), at)
    this.#dropList(department)
  }

  /** The member changed: what is known, or on its way, is not given any more. */
  forgetMember(key: string): void {
    this.revisions.change(key)
    this.#missing.delete(key)
    this.membership.forget(key)
    this.search.touch(key)
    this.#doubt(key)
  }

  /** The same for a department's list. */
  forgetList(department: number): void {
    this.revisions.change(departmentKey(department))
    this.#missing.delete(departmentKey(department))
    this.#dropList(department)
  }

  /** Everything changed. Who is in which department stays as a hint whom to ask, and the search until it is read anew. */
  forgetAll(): void {
    this.revisions.changeAll()
    this.#missing.clear()
    this.version += 1
    this.holdings = this.#emptyHoldings()
    this.search.touchAll()
  }

  /** Puts a department's members into the search, among them those who were remembered before it was kept up. */
  searchList(departmentId: number, users: readonly KnownUser[]): void {
    for (const user of users) {
      const key = memberKey(user.userId)
      const held = key === undefined ? undefined : this.holdings.hold(key)
      if (held === undefined) continue
      if (held.user === undefined) this.holdings.write(held, user, -Infinity)
      this.#toSearch(held, user)
      this.holdings.settle(held)
    }
    this.#listToSearch(departmentId, users)
  }

  /** Takes departments that are gone out of the search. */
  keepInSearch(departments: ReadonlySet<number>): void {
    for (const id of this.search.departments()) if (!departments.has(id)) this.#listToSearch(id, [])
  }

  #remember(key: string, user: KnownUser, at: number, guessed: boolean): Held {
    this.#missing.delete(key)
    const held = this.holdings.hold(key)
    const known = held.user
    const confirmed = known !== undefined && this.ageOfMember(held, at) === 'fresh' && confirms(user, known)
    if (!confirmed) {
      const same = known !== undefined && isSameRecord(known, user)
      if (same) held.at = at
      else this.holdings.write(held, user, at)
      if (known === undefined) held.guessed = guessed
    }
    this.membership.learn(key, (held.user ?? user).departmentIds)
    this.#toSearch(held, user)
    return held
  }

  /** Nothing is known of the member any more; lists keep what they brought. */
  #doubt(key: string): void {
    const held = this.holdings.member(key)
    if (held === undefined) return
    this.holdings.write(held, undefined, -Infinity)
    this.holdings.settle(held)
  }

  #keepList(entry: ListEntry): void {
    this.version += 1
    this.#missing.delete(departmentKey(entry.departmentId))
    this.holdings.keepList(entry)
    if (entry.level === 'full') this.#listToSearch(entry.departmentId, entry.users)
  }

  #dropList(department: number): void {
    this.version += 1
    this.holdings.dropList(department)
  }

  #toSearch(held: Held, user: KnownUser): void {
    if (!this.search.enabled || user.level !== 'full') return
    this.search.put(held.key, user)
    this.holdings.setSearched(held, true)
  }

  #listToSearch(departmentId: number, users: readonly KnownUser[]): void {
    if (!this.search.enabled) return
    for (const key of this.search.list(departmentId, users)) this.#unsearch(key)
  }

  #unsearch(key: string): void {
    this.search.remove(key)
    const held = this.holdings.member(key)
    if (held !== undefined) this.holdings.setSearched(held, false)
  }

  #age(at: number, ttl: number, now: number): Age {
    const age = now - at
    if (age < ttl) return 'fresh'
    if (age < ttl + this.#ttl.stale) return 'stale'
    return age < ttl + this.#ttl.staleIfError ? 'old' : 'gone'
  }
}

/** The key of a department among absences and revisions; a colon cannot be in a userid. */
export function departmentKey(id: number): string {
  return `d:${id}`
}

/** A simple answer that agrees with the full one we have is no reason to forget the details. */
function confirms(simple: KnownUser, full: KnownUser): boolean {
  return (
    !covers(simple.level, full.level) &&
    simple.name === full.name &&
    isSameRecord(simple.departmentIds, full.departmentIds)
  )
}

/** Whether two records say the same. They are plain data, made in the same order of fields. */
function isSameRecord(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSameRecord(item, other[index]))
  }
  if (!isRecord(one) || !isRecord(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length && names.every((name) => isSameRecord(one[name], other[name]))
  )
}

/** Whether two lists hold the very same records, as they do while WeCom says the same. */
export function isSameList(one: readonly KnownUser[], other: readonly KnownUser[]): boolean {
  return one === other || (one.length === other.length && one.every((user, index) => user === other[index]))
}
