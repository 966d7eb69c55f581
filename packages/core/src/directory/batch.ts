import { type Demand, type Outcome, type WantedUser, covers, memberKey } from './demand.ts'
import { ListExpansion, Whereabouts } from './whereabouts.ts'
import type { ListEntry } from './holdings.ts'
import { type Plan, type PlanInput, getPrice, listPays, plan } from './plan.ts'
import type { Memory } from './memory.ts'
import type { DirectorySettings } from './options.ts'
import type { Spending } from './spending.ts'
import type { KnownUser, ListLevel } from './types.ts'
import { isOfOneApi, isPassing, isTooLarge } from './upstream-api.ts'
import type { Result, Upstream } from './upstream.ts'

// From this many members of unknown departments on, some are fetched first to learn where the others may be. Fewer go
// at once: a second round would save little and cost a round trip.
const probeFrom = 12
const maxProbes = 24
const maxProbeRounds = 4
// Hardly anybody came along: they are scattered, and more rounds would only cost time.
const worthAnotherRound = 0.9
// Every wave settles somebody or rules a department out; this only bounds a misbehaving upstream.
const maxWaves = 12
const indexWaitMs = 1000

/** What a batch works with, and what it tells of. */
export interface BatchOwners {
  readonly memory: Memory
  readonly upstream: Upstream
  readonly settings: DirectorySettings
  readonly spending: Spending
  staleHits: number
  ms: number
  listing(department: number): void
  brought(list: ListEntry): void
  asks(): void
  lookUp(key: string, find: () => Promise<boolean | undefined>): Promise<void>
}

/** Fetches what a demand lacks, in waves: plan, call, and see who is still missing. */
export class Batch {
  readonly outcome: Outcome = { users: new Map(), lists: new Map(), subtrees: new Map() }
  readonly #owners: BatchOwners
  readonly #demand: Demand
  readonly #users: Map<string, WantedUser>
  #lists = new Map<number, ListLevel>()
  readonly #whereabouts: Whereabouts
  #probeRounds = maxProbeRounds
  #asked = false

  constructor(owners: BatchOwners, demand: Demand) {
    this.#owners = owners
    this.#demand = demand
    this.#users = new Map(demand.users)
    this.#whereabouts = new Whereabouts(owners.memory)
  }

  async run(): Promise<void> {
    await this.#prepare()
    for (let wave = 0; !this.#done && wave < maxWaves; wave += 1) await this.#step()
    this.#giveUp()
  }

  get #done(): boolean {
    return this.#users.size + this.#lists.size === 0
  }

