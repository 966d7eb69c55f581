import { LRUCache } from 'lru-cache'
import type { DepartmentTree } from './department-tree.ts'
import type { ListEntry } from './holdings.ts'
import type { KnownUser } from './types.ts'
import { isSameList } from './user-record.ts'

const maxKept = 20

/** What a union was made of, and how long nothing of it needs to be looked at again. */
export interface UnionOf {
  readonly tree: DepartmentTree
  /** The memory's version when the lists were looked at. */
  readonly version: number
  readonly lists: readonly ListEntry[]
  readonly freshUntil: number
}

interface Kept extends UnionOf {
  readonly users: readonly KnownUser[]
}

/**
 * The members of whole subtrees, put together from the lists of their departments. Kept while the lists say the same:
 * paging through a corp would otherwise put it together, or at least look at every list, anew for every page.
 */
export class SubtreeUnions {
  readonly #kept = new LRUCache<string, Kept>({ max: maxKept })
  #mark = 0

  /** The union while nothing it was made of can have changed. */
  unchanged(
    name: string,
    { tree, version }: Pick<UnionOf, 'tree' | 'version'>,
    now: number,
  ): Kept | undefined {
    const kept = this.#kept.get(name)
    return kept?.tree === tree && kept.version === version && now < kept.freshUntil ? kept : undefined
  }

  union(name: string, of: UnionOf): readonly KnownUser[] {
    const kept = this.#kept.get(name)
    const isSame =
      kept?.lists.length === of.lists.length &&
      of.lists.every((list, index) => isSameList(kept.lists[index]?.users ?? [], list.users))
    const users = isSame ? kept.users : this.eachOnce(of.lists)
    this.#kept.set(name, { ...of, users })
    return users
  }

  /** The members of several lists, each once, where they are met first. */
  eachOnce(lists: readonly ListEntry[]): readonly KnownUser[] {
    this.#mark += 1
    const found: KnownUser[] = []
    for (const { members, users } of lists) {
      for (const [index, held] of members.entries()) {
        const user = users[index]
        if (held.mark === this.#mark || user === undefined) continue
        held.mark = this.#mark
        found.push(user)
      }
    }
    return Object.freeze(found)
  }
}
