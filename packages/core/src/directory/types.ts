import type { Member, MemberMembership } from '../wecom/member.ts'
import type { MemberAttribute, MemberStatus } from '../wecom/member-values.ts'
import type { CallbackEvent } from '../callbacks/callback-event.ts'

/**
 * How much of a member is known: `id` < `simple` (user/simplelist: name and departments) < `full` (user/get,
 * user/list). WeCom has no other answers, so demands compare and merge as a maximum.
 */
export type DirectoryLevel = 'id' | 'simple' | 'full'

/** A member's place in one department. */
export type DirectoryMembership = MemberMembership

/** One custom attribute. */
export type DirectoryAttribute = MemberAttribute

/** State of a member's account. */
export type DirectoryUserStatus = MemberStatus

/** A level a list can be asked at; `id` is no question of its own, because WeCom's smallest list is `simple`. */
export type ListLevel = Exclude<DirectoryLevel, 'id'>

/** A member at level `id`: only known to exist. */
export interface DirectoryUserId {
  readonly level: 'id'
  /** WeCom's userid in its canonical case. */
  readonly userId: string
}

/** A member as user/simplelist knows it. */
export interface DirectoryUserSimple extends Pick<Member, 'userId' | 'name' | 'departmentIds'> {
  readonly level: 'simple'
}

/** A member with every field the app may see. */
export interface DirectoryUserFull extends Member {
  readonly level: 'full'
}

/** A member, discriminated by how much is known. */
export type DirectoryUser = DirectoryUserId | DirectoryUserSimple | DirectoryUserFull

/** A member as an answer of WeCom knows one: at least name and departments. */
export type KnownUser = DirectoryUserSimple | DirectoryUserFull

export interface DirectoryDepartment {
  readonly id: number
  /** undefined for apps that may only see ids. */
  readonly name: string | undefined
  readonly englishName: string | undefined
  /** undefined for the root and for the topmost visible departments. */
  readonly parentId: number | undefined
  /** Sort value among siblings, up to 2^32-1; larger comes first. */
  readonly order: number
  readonly leaderIds: readonly string[]
}

/** One demand of a batch: a member, or the members of a department. */
export type DirectoryWant =
  | { kind: 'user'; userId: string; level?: DirectoryLevel | undefined }
  | {
      kind: 'list'
      departmentId: number
      recursive?: boolean | undefined
      level?: Exclude<DirectoryLevel, 'id'> | undefined
    }

/** What a {@link DirectoryWant} came to: a member, a list, undefined where there is none, or the error of this one. */
export type DirectoryAnswer = DirectoryUser | readonly DirectoryUser[] | undefined | Error

/** What a directory did since it was made. */
export interface DirectoryStats {
  /** Upstream calls by path. */
  calls: Readonly<Record<string, number>>
  /** Of the calls, lists fetched on the guess that somebody in them will be asked for. */
  guesses: number
  /** Demands answered from a fresh entry. */
  hits: number
  /** Demands answered from a stale entry while it was refreshed. */
  staleHits: number
  /** Demands answered by a remembered absence. */
  negativeHits: number
  /** Batches planned: what was asked within one tick and could not be answered from memory. */
  batches: number
  /** Milliseconds spent planning them. */
  planningMs: number
  /** What is in memory. Directories of other makes may not say. */
  memory?: DirectoryMemory | undefined
}

export interface DirectoryMemory {
  /** About what members and lists occupy, in 1,000,000 bytes. */
  megabytes: number
  /** The limit, `maxMemory`. */
  limit: number
  members: number
  lists: number
  /** Members and lists that had to leave while they were still good: with many of these, raise `maxMemory`. */
  evicted: number
}

/** How far `warm({ search: true })` is. */
export interface DirectoryWarmProgress {
  /** Member lists that are loaded. */
  readonly lists: number
  /** All lists to load: one per visible department. */
  readonly of: number
}