  async #prepare(): Promise<void> {
    const { memory, upstream, settings } = this.#owners
    const { contacts, tree } = upstream
    contacts?.refresh()
    const unplaced = [...this.#users.keys()].filter((user) => memory.membership.homes(user).length === 0)
    if (unplaced.length >= probeFrom) await contacts?.settle(indexWaitMs)
    const expansion = new ListExpansion(memory, upstream, settings.now(), this.outcome)
    await expansion.expand(this.#demand)
    this.#lists = expansion.needed
    // user/list_id knows departments the app may not see; asking for their lists would be a call for nothing.
    const mustKnow = contacts?.loaded === true && this.#users.size > 0
    this.#whereabouts.tree = mustKnow ? await tree.load(false).catch(() => undefined) : tree.current(false)
  }

  async #step(): Promise<void> {
    const started = performance.now()
    const chosen = plan(this.#planInput())
    const lookUps = this.#nextUnknown(chosen)
    this.#owners.ms += performance.now() - started
    if (lookUps.length > 0 && !this.#asked) this.#owners.asks()
    this.#asked ||= lookUps.length > 0
    await Promise.all([
      ...[...chosen.lists].map(([department, level]) => this.#fetchList(department, level, false)),
      ...chosen.gets.map((user) => this.#fetchUser(user)),
      ...lookUps.map((user) => this.#lookUp(user)),
    ])
    await this.#guess(lookUps)
  }

  #giveUp(): void {
    if (this.#done) return
    const error = new Error('the directory could not place a demand: WeCom kept changing its answers')
    for (const user of this.#users.keys()) this.outcome.users.set(user, error)
    for (const department of this.#lists.keys()) this.outcome.lists.set(department, error)
  }

  /** What the wave has to plan with. The usable homes are worked out once: the plan asks for them often. */
  #planInput(): PlanInput {
    const { memory, upstream, spending, settings } = this.#owners
    const now = settings.now()
    const users = new Map<string, ListLevel>()
    const homes = new Map<string, readonly number[]>()
    for (const [user, { level }] of this.#users) {
      users.set(user, level)
      homes.set(user, this.#whereabouts.homes(user, level, now))
    }
    return {
      lists: this.#lists,
      users,
      homes: (user) => homes.get(user) ?? [],
      sizeOf: (department) => memory.membership.sizeOf(department),
      underway: (department) => upstream.underway(department),
      canGet: upstream.canGet,
      rent: (department) => spending.rent(department, now),
      wholeListUpTo: settings.wholeListUpTo,
      maxListSize: settings.maxListSize,
    }
  }

  #nextUnknown(chosen: Plan): readonly string[] {
    const { unknown } = chosen
    // The lists that were asked for may bring them for nothing.
    if (this.#lists.size > 0 && unknown.length > 1) return []
    if (unknown.length < probeFrom || this.#probeRounds === 0) return unknown
    this.#probeRounds = this.#owners.spending.mayProbe() ? this.#probeRounds - 1 : 0
    return this.#probeRounds === 0 ? unknown : chooseProbes(unknown)
  }

  /** Fetches a member of an unknown department, unless somebody else's answer brings or places them first. */
  async #lookUp(user: string): Promise<void> {
    await this.#owners.lookUp(user, async () => {
      if (this.#takeRemembered(user)) return undefined
      await this.#fetchUser(user)
      return this.#homeToGuess(user, this.#owners.settings.now()) !== undefined
    })
  }

  /** Whether a look-up became needless: what is known of the member by now, or of a list that would bring them. */
  #takeRemembered(user: string): boolean {
    const wanted = this.#users.get(user)
    if (wanted === undefined) return true
    const { memory, settings } = this.#owners
    const now = settings.now()
    const held = memory.member(user)
    if (
      held?.user !== undefined &&
      covers(held.user.level, wanted.level) &&
      memory.ageOfMember(held, now) === 'fresh'
    ) {
      this.#settleUser(user, { kind: 'found', value: held.user })
      return true
    }
    if (memory.isMissing(user, now)) {
      this.#settleUser(user, { kind: 'absent' })
      return true
    }
    return this.#whereabouts.homes(user, wanted.level, now).length > 0
  }

  async #fetchUser(user: string): Promise<void> {
    const { upstream, memory, spending, settings } = this.#owners
    const wanted = this.#users.get(user)
    if (wanted === undefined) return
    const [home] = memory.membership.homes(user)
    if (home !== undefined) spending.payRent(home, getPrice, settings.now())
    this.#settleUser(user, await upstream.member(user, wanted.userId))
  }

  #settleUser(user: string, result: Result<KnownUser>): void {
    const level = this.#users.get(user)?.level ?? 'full'
    this.#users.delete(user)
    this.outcome.users.set(
      user,
      result.kind === 'failed'
        ? this.#orEarlier(result.error, (now) => this.#owners.memory.earlierMember(user, level, now))
        : valueOf(result),
    )
  }

  async #fetchList(department: number, level: ListLevel, guessed: boolean): Promise<void> {
    this.#owners.listing(department)
    const result = await this.#listResult(department, level, guessed)
    this.#owners.spending.bought(department)
    this.#whereabouts.fetched(department, level)
    if (result.kind === 'found') {
      this.#takeMembers(result.value, guessed)
      this.#owners.brought(result.value)
    }
    const wanted = this.#lists.get(department)
    if (wanted === undefined || (result.kind === 'found' && !covers(result.value.level, wanted))) return
    this.#lists.delete(department)
    this.outcome.lists.set(
      department,
      result.kind === 'failed'
        ? this.#orEarlier(result.error, (now) => this.#owners.memory.earlierList(department, wanted, now))
        : valueOf(result),
    )
  }

  async #listResult(department: number, level: ListLevel, guessed: boolean): Promise<Result<ListEntry>> {
    const { upstream } = this.#owners
    const result = await upstream.list(department, level, guessed)
    if (result.kind !== 'failed') return result
    const wanted = this.#lists.get(department)
    if (wanted === 'simple' && level === 'full' && isOfOneApi(result.error)) {
      return upstream.list(department, 'simple')
    }
    // Nobody asked for the list itself: its members can be fetched one by one, without the thousands of others.
    return isTooLarge(result.error) && wanted === 'full' ? upstream.largeList(department) : result
  }

  #takeMembers(list: ListEntry, guessed: boolean): void {
    if (this.#users.size === 0) return
    for (const user of list.users) {
      const key = memberKey(user.userId)
      const wanted = key === undefined ? undefined : this.#users.get(key)
      if (key === undefined || wanted === undefined || !covers(user.level, wanted.level)) continue
      this.#settleUser(key, { kind: 'found', value: user })
      if (guessed) this.#owners.spending.earn()
    }
  }

  /** Members of unknown departments came: their departments may hold the others, or whoever is asked for next. */
  async #guess(fetched: readonly string[]): Promise<void> {
    if (fetched.length === 0) return
    const homes = this.#homesOf(fetched)
    const { spending, upstream } = this.#owners
    const input = this.#planInput()
    const waiting = this.#users.size
    const lists: Promise<void>[] = []
    for (const home of homes) {
      if (upstream.underway(home) !== undefined || !listPays(home, 'full', waiting, input)) continue
      if (spending.takeGuess(waiting > 0)) lists.push(this.#fetchList(home, 'full', true))
    }
    if (waiting === 0) return
    await Promise.all(lists)
    const worked = this.#users.size <= waiting * worthAnotherRound
    // The last round of several brings nobody, because by then everybody is found; that is no failure.
    if (worked || this.#probeRounds === maxProbeRounds - 1) spending.probed(worked)
    if (!worked) this.#probeRounds = 0
  }

  /** Departments of the members looked up, whose lists would bring their colleagues. */
  #homesOf(fetched: readonly string[]): ReadonlySet<number> {
    const { spending, settings } = this.#owners
    const now = settings.now()
    const homes = new Set<number>()
    for (const user of fetched) {
      if (!this.outcome.users.has(user)) continue
      const home = this.#homeToGuess(user, now)
      if (home === undefined) continue
      spending.lookedUp()
      // Somebody asked for alone says nothing about colleagues, until a second one is.
      const alone = fetched.length === 1 && spending.rent(home, now) === 0
      spending.payRent(home, getPrice, now)
      if (!alone) homes.add(home)
    }
    return homes
  }

  /** The department of a fetched member whose list is worth a guess: where most others are known to be. */
  #homeToGuess(key: string, now: number): number | undefined {
    const user = this.outcome.users.get(key)
    if (user === undefined || user instanceof Error) return undefined
    const { membership } = this.#owners.memory
    const main = user.level === 'full' ? user.mainDepartmentId : undefined
    const worth = (home: number): number => membership.seenIn(home) + (home === main ? 0.5 : 0)
    return this.#whereabouts.homes(key, 'full', now).toSorted((one, other) => worth(other) - worth(one))[0]
  }

  /** What WeCom said earlier, if it is merely in trouble; otherwise the error. */
  #orEarlier<T>(error: Error, earlier: (now: number) => T | undefined): T | Error {
    const known = isPassing(error) ? earlier(this.#owners.settings.now()) : undefined
    if (known === undefined) return error
    this.#owners.staleHits += 1
    return known
  }
}

function valueOf<T>(result: Exclude<Result<T>, { kind: 'failed' }>): T | undefined {
  return result.kind === 'found' ? result.value : undefined
}

/** One in twenty of the members, at least three, spread over the list: callers often put teams together. */
function chooseProbes(unknown: readonly string[]): string[] {
  const probes = Math.min(maxProbes, Math.max(3, Math.ceil(unknown.length / 20)))
  const step = Math.floor(unknown.length / probes)
  return unknown.filter((_user, index) => index % step === 0).slice(0, probes)
}
