import { departmentKey, type Age, type KnownUser, type ListEntry } from './cache.ts'
import type { Demand, Outcome, WantedUser } from './demand.ts'
import type { DepartmentTree } from './department-tree.ts'
import type { Engine } from './engine.ts'
import { asError, isPassing, isTooLarge } from './failure.ts'
import { covers, type ListLevel } from './level.ts'
import { getPrice, listPays, plan, type Plan, type PlanInput } from './plan.ts'
import type { Result } from './upstream.ts'
import { userKey } from './user-key.ts'

// From this many members of unknown departments on, a few are fetched first to learn where the others may be.
const probeFrom = 8
const probes = 3
const maxProbeRounds = 4
// Every wave settles somebody or rules a department out; this only bounds a misbehaving upstream.
const maxWaves = 12
const indexWaitMs = 1000

/** Fetches what a demand lacks, in as few calls as possible. Never rejects: an error concerns its demand only. */
export async function loadBatch(engine: Engine, demand: Demand): Promise<Outcome> {
  const batch = new Batch(engine, demand)
  await batch.prepare()
  for (let wave = 0; !batch.done && wave < maxWaves; wave += 1) await batch.step()
  batch.giveUp()
  return batch.outcome
}

class Batch {
  readonly outcome: Outcome = { users: new Map(), lists: new Map(), subtrees: new Map() }
  readonly #engine: Engine
  readonly #demand: Demand
  readonly #users: Map<string, WantedUser>
  readonly #lists = new Map<number, ListLevel>()
  /** Departments whose list did not bring what was expected of it. */
  readonly #avoid = new Set<number>()
  #tree: DepartmentTree | undefined
  #probeRounds = maxProbeRounds

  constructor(engine: Engine, demand: Demand) {
    this.#engine = engine
    this.#demand = demand
    this.#users = new Map(demand.users)
  }

  get done(): boolean {
    return this.#users.size + this.#lists.size === 0
  }

