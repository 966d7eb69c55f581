import { covers, higher, type Demand, type Outcome } from './demand.ts'
import { departmentKey, type Memory } from './memory.ts'
import type { DepartmentTree } from './tree-source.ts'
import type { ListLevel } from './types.ts'
import { asError } from './upstream-api.ts'
import type { Upstream } from './upstream.ts'

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

/** Turns wanted lists and subtrees into the departments whose list has to be fetched. */
export class ListExpansion {
  readonly needed: Map<number, ListLevel> = new Map()
  readonly #memory: Memory
  readonly #upstream: Upstream
  readonly #now: number
  readonly #outcome: Outcome

  constructor(memory: Memory, upstream: Upstream, now: number, outcome: Outcome) {
    this.#memory = memory
    this.#upstream = upstream
    this.#now = now
    this.#outcome = outcome
  }

  /** What is known already, and what one `fetch_child` call brings, goes into the outcome. */
  async expand(demand: Demand): Promise<void> {
    for (const [department, level] of demand.lists) {
      if (await this.#isVisible(department)) this.#need(department, level)
      else this.#outcome.lists.set(department, undefined)
    }
    for (const [root, level] of demand.subtrees) {
      const departments = await this.#subtreeOf(root)
      this.#outcome.subtrees.set(root, departments)
      if (departments === undefined || departments instanceof Error) continue
      if (await this.#fetchWhole(root, departments, level)) continue
      for (const department of departments) this.#need(department, level)
    }
  }

  #need(department: number, level: ListLevel): void {
    if (this.#recall(department, level)) return
    this.needed.set(department, higher(this.needed.get(department), level))
  }

  /** Without a tree at hand the list itself will tell. */
  async #isVisible(department: number): Promise<boolean> {
    const { tree: source } = this.#upstream
    const tree = source.current(false)
    if (tree === undefined || tree.has(department)) return true
    return (await source.loadFor(department, false).catch(() => tree)).has(department)
  }

  async #subtreeOf(root: number): Promise<readonly number[] | Error | undefined> {
    try {
      const tree = await this.#upstream.tree.loadFor(root, false)
      return tree.has(root) ? tree.idsFrom(root) : undefined
    } catch (error) {
      return asError(error)
    }
  }

  #recall(department: number, level: ListLevel): boolean {
    const entry = this.#memory.list(department)
    if (
      entry !== undefined &&
      covers(entry.level, level) &&
      this.#memory.ageOfList(entry, this.#now) === 'fresh'
    ) {
      this.#outcome.lists.set(department, entry)
      return true
    }
    if (!this.#memory.isMissing(departmentKey(department), this.#now)) return false
    this.#outcome.lists.set(department, undefined)
    return true
  }

  async #fetchWhole(root: number, departments: readonly number[], level: ListLevel): Promise<boolean> {
    if (!this.#upstream.canFetchChild) return false
    const missing = departments.filter((department) => !this.#recall(department, level))
    // One list is one call either way, and its answer is certain.
    if (missing.length < 2) return false
    const result = await this.#upstream.subtree(root, departments, level)
    if (result.kind !== 'found') return false
    for (const list of result.value) this.#outcome.lists.set(list.departmentId, list)
    return true
  }
}
