import { departmentKey, type ListEntry } from './cache.ts'
import type { Demand, Outcome } from './demand.ts'
import type { Engine } from './engine.ts'
import { covers, type ListLevel } from './level.ts'
import { eachOnce, SubtreeUnions } from './subtree-unions.ts'
import type { DirectoryAnswer, DirectoryWant } from './types.ts'
import { userKey } from './user-key.ts'

type UserWant = Extract<DirectoryWant, { kind: 'user' }>
type ListWant = Extract<DirectoryWant, { kind: 'list' }>

/** An answer from memory, or `undefined` when it has to be fetched. */
export type Remembered = { answer: DirectoryAnswer } | undefined

const nothing: Remembered = { answer: undefined }

/** Answers demands from what is remembered, and notes what has to be refreshed behind the reader. */
export class Reader {
  readonly #engine: Engine
  readonly #subtrees = new SubtreeUnions()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** The remembered answer; what it found stale is added to `refresh`. */
  recall(want: DirectoryWant, now: number, refresh: Demand): Remembered {
    if (want.kind === 'user') return this.#recallUser(want, now, refresh)
    if (!isDepartmentId(want.departmentId)) return nothing
    return want.recursive === true
      ? this.#recallSubtree(want, now, refresh)
      : this.#recallList(want, now, refresh)
  }

  #recallUser(want: UserWant, now: number, refresh: Demand): Remembered {
    const { cache, credit } = this.#engine
    const key = userKey(want.userId)
    if (key === undefined) return nothing
    const entry = cache.users.get(key)
    const age = entry === undefined ? 'gone' : cache.ageOfUser(entry, now)
    if (entry === undefined || !covers(entry.user.level, want.level ?? 'full') || !isGiven(age)) {
      return cache.isMissing(key, now) ? this.#negative() : undefined
    }
    if (entry.guessed) {
      entry.guessed = false
      credit.earn()
    }
    if (age === 'stale') refresh.addUser(key, want.userId, entry.user.level)
    return this.#hit(entry.user, age)
  }

  #recallList(want: ListWant, now: number, refresh: Demand): Remembered {
    const entry = this.#list(want.departmentId, want.level ?? 'full', now, refresh)
    if (entry === 'missing') return this.#negative()
    return entry === undefined ? undefined : this.#hit(entry.users, this.#engine.cache.ageOfList(entry, now))
  }

  #recallSubtree(want: ListWant, now: number, refresh: Demand): Remembered {
    const tree = this.#engine.tree.current(false)
    if (tree === undefined || !tree.has(want.departmentId)) return undefined
    const found: ListEntry[] = []
    for (const department of [want.departmentId, ...tree.below(want.departmentId).map(({ id }) => id)]) {
      const entry = this.#list(department, want.level ?? 'full', now, refresh)
      if (entry === undefined) return undefined
      if (entry !== 'missing') found.push(entry)
    }
    const level = want.level ?? 'full'
    const stale = found.some((entry) => this.#engine.cache.ageOfList(entry, now) !== 'fresh')
    return this.#hit(this.#subtrees.union(`${want.departmentId}:${level}`, found), stale ? 'stale' : 'fresh')
  }

  #list(
    department: number,
    level: ListLevel,
    now: number,
    refresh: Demand,
  ): ListEntry | 'missing' | undefined {
    const { cache } = this.#engine
    const entry = cache.lists.get(department)
    const age = entry === undefined ? 'gone' : cache.ageOfList(entry, now)
    if (entry === undefined || !covers(entry.level, level) || !isGiven(age)) {
      return cache.isMissing(departmentKey(department), now) ? 'missing' : undefined
    }
    if (age === 'stale') refresh.addList(department, entry.level, false)
    return entry
  }

  #hit(answer: DirectoryAnswer, age: string): Remembered {
    if (age === 'fresh') this.#engine.counts.hits += 1
    else this.#engine.counts.staleHits += 1
    return { answer }
  }

  #negative(): Remembered {
    this.#engine.counts.negativeHits += 1
    return nothing
  }
}

/** Adds a demand to a batch. */
export function demandOf(want: DirectoryWant, demand: Demand): void {
  const level = want.level === 'simple' ? 'simple' : want.level === 'id' ? 'simple' : 'full'
  if (want.kind === 'list') demand.addList(want.departmentId, level, want.recursive === true)
  else {
    const key = userKey(want.userId)
    if (key !== undefined) demand.addUser(key, want.userId, level)
  }
}

/** A demand's answer in what its batch came to. */
export function answerFrom(outcome: Outcome, want: DirectoryWant): DirectoryAnswer {
  if (want.kind === 'user') return outcome.users.get(userKey(want.userId) ?? '')
  if (want.recursive === true) return subtreeFrom(outcome, want.departmentId)
  const list = outcome.lists.get(want.departmentId)
  return list === undefined || list instanceof Error ? list : list.users
}

function subtreeFrom(outcome: Outcome, root: number): DirectoryAnswer {
  const departments = outcome.subtrees.get(root)
  if (departments === undefined || departments instanceof Error) return departments
  const found: ListEntry[] = []
  for (const department of departments) {
    const list = outcome.lists.get(department)
    if (list instanceof Error) return list
    if (list !== undefined) found.push(list)
  }
  return eachOnce(found)
}

function isGiven(age: string): boolean {
  return age === 'fresh' || age === 'stale'
}

function isDepartmentId(id: number): boolean {
  return Number.isSafeInteger(id) && id > 0
}
