import type { Department, SimpleDepartment } from '../endpoints/departments.ts'
import type { DirectoryDepartment } from './types.ts'

/** The visible departments at one moment. */
export class DepartmentTree {
  /** When it was asked for. */
  readonly at: number
  /** Whether names and leaders are known. */
  readonly detailed: boolean
  readonly #departments = new Map<number, DirectoryDepartment>()
  readonly #children = new Map<number | undefined, DirectoryDepartment[]>()
  readonly #subtrees = new Map<number | undefined, readonly DirectoryDepartment[]>()
  readonly #subtreeIds = new Map<number, readonly number[]>()

  constructor(wire: readonly (Department | SimpleDepartment)[], at: number, detailed: boolean) {
    this.at = at
    this.detailed = detailed
    const visible = new Set(wire.map((department) => department.id))
    for (const department of wire) this.#add(departmentOf(department, visible))
    for (const siblings of this.#children.values()) siblings.sort(inWecomOrder)
  }

  get size(): number {
    return this.#departments.size
  }

  /** Ids of all departments, parents before their children. */
  ids(): number[] {
    return this.below(undefined).map((department) => department.id)
  }

  get(id: number): DirectoryDepartment | undefined {
    return this.#departments.get(id)
  }

  has(id: number): boolean {
    return this.#departments.has(id)
  }

  /** Directly below a department, or the topmost visible ones. */
  children(id: number | undefined): readonly DirectoryDepartment[] {
    return this.#children.get(id) ?? []
  }

  /** Everything below a department, each followed by what is below it. */
  below(id: number | undefined): readonly DirectoryDepartment[] {
    const known = this.#subtrees.get(id)
    if (known !== undefined) return known
    // A set, because data with a circle of parents must not send us round for ever.
    const found = new Set<DirectoryDepartment>()
    const waiting = this.children(id).toReversed()
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue
      found.add(next)
      waiting.push(...this.children(next.id).toReversed())
    }
    const subtree = [...found]
    this.#subtrees.set(id, subtree)
    return subtree
  }

  /** Ids of a department and everything below it. */
  idsFrom(root: number): readonly number[] {
    const known = this.#subtreeIds.get(root)
    if (known !== undefined) return known
    const ids = [root, ...this.below(root).map((department) => department.id)]
    this.#subtreeIds.set(root, ids)
    return ids
  }

  #add(department: DirectoryDepartment): void {
    this.#departments.set(department.id, department)
    const siblings = this.#children.get(department.parentId)
    if (siblings === undefined) this.#children.set(department.parentId, [department])
    else siblings.push(department)
  }
}

function departmentOf(
  wire: Department | SimpleDepartment,
  visible: ReadonlySet<number>,
): DirectoryDepartment {
  const details: Partial<Department> = wire
  return Object.freeze({
    id: wire.id,
    name: details.name || undefined,
    englishName: details.name_en || undefined,
    // The topmost visible department still names its parent, which the app may not see.
    parentId: wire.parentid !== wire.id && visible.has(wire.parentid) ? wire.parentid : undefined,
    order: wire.order ?? 0,
    leaderIds: Object.freeze([...(details.department_leader ?? [])]),
  })
}

function inWecomOrder(one: DirectoryDepartment, other: DirectoryDepartment): number {
  return other.order - one.order || one.id - other.id
}
