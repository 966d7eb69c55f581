import type { Department, SimpleDepartment } from '../endpoints/departments.ts'
import { DepartmentTree } from './department-tree.ts'
import { asError, isPassing, isRefusal } from './failure.ts'
import type { DirectoryClient } from './options.ts'
import type { DirectorySettings } from './settings.ts'
import { UpstreamApi } from './upstream-api.ts'

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
  #tree: DepartmentTree | undefined
  #revision = 0
  #flight: TreeFlight | undefined

  constructor(client: DirectoryClient, settings: DirectorySettings) {
    this.shape = new UpstreamApi('/cgi-bin/department/simplelist', settings.maxConcurrency, settings.now)
    this.details = new UpstreamApi('/cgi-bin/department/list', settings.maxConcurrency, settings.now)
    this.#client = client
    this.#settings = settings
  }

  /** The tree if it can be used without waiting; refreshes it behind the reader when it is stale. */
  current(detailed: boolean): DepartmentTree | undefined {
    const tree = this.#tree
    if (tree === undefined || (detailed && !tree.detailed)) return undefined
    const { ttl, now } = this.#settings
    const age = now() - tree.at
    if (age >= ttl.tree + ttl.stale) return undefined
    if (age >= ttl.tree) void this.#fetch(tree.detailed).catch(() => {})
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
    return this.#fetch(detailed || tree.detailed).catch(() => tree)
  }

  /** Forgets the tree: a department came, went or moved. */
  forget(): void {
    this.#tree = undefined
    this.#flight = undefined
    this.#revision += 1
  }

  #fetch(detailed: boolean): Promise<DepartmentTree> {
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
    const at = this.#settings.now()
    const revision = this.#revision
    const tree = new DepartmentTree(await this.#wire(detailed), at, detailed)
    if (revision === this.#revision) this.#tree = tree
    return tree
  }

  async #wire(detailed: boolean): Promise<readonly (Department | SimpleDepartment)[]> {
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
    const tree = this.#tree
    if (tree === undefined || !isPassing(error)) return undefined
    const { ttl, now } = this.#settings
    return now() - tree.at < ttl.tree + ttl.staleIfError && (!detailed || tree.detailed) ? tree : undefined
  }
}
