import { LRUCache } from 'lru-cache'
import { type Demand, type Outcome, covers, memberKey } from './demand.ts'
import type { ListEntry } from './holdings.ts'
import { departmentKey, isSameList, type Age, type Memory } from './memory.ts'
import type { Spending } from './spending.ts'
import type { DepartmentTree, TreeSource } from './tree-source.ts'
import type { DirectoryAnswer, DirectoryWant, KnownUser, ListLevel } from './types.ts'

type UserWant = Extract<DirectoryWant, { kind: 'user' }>
type ListWant = Extract<DirectoryWant, { kind: 'list' }>

/** An answer from memory, or `undefined` when it has to be fetched. */
export type Remembered = { answer: DirectoryAnswer } | undefined

const nothing: Remembered = { answer: undefined }

/** Answers demands from what is remembered, and notes what has to be refreshed behind the reader. */
export class Reader {
  /** Demands answered without a call of their own. */
  readonly counts = { hits: 0, staleHits: 0, negativeHits: 0 }
  readonly #memory: Memory
  readonly #tree: TreeSource
  readonly #spending: Spending
  readonly #listTtl: number
  readonly #unions = new SubtreeUnions()

  constructor(memory: Memory, tree: TreeSource, spending: Spending, listTtl: number) {
    this.#memory = memory
    this.#tree = tree
    this.#spending = spending
    this.#listTtl = listTtl
  }

  /** The remembered answer; what it found stale is added to `refresh`. */
  recall(want: DirectoryWant, now: number, refresh: Demand): Remembered {
    if (want.kind === 'user') return this.#recallUser(want, now, refresh)
    if (!Number.isSafeInteger(want.departmentId) || want.departmentId <= 0) return nothing
    return want.recursive === true
      ? this.#recallSubtree(want, now, refresh)
      : this.#recallList(want, now, refresh)
  }

  /** A demand's answer in what its batch came to. */
  answerFrom(outcome: Outcome, want: DirectoryWant): DirectoryAnswer {
    if (want.kind === 'user') return outcome.users.get(memberKey(want.userId) ?? '')
    if (want.recursive === true) return this.#subtreeFrom(outcome, want.departmentId)
    const list = outcome.lists.get(want.departmentId)
    return list === undefined || list instanceof Error ? list : list.users
  }

  #recallUser(want: UserWant, now: number, refresh: Demand): Remembered {
    const key = memberKey(want.userId)
    if (key === undefined) return nothing
    const held = this.#memory.member(key)
    const user = held?.user
    const age = held === undefined ? 'gone' : this.#memory.ageOfMember(held, now)
    if (
      held === undefined ||
      user === undefined ||
      !covers(user.level, want.level ?? 'full') ||
      !isGiven(age)
    ) {
      return this.#memory.isMissing(key, now) ? this.#negative() : undefined
    }
    if (held.guessed) {
      held.guessed = false
      this.#spending.earn()
    }
    if (age === 'stale') refresh.addUser(key, want.userId, user.level)
    return this.#hit(user, age)
  }

  #recallList(want: ListWant, now: number, refresh: Demand): Remembered {
    const entry = this.#list(want.departmentId, want.level ?? 'full', now, refresh)
    if (entry === 'missing') return this.#negative()
    return entry === undefined ? undefined : this.#hit(entry.users, this.#memory.ageOfList(entry, now))
  }

  #recallSubtree(want: ListWant, now: number, refresh: Demand): Remembered {
    const tree = this.#tree.current(false)
    if (tree === undefined || !tree.has(want.departmentId)) return undefined
    const { level = 'full', departmentId } = want
    const name = `${departmentId}:${level}`
    const { version } = this.#memory
    const unchanged = this.#unions.unchanged(name, { tree, version }, now)
    if (unchanged !== undefined) return this.#hit(unchanged.users, 'fresh')
    const found = this.#lists(tree, departmentId, level, now, refresh)
    if (found === undefined) return undefined
    const users = this.#unions.union(name, { ...found, tree, version })
    return this.#hit(users, found.freshUntil > now ? 'fresh' : 'stale')
  }

  /** The lists of a subtree, if all of them are there. */
  #lists(
    tree: DepartmentTree,
    root: number,
    level: ListLevel,
    now: number,
    refresh: Demand,
  ): { lists: readonly ListEntry[]; freshUntil: number } | undefined {
    const lists: ListEntry[] = []
    let freshUntil = Infinity
    for (const department of tree.idsFrom(root)) {
      const entry = this.#list(department, level, now, refresh)
      if (entry === undefined) return undefined
      const until =
        entry === 'missing' ? this.#memory.missingUntil(departmentKey(department)) : entry.at + this.#listTtl
      if (until < freshUntil) freshUntil = until
      if (entry !== 'missing') lists.push(entry)
    }
    return { lists, freshUntil }
  }

  #list(
    department: number,
    level: ListLevel,
    now: number,
    refresh: Demand,
  ): ListEntry | 'missing' | undefined {
    const entry = this.#memory.list(department)
    const age = entry === undefined ? 'gone' : this.#memory.ageOfList(entry, now)
    if (entry === undefined || !covers(entry.level, level) || !isGiven(age)) {
      return this.#memory.isMissing(departmentKey(department), now) ? 'missing' : undefined
    }
    if (age === 'stale') refresh.addList(department, entry.level, false)
    return entry
  }

  #subtreeFrom(outcome: Outcome, root: number): DirectoryAnswer {
    const departments = outcome.subtrees.get(root)
    if (departments === undefined || departments instanceof Error) return departments
    const found: ListEntry[] = []
    for (const department of departments) {
      const list = outcome.lists.get(department)
      if (list instanceof Error) return list
      if (list !== undefined) found.push(list)
    }
    return this.#unions.eachOnce(found)
  }

  #hit(answer: DirectoryAnswer, age: Age): Remembered {
    if (age === 'fresh') this.counts.hits += 1
    else this.counts.staleHits += 1
    return { answer }
  }

  #negative(): Remembered {
    this.counts.negativeHits += 1
    return nothing
  }
}

function isGiven(age: Age): boolean {
  return age === 'fresh' || age === 'stale'
}

const maxKept = 20

/** What a union was made of, and how long nothing of it needs to be looked at again. */
interface UnionOf {
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
class SubtreeUnions {
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
