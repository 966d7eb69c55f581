import { departmentKey, type KnownUser, type ListEntry } from './cache.ts'
import type { Demand, Outcome, WantedUser } from './demand.ts'
import type { DepartmentTree } from './department-tree.ts'
import type { Engine } from './engine.ts'
import { expandLists } from './expand-lists.ts'
import { isOfOneApi, isTooLarge } from './failure.ts'
import { lastKnownList, lastKnownUser } from './last-known.ts'
import { covers, type ListLevel } from './level.ts'
import { getPrice, listPays, plan, type Plan, type PlanInput } from './plan.ts'
import { planInputOf } from './plan-input.ts'
import { chooseProbes, homeToGuess, probeFrom } from './probe.ts'
import type { Result } from './upstream.ts'
import { userKey } from './user-key.ts'

const maxProbeRounds = 4
// Hardly anybody came along: they are scattered, and more rounds would only cost time.
const worthAnotherRound = 0.9
// Every wave settles somebody or rules a department out; this only bounds a misbehaving upstream.
const maxWaves = 12
const indexWaitMs = 1000

/** Fetches what a demand lacks, in as few calls as possible. Never rejects: an error concerns its demand only. */
export async function loadBatch(engine: Engine, demand: Demand): Promise<Outcome> {
  const batch = new Batch(engine, demand)
  await batch.prepare()
  for (let wave = 0; !batch.done && wave < maxWaves; wave += 1) await batch.step()
  batch.giveUp()
  engine.planning.batches += 1
  return batch.outcome
}

class Batch {
  readonly outcome: Outcome = { users: new Map(), lists: new Map(), subtrees: new Map() }
  readonly #engine: Engine
  readonly #demand: Demand
  readonly #users: Map<string, WantedUser>
  #lists = new Map<number, ListLevel>()
  /** Departments whose list was fetched: it will not bring anybody it did not bring. */
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
    const { contacts, index, tree } = this.#engine
    contacts?.refresh()
    const unplaced = [...this.#users.keys()].filter((user) => index.homes(user).length === 0)
    if (unplaced.length >= probeFrom) await contacts?.settle(indexWaitMs)
    this.#lists = await expandLists(this.#engine, this.#demand, this.outcome)
    // user/list_id knows departments the app may not see; asking for their lists would be a call for nothing.
    const mustKnow = contacts?.loaded === true && this.#users.size > 0
    this.#tree = mustKnow ? await tree.load(false).catch(() => undefined) : tree.current(false)
  }

