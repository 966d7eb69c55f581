import type { ListLevel } from './types.ts'
import { covers, higher } from './demand.ts'
import { departmentKey, type Memory } from './memory.ts'
import type { DepartmentTree } from './tree-source.ts'

/** Which lists could bring a member, as far as a batch knows. */
export class Whereabouts {
  /** The visible departments, if they are known. */
  tree: DepartmentTree | undefined
  readonly #memory: Memory
  readonly #fetched = new Map<number, ListLevel>()

  constructor(memory: Memory) {
    this.#memory = memory
  }

  /** A list of this level came: neither it nor a shorter one will bring anybody it did not bring. */
  fetched(department: number, level: ListLevel): void {
    this.#fetched.set(department, higher(this.#fetched.get(department), level))
  }

  /** Departments whose list would bring the member at this level. */
  homes(user: string, level: ListLevel, now: number): readonly number[] {
    return this.#memory.membership.homes(user).filter((home) => this.#isUsable(home, level, now))
  }

  /** Whether fetching the list could bring the member: not when we have it and the member is not in it. */
  #isUsable(department: number, level: ListLevel, now: number): boolean {
    const fetched = this.#fetched.get(department)
    if (fetched !== undefined && covers(fetched, level)) return false
    if (this.tree?.has(department) === false) return false
    if (this.#memory.isMissing(departmentKey(department), now)) return false
    const entry = this.#memory.holdings.list(department)
    return (
      entry === undefined || !covers(entry.level, level) || this.#memory.ageOfList(entry, now) !== 'fresh'
    )
  }
}
