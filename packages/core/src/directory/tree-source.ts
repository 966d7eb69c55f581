import type { Department, SimpleDepartment } from '../endpoints/departments.ts'
import { isRecord } from '../internal/is-record.ts'
import type { DirectoryClient, DirectorySettings } from './options.ts'
import type { SharedStore } from './shared-store.ts'
import type { DirectoryDepartment } from './types.ts'
import { asError, isPassing, isRefusal, UpstreamApi } from './upstream-api.ts'

type Wire = Department | SimpleDepartment

interface TreeFlight {
  readonly detailed: boolean
  readonly result: Promise<DepartmentTree>
}

/**
 * The department tree. Its shape comes from department/simplelist; names and leaders, once somebody wants them, from
 * department/list, which WeCom calls slow but which is one call where department/get would be one per department.
 */
export class TreeSource {
  readonly shape: UpstreamApi
  readonly details: UpstreamApi
  readonly #client: DirectoryClient
  readonly #settings: DirectorySettings
  readonly #store: SharedStore | undefined
  /** Names were wanted once, so that the next tree is asked for with them at once. */
  #detailsWanted = false
  #tree: DepartmentTree | undefined
  /** The tree before the last change, for when WeCom does not give the new one. */
  #previous: DepartmentTree | undefined
  #revision = 0
  #flight: TreeFlight | undefined

  constructor(client: DirectoryClient, settings: DirectorySettings, store: SharedStore | undefined) {
    this.shape = new UpstreamApi('/cgi-bin/department/simplelist', settings.maxConcurrency, settings.now)
    this.details = new UpstreamApi('/cgi-bin/department/list', settings.maxConcurrency, settings.now)
    this.#client = client
    this.#settings = settings
    this.#store = store
  }

  /** The tree if it can be used without waiting; refreshes it behind the reader when it is stale. */
  current(detailed: boolean): DepartmentTree | undefined {
    const tree = this.#tree
    if (tree === undefined || (detailed && !tree.detailed)) return undefined
    const { ttl, now } = this.#settings
    const age = now() - tree.at
    if (age >= ttl.tree + ttl.stale) return undefined
    if (age >= ttl.tree) void this.#fetch(false).catch(() => {})
    return tree
  }

  /** The tree, waiting for it if need be. */
  async load(detailed: boolean): Promise<DepartmentTree> {
    const current = this.current(detailed)
    if (current !== undefined) return current
    try {
      return await this.#fetch(detailed)
    } catch (error) {
      const fallback = this.#fallback(detailed, error)
      if (fallback !== undefined) return fallback
      throw asError(error)
    }
  }

  /**
   * The tree for somebody who misses a department in it: asked anew when it is older than an absence may be, so that
   * a new department is found although nobody told us, and scanning ids costs two calls a minute.
   */
  async loadFor(department: number, detailed: boolean): Promise<DepartmentTree> {
    const tree = await this.load(detailed)
    const { ttl, now } = this.#settings
    if (tree.has(department) || now() - tree.at < ttl.missing) return tree
    return this.#fetch(detailed).catch(() => tree)
  }

  /** Forgets the tree: a department came, went or moved. `told` by another process, which cleared the store. */
  forget(told: boolean): void {
    this.#previous = this.#tree ?? this.#previous
    this.#tree = undefined
    this.#flight = undefined
    this.#revision += 1
    this.#store?.forget('tree:true', told)
    this.#store?.forget('tree:false', told)
  }

  /** The same, and the tree before is no answer either. */
  forgetAll(): void {
    this.forget(false)
    this.#previous = undefined
  }

  #fetch(withDetails: boolean): Promise<DepartmentTree> {
    this.#detailsWanted ||= withDetails
    const detailed = this.#detailsWanted
    const underway = this.#flight
    if (underway !== undefined && (underway.detailed || !detailed)) return underway.result
    const flight: TreeFlight = { detailed, result: this.#ask(detailed) }
    this.#flight = flight
    const ended = (): void => {
      if (this.#flight === flight) this.#flight = undefined
    }
    flight.result.then(ended, ended)
    return flight.result
  }

  async #ask(detailed: boolean): Promise<DepartmentTree> {
    const revision = this.#revision
    const { at, wire } = await this.#read(detailed)
    const tree = new DepartmentTree(wire, at, detailed)
    if (revision === this.#revision) this.#tree = tree
    return tree
  }

  async #read(detailed: boolean): Promise<{ at: number; wire: readonly Wire[] }> {
    const { ttl, now } = this.#settings
    const name = `tree:${detailed}`
    const stored = await this.#store?.read(name, ttl.tree)
    // One that this process already has is no news.
    if (stored !== undefined && stored.at > (this.#tree?.at ?? -Infinity) && isTree(stored.value)) {
      return { at: stored.at, wire: stored.value }
    }
    const at = now()
    const wire = await this.#wire(detailed)
    this.#store?.write(name, { at, value: wire }, ttl.tree)
    return { at, wire }
  }

  async #wire(detailed: boolean): Promise<readonly Wire[]> {
    const { departments } = this.#client
    if (!detailed) return this.shape.call(() => departments.simpleList())
    try {
      return await this.details.call(() => departments.list())
    } catch (error) {
      // Some secrets may read ids only (48002, 48009): a tree without names is better than none.
      if (!isRefusal(error)) throw error
      return this.shape.call(() => departments.simpleList())
    }
  }

  #fallback(detailed: boolean, error: unknown): DepartmentTree | undefined {
    const tree = this.#tree ?? this.#previous
    if (tree === undefined || !isPassing(error)) return undefined
    const { ttl, now } = this.#settings
    return now() - tree.at < ttl.tree + ttl.staleIfError && (!detailed || tree.detailed) ? tree : undefined
  }
}

function isTree(value: unknown): value is SimpleDepartment[] {
  return Array.isArray(value) && value.length > 0 && value.every(isDepartment)
}

function isDepartment(value: unknown): boolean {
  return isRecord(value) && typeof value['id'] === 'number' && typeof value['parentid'] === 'number'
}

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
