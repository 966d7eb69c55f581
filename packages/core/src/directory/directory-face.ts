import type { CallbackEvent } from '../callback/callback-event.ts'
import { loadBatch } from './batch.ts'
import { Changes } from './changes.ts'
import { Demand, type Outcome } from './demand.ts'
import type { Engine } from './engine.ts'
import { answerFrom, demandOf, Reader } from './reader.ts'
import { Searcher } from './searcher.ts'
import { Tick } from './tick.ts'
import type {
  Directory,
  DirectoryAnswer,
  DirectoryChange,
  DirectoryDepartment,
  DirectoryReadOptions,
  DirectoryStats,
  DirectoryUser,
  DirectoryUserFull,
  DirectoryWant,
} from './types.ts'
import { untilAborted } from './until-aborted.ts'

/** The {@link Directory} over its parts. */
export class DirectoryFace implements Directory {
  readonly #engine: Engine
  readonly #reader: Reader
  readonly #changes: Changes
  readonly #searcher: Searcher
  readonly #tick: Tick<Demand, Outcome>
  /** Refreshing goes apart, so that nobody waits for what they did not ask. */
  readonly #behind: Tick<Demand, Outcome>

  constructor(engine: Engine) {
    this.#engine = engine
    this.#reader = new Reader(engine)
    this.#changes = new Changes(engine)
    this.#searcher = new Searcher(engine, (wants) => this.resolve(wants))
    const load = (demand: Demand): Promise<Outcome> => loadBatch(engine, demand)
    this.#tick = new Tick(() => new Demand(), load)
    this.#behind = new Tick(() => new Demand(), load)
  }

  async warm(options: { search?: boolean; signal?: AbortSignal } = {}): Promise<void> {
    const { search = false, signal } = options
    signal?.throwIfAborted()
    await untilAborted(Promise.all([this.#engine.tree.load(true), this.#engine.contacts?.load()]), signal)
    if (search) await untilAborted(this.#searcher.load(signal), signal)
  }

  async user(userId: string, options: DirectoryReadOptions = {}): Promise<DirectoryUser | undefined> {
    const [user] = await this.users([userId], options)
    return user
  }

  async users(
    userIds: readonly string[],
    options: DirectoryReadOptions = {},
  ): Promise<(DirectoryUser | undefined)[]> {
    const { level = 'full', signal } = options
    signal?.throwIfAborted()
    const wants = userIds.map((userId): DirectoryWant => ({ kind: 'user', userId, level }))
    return (await untilAborted(this.resolve(wants), signal)).map(userOf)
  }

  async department(id: number): Promise<DirectoryDepartment | undefined> {
    this.#changes.settle()
    return (await this.#engine.tree.loadFor(id, true)).get(id)
  }

  async departments(
    parentId?: number,
    options: { recursive?: boolean } = {},
  ): Promise<DirectoryDepartment[]> {
    this.#changes.settle()
    const { tree: source } = this.#engine
    const tree = parentId === undefined ? await source.load(true) : await source.loadFor(parentId, true)
    return [...(options.recursive === true ? tree.below(parentId) : tree.children(parentId))]
  }

  async departmentUsers(
    id: number,
    options: { recursive?: boolean; level?: 'simple' | 'full'; signal?: AbortSignal } = {},
  ): Promise<readonly DirectoryUser[] | undefined> {
    const { recursive = false, level = 'full', signal } = options
    signal?.throwIfAborted()
    const wants: DirectoryWant[] = [{ kind: 'list', departmentId: id, recursive, level }]
    const [answer] = await untilAborted(this.resolve(wants), signal)
    return listOf(answer)
  }

  search(text: string, options: { limit?: number } = {}): Promise<readonly DirectoryUserFull[]> {
    this.#changes.settle()
    return this.#searcher.find(text, options.limit ?? 20)
  }

  async resolve(wants: readonly DirectoryWant[]): Promise<DirectoryAnswer[]> {
    this.#changes.settle()
    const now = this.#engine.settings.now()
    const refresh = new Demand()
    const missed = new Map<number, DirectoryWant>()
    const answers = wants.map((want, position): DirectoryAnswer => {
      const remembered = this.#reader.recall(want, now, refresh)
      if (remembered === undefined) missed.set(position, want)
      return remembered?.answer
    })
    if (!refresh.empty) this.#behind.add((demand) => demand.include(refresh)).catch(() => {})
    if (missed.size > 0) await this.#fetch(missed, answers)
    return answers
  }

  invalidate(change: DirectoryChange | CallbackEvent): void {
    this.#changes.apply(change)
  }

  stats(): DirectoryStats {
    const { contacts, counts, tree, upstream, credit, planning } = this.#engine
    const { get, lists } = upstream.reads
    const apis = [get, lists.full, lists.simple, tree.shape, tree.details]
    if (contacts !== undefined) apis.push(contacts.api)
    return {
      calls: Object.fromEntries(apis.map((api) => [api.path, api.calls])),
      guesses: credit.spent,
      ...counts,
      batches: planning.batches,
      planningMs: planning.ms,
    }
  }

  async #fetch(missed: ReadonlyMap<number, DirectoryWant>, answers: DirectoryAnswer[]): Promise<void> {
    const outcome = await this.#tick.add((demand) => {
      for (const want of missed.values()) demandOf(want, demand)
    })
    for (const [position, want] of missed) answers[position] = answerFrom(outcome, want)
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
