import type { ListLevel } from './types.ts'
import { covers } from './demand.ts'
import { departmentKey, type Memory } from './memory.ts'
import type { DepartmentTree } from './tree-source.ts'

/** Which lists could bring a member, as far as a batch knows. */
export class Whereabouts {
  /** The visible departments, if they are known. */
  tree: DepartmentTree | undefined
  readonly #memory: Memory
  readonly #fetched = new Set<number>()

  constructor(memory: Memory) {
    this.#memory = memory
  }

  /** The list of a department came: it will not bring anybody it did not bring. */
  fetched(department: number): void {
    this.#fetched.add(department)
  }

  /** Departments whose list would bring the member at this level. */
  homes(user: string, level: ListLevel, now: number): readonly number[] {
    return this.#memory.membership.homes(user).filter((home) => this.#isUsable(home, level, now))
  }

  /** Whether fetching the list could bring the member: not when we have it and the member is not in it. */
  #isUsable(department: number, level: ListLevel, now: number): boolean {
    if (this.#fetched.has(department) || this.tree?.has(department) === false) return false
    if (this.#memory.isMissing(departmentKey(department), now)) return false
    const entry = this.#memory.holdings.list(department)
    return (
      entry === undefined || !covers(entry.level, level) || this.#memory.ageOfList(entry, now) !== 'fresh'
    )
  }
}
