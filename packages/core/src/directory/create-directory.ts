import type { CallbackEvent } from '../callbacks/callback-event.ts'
import { contactWritesOf } from '../internal/contact-writes.ts'
import { createTelemetry } from '../telemetry/telemetry.ts'
import { appKey, corpKey, identityOf } from '../wecom/app-identity.ts'
import { ChangeLine, Changes } from './changes.ts'
import { Demand, Tick, type Outcome } from './demand.ts'
import { Memory } from './memory.ts'
import { settingsOf, type DirectoryClient, type DirectoryOptions, type DirectorySettings } from './options.ts'
import { Planner } from './planner.ts'
import { Reader } from './reader.ts'
import { Searcher } from './searcher.ts'
import { SharedStore, TurnTaker } from './shared-store.ts'
import type {
  Directory,
  DirectoryAnswer,
  DirectoryChange,
  DirectoryDepartment,
  DirectoryForget,
  DirectoryReadOptions,
  DirectoryStats,
  DirectoryUser,
  DirectoryUserFull,
  DirectoryWant,
  DirectoryWarmOptions,
} from './types.ts'
import { Upstream } from './upstream.ts'

/**
 * Makes the cross-request cache of members and departments. WeCom has no call that fetches several members by id, so
 * the directory changes the call: what is asked within one tick, by everybody in this process, is planned together and
 * fetched as department lists where that is cheaper.
 *
 * It knows no viewers: check who may see what after the answer. Make one per client and share it.
 *
 * @throws WecomConfigError for an option out of range
 * @example
 * ```ts
 * const directory = createDirectory(wecom, { contactsClient: wecom.with({ secret: contactsSecret }) })
 * await directory.warm()
 * const team = await directory.departmentUsers(7)
 * ```
 */
export function createDirectory(client: DirectoryClient, options: DirectoryOptions = {}): Directory {
  const settings = settingsOf(client, options)
  const { contactsClient, store, lock, changeFeed, maxMemory } = settings
  const { emit } = createTelemetry(settings.onEvent, undefined)
  const identity = identityOf(client)
  const prefix = `wecom-kit:directory:${appKey(identity)}:`
  const shared = store && new SharedStore(store, prefix, settings.now, emit)
  const memory = new Memory(settings, () => emit({ type: 'directory.full', maxMemory }))
  const upstream = new Upstream({ client, contactsClient, store: shared }, memory, settings)
  const line =
    changeFeed &&
    new ChangeLine(changeFeed, `wecom-kit:directory:${corpKey(identity)}`, (operation, error) =>
      // The message of somebody else's error may quote a connection string: its name is enough.
      emit({ type: 'feed.error', operation, reason: error instanceof Error ? error.name : typeof error }),
    )
  const turns = new TurnTaker(lock, shared, prefix)
  const directory = new CachedDirectory({ settings, memory, upstream, line, turns })
  for (const used of [client, contactsClient])
    if (used !== undefined) contactWritesOf(used)?.listen(directory)
  return directory
}

interface DirectoryParts {
  readonly settings: DirectorySettings
  readonly memory: Memory
  readonly upstream: Upstream
  readonly line: ChangeLine | undefined
  readonly turns: TurnTaker
}

/** The {@link Directory} that answers from memory and has the planner fetch what is not there. */
class CachedDirectory implements Directory {
  readonly #settings: DirectorySettings
  readonly #memory: Memory
  readonly #upstream: Upstream
  readonly #turns: TurnTaker
  readonly #planner: Planner
  readonly #reader: Reader
  readonly #changes: Changes
  readonly #searcher: Searcher
  readonly #tick: Tick
  /** Refreshing goes apart, so that nobody waits for what they did not ask. */
  readonly #behind: Tick

  constructor({ settings, memory, upstream, line, turns }: DirectoryParts) {
    this.#settings = settings
    this.#memory = memory
    this.#upstream = upstream
    this.#turns = turns
    this.#planner = new Planner(memory, upstream, settings)
    this.#reader = new Reader(memory, upstream.tree, this.#planner.spending, settings.ttl.list)
    this.#changes = new Changes(memory, upstream, settings, line)
    const resolve: Directory['resolve'] = (wants) => this.resolve(wants)
    const answerAlone = (want: DirectoryWant): Promise<DirectoryAnswer> => this.#answerAlone(want)
    this.#searcher = new Searcher({ memory, tree: upstream.tree, turns, settings, resolve, answerAlone })
    const load = (demand: Demand): Promise<Outcome> => this.#planner.load(demand)
    this.#tick = new Tick(load)
    this.#behind = new Tick(load)
  }

  async warm({ search = false, signal, onProgress }: DirectoryWarmOptions = {}): Promise<void> {
    signal?.throwIfAborted()
    const { tree, contacts } = this.#upstream
    const routing = this.#turns.inTurn('warm', async () => {
      await Promise.all([tree.load(true), contacts?.load()])
    })
    await untilAborted(routing, signal)
    if (search) await untilAborted(this.#searcher.load({ signal, onProgress }), signal)
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
    return (await this.#upstream.tree.loadFor(id, true)).get(id)
  }

  async departments(
    parentId?: number,
    options: { recursive?: boolean } = {},
  ): Promise<DirectoryDepartment[]> {
    this.#changes.settle()
    const { tree: source } = this.#upstream
    const tree = parentId === undefined ? await source.load(true) : await source.loadFor(parentId, true)
    return [...(options.recursive === true ? tree.below(parentId) : tree.children(parentId))]
  }

  async departmentUsers(
    id: number,
    options: { recursive?: boolean; level?: 'simple' | 'full'; signal?: AbortSignal | undefined } = {},
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
    const now = this.#settings.now()
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

  forget(what?: DirectoryForget): void {
    this.#changes.forget(what)
  }

  stats(): DirectoryStats {
    const { batches, ms, guesses, staleHits } = this.#planner
    const { counts } = this.#reader
    const { bytes, members, lists, evicted } = this.#memory.holdings
    return {
      calls: this.#upstream.calls,
      guesses,
      ...counts,
      staleHits: counts.staleHits + staleHits,
      batches,
      planningMs: ms,
      memory: {
        megabytes: Math.round(bytes / 1e5) / 10,
        limit: this.#settings.maxMemory,
        members,
        lists,
        evicted,
      },
    }
  }

  async #answerAlone(want: DirectoryWant): Promise<DirectoryAnswer> {
    const remembered = this.#reader.recall(want, this.#settings.now(), new Demand())
    if (remembered !== undefined) return remembered.answer
    const demand = new Demand()
    demand.add(want)
    return this.#reader.answerFrom(await this.#planner.load(demand), want)
  }

  async #fetch(missed: ReadonlyMap<number, DirectoryWant>, answers: DirectoryAnswer[]): Promise<void> {
    const outcome = await this.#tick.add((demand) => {
      for (const want of missed.values()) demand.add(want)
    })
    for (const [position, want] of missed) answers[position] = this.#reader.answerFrom(outcome, want)
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

/** Ends the wait, not the work: what is under way is shared with others and remembered. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) {
      work.catch(() => {})
      return abort()
    }
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
