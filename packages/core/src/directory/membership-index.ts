import { LRUCache } from 'lru-cache'

const noDepartments: readonly number[] = []
// Short strings and small arrays: about 150 MB for the largest corp WeCom allows, and only if all of it is asked for.
const maxLearned = 1_000_000
// More than any corp has; ids that somebody tries out must not pile up.
const maxSizes = 100_000

/**
 * Which departments a member is in and how large each is: learned from every answer, and read from user/list_id when
 * there is a contacts client. It decides whom to ask, never whether a member exists: user/list_id knows members the
 * app may not see, and both may be out of date.
 */
export class MembershipIndex {
  /** Taught by answers since user/list_id was read last. */
  #learned = new Map<string, readonly number[]>()
  #listed: ReadonlyMap<string, readonly number[]> = new Map()
  /** Taught by answers before that. */
  #earlier: ReadonlyMap<string, readonly number[]> = new Map()
  readonly #sizes = new LRUCache<number, number>({ max: maxSizes })
  readonly #seen = new LRUCache<number, number>({ max: maxSizes })
  #taught = 0
  #places = 0

  homes(user: string): readonly number[] {
    return this.#learned.get(user) ?? this.#listed.get(user) ?? this.#earlier.get(user) ?? noDepartments
  }

  /** Members of a department, as far as known. */
  sizeOf(department: number): number | undefined {
    return this.#sizes.get(department)
  }

  /** Members of a department that answers have told of, whatever list they came with. */
  seenIn(department: number): number {
    return this.#seen.get(department) ?? 0
  }

  /** In how many departments a member is, on average of those that answers told of; 1 before. */
  get homesEach(): number {
    return this.#taught === 0 ? 1 : this.#places / this.#taught
  }

  learn(user: string, departments: readonly number[]): void {
    if (!this.#learned.has(user)) this.#count(departments)
    // Last learned is last dropped: a map keeps its order of insertion.
    if (this.#learned.size >= maxLearned) {
      const [oldest] = this.#learned.keys()
      if (oldest !== undefined) this.#learned.delete(oldest)
    }
    this.#learned.set(user, departments)
  }

  learnSize(department: number, members: number): void {
    this.#sizes.set(department, members)
  }

  forget(user: string): void {
    this.#learned.set(user, noDepartments)
  }

  /** Takes over the pairs of user/list_id; where they have nothing, what answers taught stays. */
  replace(listed: ReadonlyMap<string, readonly number[]>, sizes: ReadonlyMap<number, number>): void {
    this.#earlier = this.#learned
    this.#learned = new Map()
    this.#listed = listed
    for (const [department, members] of sizes) this.#sizes.set(department, members)
  }

  #count(departments: readonly number[]): void {
    this.#taught += 1
    this.#places += departments.length
    for (const id of departments) this.#seen.set(id, this.seenIn(id) + 1)
  }
}
