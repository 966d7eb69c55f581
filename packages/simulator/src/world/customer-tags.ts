/** A corp tag for customers. */
export interface CustomerTag {
  readonly id: string
  name: string
  order: number
  /** Unix seconds. */
  readonly createTime: number
}

/** A group of them; none is ever empty. */
export interface CustomerTagGroup {
  readonly id: string
  name: string
  order: number
  readonly createTime: number
  /** Name of the app that made it and alone may change it. */
  readonly app: string
  tags: readonly CustomerTag[]
}

/** The corp tags of one world. */
export class CustomerTags {
  readonly #groups: Map<string, CustomerTagGroup>

  constructor(made: readonly CustomerTagGroup[] = []) {
    this.#groups = new Map(made.map((group) => [group.id, group]))
  }

  groups(): CustomerTagGroup[] {
    return [...this.#groups.values()]
  }

  group(id: string): CustomerTagGroup | undefined {
    return this.#groups.get(id)
  }

  put(group: CustomerTagGroup): void {
    this.#groups.set(group.id, group)
  }

  find(id: string): { group: CustomerTagGroup; tag: CustomerTag } | undefined {
    for (const group of this.#groups.values()) {
      const tag = group.tags.find((each) => each.id === id)
      if (tag !== undefined) return { group, tag }
    }
    return undefined
  }

  /** A group goes with its last tag. */
  remove(id: string): boolean {
    if (this.#groups.delete(id)) return true
    const found = this.find(id)
    if (found === undefined) return false
    found.group.tags = found.group.tags.filter((tag) => tag.id !== id)
    if (found.group.tags.length === 0) this.#groups.delete(found.group.id)
    return true
  }
}