  async prepare(): Promise<void> {
    const { contacts, tree } = this.#engine
    const unplaced = [...this.#users.keys()].filter((user) => this.#engine.index.homes(user).length === 0)
    contacts?.refresh()
    if (unplaced.length >= probeFrom) await contacts?.settle(indexWaitMs)
    const needed = this.#demand.subtrees.size > 0 || (contacts?.loaded === true && this.#users.size > 0)
    this.#tree = needed ? await tree.load(false).catch(() => undefined) : tree.current(false)
    for (const [department, level] of this.#demand.lists) await this.#wantList(department, level)
    for (const [department, level] of this.#demand.subtrees) await this.#wantSubtree(department, level)
  }

  /** One wave: plan, call, and put the answers where they are waited for. */
  async step(): Promise<void> {
    const chosen = plan(this.#planInput())
    const lists = new Map(chosen.lists)
    for (const home of chosen.expected.keys()) {
      lists.set(home, lists.get(home) ?? this.#engine.upstream.underway(home) ?? 'full')
    }
    const unknown = this.#nextUnknown(chosen, lists.size > 0)
    await Promise.all([
      ...[...lists].map(([department, level]) => this.#fetchList(department, level, false)),
      ...chosen.gets.map((user) => this.#fetchUser(user)),
      ...unknown.map((user) => this.#fetchUser(user)),
    ])
    this.#checkExpected(chosen)
    await this.#probe(unknown)
  }

  giveUp(): void {
    const error = new Error('the directory could not place these demands: WeCom kept changing its answers')
    for (const user of this.#users.keys()) this.outcome.users.set(user, error)
    for (const department of this.#lists.keys()) this.outcome.lists.set(department, error)
  }

  async #wantList(department: number, level: ListLevel): Promise<void> {
    if (this.#tree !== undefined && !this.#tree.has(department)) {
      this.#tree = await this.#engine.tree.loadFor(department, false).catch(() => this.#tree)
    }
    if (this.#tree !== undefined && !this.#tree.has(department)) this.outcome.lists.set(department, undefined)
    else this.#needList(department, level)
  }

  async #wantSubtree(root: number, level: ListLevel): Promise<void> {
    try {
      const tree = await this.#engine.tree.loadFor(root, false)
      if (!tree.has(root)) return void this.outcome.subtrees.set(root, undefined)
      const departments = [root, ...tree.below(root).map((department) => department.id)]
      this.outcome.subtrees.set(root, departments)
      for (const department of departments) this.#needList(department, level)
    } catch (error) {
      this.outcome.subtrees.set(root, asError(error))
    }
  }

  #needList(department: number, level: ListLevel): void {
    const { cache, settings } = this.#engine
    const now = settings.now()
    const entry = cache.lists.get(department)
    if (entry !== undefined && covers(entry.level, level) && cache.ageOfList(entry, now) === 'fresh') {
      this.outcome.lists.set(department, entry)
    } else if (cache.isMissing(departmentKey(department), now)) this.outcome.lists.set(department, undefined)
    else if (this.#lists.get(department) !== 'full') this.#lists.set(department, level)
  }

  #planInput(): PlanInput {
    const { index, upstream, rent, settings } = this.#engine
    const now = settings.now()
    const users = new Map([...this.#users].map(([user, { level }]) => [user, level]))
    return {
      lists: this.#lists,
      users,
      homes: (user) =>
        index.homes(user).filter((home) => this.#isUsable(home, users.get(user) ?? 'full', now)),
      sizeOf: (department) => index.sizeOf(department),
      underway: (department) => upstream.underway(department),
      canGet: !upstream.get.blocked,
      rent: (department) => rent.spent(department, now),
      wholeListUpTo: settings.wholeListUpTo,
      maxListSize: settings.maxListSize,
    }
  }

  /** Whether fetching the list could bring the member: not when we have it and the member is not in it. */
  #isUsable(department: number, level: ListLevel, now: number): boolean {
    const { cache } = this.#engine
    if (this.#avoid.has(department) || this.#tree?.has(department) === false) return false
    if (cache.isMissing(departmentKey(department), now)) return false
    const entry = cache.lists.peek(department)
    return entry === undefined || !covers(entry.level, level) || cache.ageOfList(entry, now) !== 'fresh'
  }

  #nextUnknown(chosen: Plan, listsComing: boolean): readonly string[] {
    const { unknown } = chosen
    // The lists of this wave may bring them for nothing.
    if (listsComing && unknown.length > 1) return []
    if (unknown.length < probeFrom || this.#probeRounds === 0) return unknown
    this.#probeRounds -= 1
    const step = Math.floor(unknown.length / probes)
    return unknown.filter((_user, index) => index % step === 0).slice(0, probes)
  }

  async #fetchUser(user: string): Promise<void> {
    const { upstream, index, rent, settings } = this.#engine
    const wanted = this.#users.get(user)
    if (wanted === undefined) return
    for (const home of index.homes(user).slice(0, 1)) rent.pay(home, getPrice, settings.now())
    this.#settleUser(user, await upstream.member(user, wanted.userId))
  }

  #settleUser(user: string, result: Result<KnownUser>): void {
    this.#users.delete(user)
    if (result.kind === 'failed') this.outcome.users.set(user, this.#lastKnownUser(user, result.error))
    else this.outcome.users.set(user, result.kind === 'found' ? result.value : undefined)
  }

  async #fetchList(department: number, level: ListLevel, guessed: boolean): Promise<void> {
    const { upstream, index, rent } = this.#engine
    const result = await upstream.list(department, level, guessed)
    rent.bought(department)
    if (result.kind === 'found') this.#takeMembers(result.value, guessed)
    else this.#avoid.add(department)
    if (result.kind === 'failed' && isTooLarge(result.error)) index.learnSize(department, Infinity)
    const wanted = this.#lists.get(department)
    if (wanted === undefined) return
    if (result.kind === 'found' && !covers(result.value.level, wanted)) return
    this.#lists.delete(department)
    if (result.kind === 'failed')
      this.outcome.lists.set(department, this.#lastKnownList(department, wanted, result.error))
    else this.outcome.lists.set(department, result.kind === 'found' ? result.value : undefined)
  }

  #takeMembers(list: ListEntry, guessed: boolean): void {
    if (this.#users.size === 0) return
    for (const user of list.users) {
      const key = userKey(user.userId)
      const wanted = key === undefined ? undefined : this.#users.get(key)
      if (key === undefined || wanted === undefined || !covers(user.level, wanted.level)) continue
      this.#settleUser(key, { kind: 'found', value: user })
      if (guessed) this.#engine.credit.earn()
    }
  }

  /** A list that came without a member the index had put there: the index is behind. */
  #checkExpected(chosen: Plan): void {
    for (const [department, users] of chosen.expected) {
      for (const user of users) {
        if (this.#users.has(user)) this.#engine.index.unlearn(user, department)
      }
    }
  }

  /** Members of unknown departments came: their departments may hold the others, or whoever is asked for next. */
  async #probe(fetched: readonly string[]): Promise<void> {
    const { credit, upstream } = this.#engine
    const input = this.#planInput()
    const homes = new Set<number>()
    for (const user of fetched) {
      credit.fetched()
      const home = this.#bestHome(user, input)
      if (home !== undefined) homes.add(home)
    }
    const lists: Promise<void>[] = []
    for (const home of homes) {
      if (upstream.underway(home) !== undefined || !listPays(home, 'full', this.#users.size, input)) continue
      if (credit.take()) lists.push(this.#fetchList(home, 'full', true))
    }
    const waiting = this.#users.size
    if (waiting === 0) return
    await Promise.all(lists)
    // Nobody came along: they are scattered, and more rounds would only cost time.
    if (this.#users.size === waiting) this.#probeRounds = 0
  }

  #bestHome(user: string, input: PlanInput): number | undefined {
    const known = this.outcome.users.get(user)
    const homes = input.homes(user)
    if (known === undefined || known instanceof Error) return undefined
    const main = known.level === 'full' ? known.mainDepartmentId : undefined
    return main !== undefined && homes.includes(main) ? main : homes[0]
  }

  #lastKnownUser(user: string, error: Error): KnownUser | Error {
    const { cache, settings } = this.#engine
    const entry = cache.users.peek(user)
    const wanted = this.#demand.users.get(user)
    if (entry === undefined || wanted === undefined || !covers(entry.user.level, wanted.level)) return error
    return this.#usable(cache.ageOfUser(entry, settings.now()), error) ? entry.user : error
  }

  #lastKnownList(department: number, level: ListLevel, error: Error): ListEntry | Error {
    const { cache, settings } = this.#engine
    const entry = cache.lists.peek(department)
    if (entry === undefined || !covers(entry.level, level)) return error
    return this.#usable(cache.ageOfList(entry, settings.now()), error) ? entry : error
  }

  #usable(age: Age, error: Error): boolean {
    return age !== 'gone' && isPassing(error)
  }
}