  /** One wave: plan, call, and put the answers where they are waited for. */
  async step(): Promise<void> {
    const started = performance.now()
    const chosen = plan(this.#planInput())
    const unknown = this.#nextUnknown(chosen)
    this.#engine.planning.ms += performance.now() - started
    await Promise.all([
      ...[...chosen.lists].map(([department, level]) => this.#fetchList(department, level, false)),
      ...chosen.gets.map((user) => this.#fetchUser(user)),
      ...unknown.map((user) => this.#fetchUser(user)),
    ])
    await this.#guess(unknown)
  }

  giveUp(): void {
    if (this.done) return
    const error = new Error('the directory could not place a demand: WeCom kept changing its answers')
    for (const user of this.#users.keys()) this.outcome.users.set(user, error)
    for (const department of this.#lists.keys()) this.outcome.lists.set(department, error)
  }

  #planInput(): PlanInput {
    const now = this.#engine.settings.now()
    return planInputOf(this.#engine, this.#lists, this.#users, (user, level) =>
      this.#usableHomes(user, level, now),
    )
  }

  #usableHomes(user: string, level: ListLevel, now: number): readonly number[] {
    return this.#engine.index.homes(user).filter((home) => this.#isUsable(home, level, now))
  }

  /** Whether fetching the list could bring the member: not when we have it and the member is not in it. */
  #isUsable(department: number, level: ListLevel, now: number): boolean {
    const { cache } = this.#engine
    if (this.#avoid.has(department) || this.#tree?.has(department) === false) return false
    if (cache.isMissing(departmentKey(department), now)) return false
    const entry = cache.lists.peek(department)
    return entry === undefined || !covers(entry.level, level) || cache.ageOfList(entry, now) !== 'fresh'
  }

  #nextUnknown(chosen: Plan): readonly string[] {
    const { unknown } = chosen
    // The lists that were asked for may bring them for nothing.
    if (this.#lists.size > 0 && unknown.length > 1) return []
    if (unknown.length < probeFrom || this.#probeRounds === 0) return unknown
    this.#probeRounds = this.#engine.credit.mayProbe() ? this.#probeRounds - 1 : 0
    return this.#probeRounds === 0 ? unknown : chooseProbes(unknown)
  }

  async #fetchUser(user: string): Promise<void> {
    const { upstream, index, rent, settings } = this.#engine
    const wanted = this.#users.get(user)
    if (wanted === undefined) return
    const [home] = index.homes(user)
    if (home !== undefined) rent.pay(home, getPrice, settings.now())
    this.#settleUser(user, await upstream.member(user, wanted.userId))
  }

  #settleUser(user: string, result: Result<KnownUser>): void {
    const wanted = this.#users.get(user)
    this.#users.delete(user)
    if (result.kind !== 'failed') {
      this.outcome.users.set(user, result.kind === 'found' ? result.value : undefined)
    } else
      this.outcome.users.set(user, lastKnownUser(this.#engine, user, wanted?.level ?? 'full', result.error))
  }

  async #fetchList(department: number, level: ListLevel, guessed: boolean): Promise<void> {
    const result = await this.#listResult(department, level, guessed)
    this.#engine.rent.bought(department)
    this.#avoid.add(department)
    if (result.kind === 'found') this.#takeMembers(result.value, guessed)
    const wanted = this.#lists.get(department)
    if (wanted === undefined || (result.kind === 'found' && !covers(result.value.level, wanted))) return
    this.#lists.delete(department)
    if (result.kind !== 'failed') {
      this.outcome.lists.set(department, result.kind === 'found' ? result.value : undefined)
    } else this.outcome.lists.set(department, lastKnownList(this.#engine, department, wanted, result.error))
  }

  async #listResult(department: number, level: ListLevel, guessed: boolean): Promise<Result<ListEntry>> {
    const { upstream, index } = this.#engine
    const result = await upstream.list(department, level, guessed)
    if (result.kind !== 'failed') return result
    const tooLarge = isTooLarge(result.error)
    if (tooLarge) index.learnSize(department, Infinity)
    const wanted = this.#lists.get(department)
    if (wanted === 'simple' && level === 'full' && isOfOneApi(result.error)) {
      return upstream.list(department, 'simple')
    }
    // Nobody asked for the list itself: its members can be fetched one by one, without the thousands of others.
    return tooLarge && wanted === 'full' ? upstream.largeList(department) : result
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

  /** Members of unknown departments came: their departments may hold the others, or whoever is asked for next. */
  async #guess(fetched: readonly string[]): Promise<void> {
    if (fetched.length === 0) return
    const { credit, rent, settings, upstream } = this.#engine
    const now = settings.now()
    const input = this.#planInput()
    const homes = new Set<number>()
    for (const user of fetched) {
      const home = homeToGuess(this.outcome.users.get(user), this.#usableHomes(user, 'full', now))
      if (home === undefined) continue
      credit.fetched()
      // Somebody asked for alone says nothing about colleagues, until a second one is.
      const alone = fetched.length === 1 && rent.spent(home, now) === 0
      rent.pay(home, getPrice, now)
      if (!alone) homes.add(home)
    }
    const waiting = this.#users.size
    const lists: Promise<void>[] = []
    for (const home of homes) {
      if (upstream.underway(home) !== undefined || !listPays(home, 'full', waiting, input)) continue
      if (credit.take(waiting > 0)) lists.push(this.#fetchList(home, 'full', true))
    }
    if (waiting === 0) return
    await Promise.all(lists)
    const worked = this.#users.size <= waiting * worthAnotherRound
    // The last round of several brings nobody, because by then everybody is found; that is no failure.
    if (worked || this.#probeRounds === maxProbeRounds - 1) credit.probed(worked)
    if (!worked) this.#probeRounds = 0
  }
}
