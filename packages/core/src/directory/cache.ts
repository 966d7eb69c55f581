import { LRUCache } from 'lru-cache'
import type { ListLevel } from './level.ts'
import type { DirectorySettings } from './settings.ts'
import type { DirectoryUserFull, DirectoryUserSimple } from './types.ts'

/** A member as an answer knows one: at least name and departments. */
export type KnownUser = DirectoryUserSimple | DirectoryUserFull

/** A cached member. */
export interface UserEntry {
  readonly user: KnownUser
  readonly at: number
  /** The list that brought it was fetched on a guess, and nobody has asked for the member yet. */
  guessed: boolean
}

/** A cached member list: complete in itself, so that losing single members does not cost it. */
export interface ListEntry {
  readonly departmentId: number
  readonly level: ListLevel
  readonly users: readonly KnownUser[]
  readonly at: number
}

/**
 * `fresh` answers; `stale` answers and is refreshed behind the reader; `old` answers only while WeCom does not.
 */
export type Age = 'fresh' | 'stale' | 'old' | 'gone'

const maxMissing = 20_000

/** What this process remembers of the app's view of the corp. Viewers are not known here: it is below authorisation. */
export class DirectoryCache {
  readonly users: LRUCache<string, UserEntry>
  readonly lists: LRUCache<number, ListEntry>
  /** Members and departments (`d:7`) WeCom said are not there or not visible, and when. */
  readonly missing: LRUCache<string, number> = new LRUCache({ max: maxMissing })
  readonly #ttl: DirectorySettings['ttl']

  constructor(settings: DirectorySettings) {
    const { maxUsers } = settings
    this.#ttl = settings.ttl
    this.users = new LRUCache({ max: maxUsers })
    this.lists = new LRUCache({
      maxSize: maxUsers,
      sizeCalculation: (list) => Math.min(list.users.length + 1, maxUsers),
    })
  }

  ageOfUser(entry: UserEntry, now: number): Age {
    return this.#age(entry.at, this.#ttl.user, now)
  }

  ageOfList(entry: ListEntry, now: number): Age {
    return this.#age(entry.at, this.#ttl.list, now)
  }

  isMissing(key: string, now: number): boolean {
    const at = this.missing.get(key)
    return at !== undefined && now - at < this.#ttl.missing
  }

  #age(at: number, ttl: number, now: number): Age {
    const age = now - at
    if (age < ttl) return 'fresh'
    if (age < ttl + this.#ttl.stale) return 'stale'
    return age < ttl + this.#ttl.staleIfError ? 'old' : 'gone'
  }
}

/** The key of a department among {@link DirectoryCache.missing}; a colon cannot be in a userid. */
export function departmentKey(id: number): string {
  return `d:${id}`
}
