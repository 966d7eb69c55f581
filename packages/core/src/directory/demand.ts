import { isOwnUserId, userKey } from '../wecom/ids.ts'
import type { ListEntry } from './holdings.ts'
import type { DirectoryLevel, DirectoryWant, KnownUser, ListLevel } from './types.ts'

const rank: Readonly<Record<DirectoryLevel, number>> = { id: 0, simple: 1, full: 2 }

/** Whether what is known at `known` answers a demand for `wanted`. */
export function covers(known: DirectoryLevel, wanted: DirectoryLevel): boolean {
  return rank[known] >= rank[wanted]
}

/** The higher of two demands; `undefined` is none. */
export function higher(one: ListLevel | undefined, other: ListLevel): ListLevel {
  return one === 'full' ? one : other
}

/** A wanted member: the spelling it was asked by, and how much of it. */
export interface WantedUser {
  readonly userId: string
  readonly level: ListLevel
}

/** What the demands of one tick lack, merged. */
export class Demand {
  readonly users: Map<string, WantedUser> = new Map()
  readonly lists: Map<number, ListLevel> = new Map()
  /** Departments whose whole subtree is wanted. */
  readonly subtrees: Map<number, ListLevel> = new Map()

  get empty(): boolean {
    return this.users.size + this.lists.size + this.subtrees.size === 0
  }

  add(want: DirectoryWant): void {
    const level = want.level === 'simple' || want.level === 'id' ? 'simple' : 'full'
    if (want.kind === 'list') return this.addList(want.departmentId, level, want.recursive === true)
    const key = memberKey(want.userId)
    if (key !== undefined) this.addUser(key, want.userId, level)
  }

  addUser(key: string, userId: string, level: ListLevel): void {
    this.users.set(key, { userId, level: higher(this.users.get(key)?.level, level) })
  }

  addList(department: number, level: ListLevel, recursive: boolean): void {
    const lists = recursive ? this.subtrees : this.lists
    lists.set(department, higher(lists.get(department), level))
  }

  include(other: Demand): void {
    for (const [key, { userId, level }] of other.users) this.addUser(key, userId, level)
    for (const [department, level] of other.lists) this.addList(department, level, false)
  }
}

/** What a {@link Demand} came to. */
export interface Outcome {
  readonly users: Map<string, KnownUser | Error | undefined>
  readonly lists: Map<number, ListEntry | Error | undefined>
  /** The departments of each wanted subtree, itself first; undefined when it is not visible. */
  readonly subtrees: Map<number, readonly number[] | Error | undefined>
}

/**
 * Collects what is asked within one turn of the event loop and hands it on together. Promise jobs run first
 * (`nextTick` inside a microtask), so that resolvers that await a little still land in the same batch.
 */
export class Tick {
  readonly #run: (demand: Demand) => Promise<Outcome>
  #open: { demand: Demand; result: Promise<Outcome> } | undefined

  constructor(run: (demand: Demand) => Promise<Outcome>) {
    this.#run = run
  }

  add(collect: (demand: Demand) => void): Promise<Outcome> {
    this.#open ??= this.#start()
    collect(this.#open.demand)
    return this.#open.result
  }

  #start(): { demand: Demand; result: Promise<Outcome> } {
    const demand = new Demand()
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    const run = (): void => {
      this.#open = undefined
      resolve(this.#run(demand))
    }
    queueMicrotask(() => process.nextTick(run))
    return { demand, result: promise }
  }
}

/**
 * The key that all spellings of one userid share; undefined for what no member of this corp can be called, which is not
 * worth a call. `CorpId/userid` of a linked corp is a valid id, but never one of this directory.
 */
export function memberKey(userId: string): string | undefined {
  return isOwnUserId(userId) ? userKey(userId) : undefined
}