export interface DirectoryWarmOptions {
  /** Loads every member list, so that `search` works. @default false */
  search?: boolean | undefined
  /** Ends the wait; the loading ends when nobody waits for it any more. */
  signal?: AbortSignal | undefined
  /** With `search`: called after every list. What it throws is ignored. */
  onProgress?: ((progress: DirectoryWarmProgress) => void) | undefined
}

/** What changed, from a change_contact callback or by hand. */
export type DirectoryChange =
  | { userId: string; newUserId?: string; departmentIds?: readonly number[] }
  | { departmentId: number }

/** What to forget: a member, or a department with its members. */
export type DirectoryForget = { userId: string } | { departmentId: number }

/** Options of the members' look-ups. */
export interface DirectoryReadOptions {
  /** @default 'full' */
  level?: DirectoryLevel | undefined
  signal?: AbortSignal | undefined
}

/** Cross-request cache of members and departments with the batch planner; see `createDirectory`. */
export interface Directory {
  /**
   * Loads the department tree and, with a contacts client, the user/list_id index; with `search` every member list,
   * paced, so that {@link Directory.search} works.
   */
  warm(options?: DirectoryWarmOptions): Promise<void>
  /** One member; undefined when there is none or none the app may see. */
  user(userId: string, options?: DirectoryReadOptions): Promise<DirectoryUser | undefined>
  /** Members at the positions of their ids, undefined where missing. */
  users(userIds: readonly string[], options?: DirectoryReadOptions): Promise<(DirectoryUser | undefined)[]>
  /** One department; undefined when there is none or none the app may see. */
  department(id: number): Promise<DirectoryDepartment | undefined>
  /** The departments directly below `parentId` (or the topmost visible ones), or their whole subtrees. */
  departments(
    parentId?: number,
    options?: { recursive?: boolean | undefined },
  ): Promise<DirectoryDepartment[]>
  /** The members of a department in WeCom's order, each once; undefined when it does not exist or is not visible. */
  departmentUsers(
    id: number,
    options?: {
      recursive?: boolean | undefined
      level?: 'simple' | 'full' | undefined
      signal?: AbortSignal | undefined
    },
  ): Promise<readonly DirectoryUser[] | undefined>
  /**
   * Members whose name, alias, English name or userid (or one of your `searchTerms`) contains the text: whole texts
   * first, then beginnings, then the rest, each by userid. Two characters at least, or one Chinese, Japanese or Korean
   * one; nobody is found by more than 200. Finds members of visible departments; those the app may see one by one only
   * are in no list.
   *
   * @param options.limit how many at most. Default 20
   * @throws WecomConfigError before `warm({ search: true })`, or for a text that is too short
   */
  search(text: string, options?: { limit?: number | undefined }): Promise<readonly DirectoryUserFull[]>
  /** The batch entry: the demands of one tick, planned together, answered in place. An error concerns its demand only. */
  resolve(wants: readonly DirectoryWant[]): Promise<DirectoryAnswer[]>
  /**
   * Forgets what a change touched, in this process and in the shared store. Other processes are told with a
   * `changeFeed`; without one they wait for the lifetimes to pass. Every callback event may be handed in: those that
   * are no change are ignored.
   *
   * @example
   * ```ts
   * wecomCallback({ token, encodingAesKey, receiveId, onEvent: (event) => directory.invalidate(event) })
   * ```
   */
  invalidate(change: DirectoryChange | CallbackEvent): void
  /**
   * Drops what this process holds, so that the next read asks WeCom: everything, one member, or a department with its
   * members. Nothing of it is given any more, not even while WeCom is in trouble. For a button in an operations view, and for tests with
   * faults; changes that WeCom tells of go to {@link Directory.invalidate}, which keeps what did not change.
   *
   * Without an argument other processes keep what they hold, and search goes on with what it knows until it is read
   * anew. With one, the shared store and other processes forget it, too.
   *
   * @example
   * ```ts
   * directory.forget()
   * directory.forget({ userId: 'zhangsan' })
   * ```
   */
  forget(what?: DirectoryForget): void
  /** Counters since creation. */
  stats(): DirectoryStats
}
