import { WecomConfigError } from '../errors/config-error.ts'
import { loadBatch } from './batch.ts'
import { departmentKey } from './cache.ts'
import { Demand, type Outcome } from './demand.ts'
import type { Engine } from './engine.ts'
import { answerFrom, demandOf, Reader } from './reader.ts'
import { Tick } from './tick.ts'
import type {
  Directory,
  DirectoryAnswer,
  DirectoryChange,
  DirectoryDepartment,
  DirectoryReadOptions,
  DirectoryStats,
  DirectoryUser,
  DirectoryWant,
} from './types.ts'
import { userKey } from './user-key.ts'

/** The {@link Directory} over its parts. */
export class DirectoryFace implements Directory {
  readonly #engine: Engine
  readonly #reader: Reader
  readonly #tick: Tick<Demand, Outcome>
  /** Refreshing goes apart, so that nobody waits for what they did not ask. */
  readonly #behind: Tick<Demand, Outcome>

  constructor(engine: Engine) {
    this.#engine = engine
    this.#reader = new Reader(engine)
    const tick = (): Tick<Demand, Outcome> =>
      new Tick(
        () => new Demand(),
        (demand) => loadBatch(engine, demand),
      )
    this.#tick = tick()
    this.#behind = tick()
  }

  async warm(): Promise<void> {
    await Promise.all([this.#engine.tree.load(true), this.#engine.contacts?.load()])
  }

  async user(userId: string, options: DirectoryReadOptions = {}): Promise<DirectoryUser | undefined> {
    const [user] = await this.users([userId], options)
    return user
  }

  async users(
    userIds: readonly string[],
    options: DirectoryReadOptions = {},
  ): Promise<(DirectoryUser | undefined)[]> {
    const level = options.level ?? 'full'
    const answers = await this.resolve(userIds.map((userId) => ({ kind: 'user', userId, level })))
    return answers.map(userOf)
  }

  async department(id: number): Promise<DirectoryDepartment | undefined> {
    return (await this.#engine.tree.loadFor(id, true)).get(id)
  }

  async departments(
    parentId?: number,
    options: { recursive?: boolean } = {},
  ): Promise<DirectoryDepartment[]> {
    const { tree } = this.#engine
    const departments = parentId === undefined ? await tree.load(true) : await tree.loadFor(parentId, true)
    return [...(options.recursive === true ? departments.below(parentId) : departments.children(parentId))]
  }

  async departmentUsers(
    id: number,
    options: { recursive?: boolean; level?: 'simple' | 'full'; signal?: AbortSignal } = {},
  ): Promise<readonly DirectoryUser[] | undefined> {
    const { recursive = false, level = 'full' } = options
    const [answer] = await this.resolve([{ kind: 'list', departmentId: id, recursive, level }])
    return listOf(answer)
  }

  async search(): Promise<DirectoryUser[]> {
    throw new WecomConfigError('search needs warm({ search: true }) first')
  }

  async resolve(wants: readonly DirectoryWant[]): Promise<DirectoryAnswer[]> {
    const now = this.#engine.settings.now()
    const refresh = new Demand()
    const missed: number[] = []
    const answers: DirectoryAnswer[] = wants.map((want, position) => {
      const remembered = this.#reader.recall(want, now, refresh)
      if (remembered === undefined) missed.push(position)
      return remembered?.answer
    })
    if (!refresh.empty) void this.#behind.add((demand) => demand.include(refresh))
    if (missed.length === 0) return answers
    const wanted = missed.map((position) => wants[position]).filter((want) => want !== undefined)
    const outcome = await this.#tick.add((demand) => {
      for (const want of wanted) demandOf(want, demand)
    })
    for (const [index, position] of missed.entries()) {
      const want = wanted[index]
      if (want !== undefined) answers[position] = answerFrom(outcome, want)
    }
    return answers
  }

  invalidate(change: DirectoryChange): void {
    const { cache, index, tree, upstream } = this.#engine
    if ('departmentId' in change) {
      tree.forget()
      this.#forgetList(change.departmentId)
      return
    }
    for (const userId of [change.userId, change.newUserId]) {
      const key = userId === undefined ? undefined : userKey(userId)
      if (key === undefined) continue
      for (const home of [...index.homes(key), ...(change.departmentIds ?? [])]) this.#forgetList(home)
      upstream.forgetMember(key)
      cache.users.delete(key)
      cache.missing.delete(key)
      index.forget(key)
    }
  }

  stats(): DirectoryStats {
    const { contacts, tree, upstream, credit } = this.#engine
    const apis = [upstream.get, upstream.lists.full, upstream.lists.simple, tree.shape, tree.details]
    if (contacts !== undefined) apis.push(contacts.api)
    const calls = Object.fromEntries(apis.map((api) => [api.path, api.calls]))
    return { calls, guesses: credit.spent, ...this.#reader.counts }
  }

  #forgetList(department: number): void {
    const { cache, upstream } = this.#engine
    upstream.forgetList(department)
    cache.lists.delete(department)
    cache.missing.delete(departmentKey(department))
  }
}

function userOf(answer: DirectoryAnswer): DirectoryUser | undefined {
  if (answer instanceof Error) throw answer
  return answer === undefined || isList(answer) ? undefined : answer
}

function listOf(answer: DirectoryAnswer): readonly DirectoryUser[] | undefined {
  if (answer instanceof Error) throw answer
  return answer !== undefined && isList(answer) ? answer : undefined
}

function isList(answer: DirectoryUser | readonly DirectoryUser[]): answer is readonly DirectoryUser[] {
  return Array.isArray(answer)
}
