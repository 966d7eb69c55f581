const noDepartments: readonly number[] = []

/**
 * Which departments a member is in and how large each is: learned from every answer, and read from user/list_id when
 * there is a contacts client. It decides whom to ask, never whether a member exists: user/list_id knows members the
 * app may not see, and both may be out of date.
 */
export class MembershipIndex {
  readonly #maximum: number
  #homes = new Map<string, readonly number[]>()
  #sizes = new Map<number, number>()

  constructor(maximum: number) {
    this.#maximum = maximum
  }

  get size(): number {
    return this.#homes.size
  }

  homes(user: string): readonly number[] {
    return this.#homes.get(user) ?? noDepartments
  }

  /** Members of a department, as far as known. */
  sizeOf(department: number): number | undefined {
    return this.#sizes.get(department)
  }

  learn(user: string, departments: readonly number[]): void {
    // Last learned is last dropped: a map keeps its order of insertion.
    this.#homes.delete(user)
    this.#homes.set(user, departments)
    if (this.#homes.size <= this.#maximum) return
    const [oldest] = this.#homes.keys()
    if (oldest !== undefined) this.#homes.delete(oldest)
  }

  learnSize(department: number, members: number): void {
    this.#sizes.set(department, members)
  }

  forget(user: string): void {
    this.#homes.delete(user)
  }

  /** Takes over the pairs of user/list_id; what only answers taught stays. */
  replace(homes: ReadonlyMap<string, readonly number[]>, sizes: ReadonlyMap<number, number>): void {
    for (const [user, departments] of homes) this.learn(user, departments)
    this.#sizes = new Map([...this.#sizes, ...sizes])
  }
}
