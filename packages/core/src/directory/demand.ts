import type { KnownUser, ListEntry } from './cache.ts'
import { higher, type ListLevel } from './level.ts'

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

  addUser(key: string, userId: string, level: ListLevel): void {
    this.users.set(key, { userId, level: higher(this.users.get(key)?.level, level) })
  }

  include(other: Demand): void {
    for (const [key, { userId, level }] of other.users) this.addUser(key, userId, level)
    for (const [department, level] of other.lists) this.addList(department, level, false)
  }

  addList(department: number, level: ListLevel, recursive: boolean): void {
    const lists = recursive ? this.subtrees : this.lists
    lists.set(department, higher(lists.get(department), level))
  }
}

/** What a {@link Demand} came to. */
export interface Outcome {
  readonly users: Map<string, KnownUser | Error | undefined>
  readonly lists: Map<number, ListEntry | Error | undefined>
  /** The departments of each wanted subtree, itself first; undefined when it is not visible. */
  readonly subtrees: Map<number, readonly number[] | Error | undefined>
}
