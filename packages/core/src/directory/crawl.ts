import type { ListEntry } from './holdings.ts'
import type { Memory } from './memory.ts'
import type { MembershipIndex } from './membership.ts'
import type { DirectorySettings } from './options.ts'
import { backgroundShare, type Upstream } from './upstream.ts'

/** What a crawl tells whoever waits for what it may bring. */
export interface CrawlListener {
  /** A list came. */
  brought(list: ListEntry): void
  /** A call ended, so that less is under way. */
  ended(): void
}

// About a second: as long as a look-up may wait for what the lists bring.
const soon = 300
// After a failure. WeCom is in trouble, and whoever asks for members asks often.
const restMs = 10_000

/** Fetches lists that nobody asked for, behind everybody's back, as far as the {@link Survey} finds them worth it. */
export class Crawl {
  /** Lists fetched. */
  calls = 0
  readonly survey: Survey
  readonly #memory: Memory
  readonly #upstream: Upstream
  readonly #maxListSize: number
  readonly #most: number
  readonly #now: () => number
  readonly #listener: CrawlListener
  #active = 0
  #restsUntil = -Infinity

  constructor(memory: Memory, upstream: Upstream, settings: DirectorySettings, listener: CrawlListener) {
    this.survey = new Survey(memory.membership, () => this.#unlisted())
    this.#memory = memory
    this.#upstream = upstream
    this.#maxListSize = settings.maxListSize
    this.#most = Math.ceil(settings.maxConcurrency * backgroundShare)
    this.#now = settings.now
    this.#listener = listener
  }

  /** Whether several lists are under way and all worth fetching will be there in a moment. */
  get endsSoon(): boolean {
    return this.#active >= this.#most / 4 && this.survey.left <= soon
  }

  /** Begins or goes on; to be called when something was learned. */
  run(): void {
    if (this.#now() < this.#restsUntil) return
    const { tree } = this.#upstream
    if (tree.current(false) === undefined) {
      if (this.survey.expected >= 1) tree.load(false).catch(() => this.#rest())
      return
    }
    while (this.#active < this.#most) {
      const id = this.survey.next()
      if (id === undefined) return
      if (this.#isUnlisted(id)) void this.#fetch(id)
      else this.survey.came(id)
    }
  }

  async #fetch(id: number): Promise<void> {
    this.#active += 1
    this.calls += 1
    const result = await this.#upstream.list(id, 'full', true)
    this.#active -= 1
    if (result.kind === 'failed') {
      this.survey.failed(id)
      this.#rest()
    } else this.survey.came(id)
    if (result.kind === 'found') this.#listener.brought(result.value)
    this.run()
    this.#listener.ended()
  }

  #rest(): void {
    this.#restsUntil = this.#now() + restMs
  }

  /** Visible departments whose members nobody told us. */
  #unlisted(): number[] {
    const { membership } = this.#memory
    const ids = this.#upstream.tree.current(false)?.ids() ?? []
    return ids.filter((id) => this.#isUnlisted(id) && membership.seenIn(id) <= this.#maxListSize)
  }

  #isUnlisted(department: number): boolean {
    const isUnderway = this.#upstream.underway(department) !== undefined
    return !isUnderway && this.#memory.membership.sizeOf(department) === undefined
  }
}

// Whoever asks for a few members may have asked for all they need.
const few = 4
// What an app that goes on is expected to ask for. Measured over six workloads and five shapes of corp: less, and
// look-ups drag on; more, and lists are fetched for nobody.
const expectedForEach = 300
const mostExpected = 1500
// What a department counts for before anybody of it was seen, in members seen.
const unseen = 3
// What is thought of the next look-up depends on about the last ten.
const inertia = 0.9
const goodFor = 16

interface Candidate {
  readonly id: number
  readonly weight: number
}

/**
 * Says which lists that nobody asked for are worth a call: those expected to spare a look-up at least.
 *
 * A batch says nothing about later: fifty scattered members of a page are fifty look-ups. With a second one, whoever had
 * five members looked up goes on asking, for 300 more with each, up to 1,500. How many of these a list would bring is told
 * by how many members were seen in its department before: look-ups are a sample, and members of several departments who
 * came with one list tell of the others. What a list brings is expected no more, so that it ends where everybody is known
 * although departments are left.
 */
export class Survey {
  readonly #membership: MembershipIndex
  readonly #unlisted: () => readonly number[]
  /** Batches that had members looked up. */
  askers = 0
  #asked = 0
  #taken = 0
  /** Share of the corp's members nobody told us a department of. */
  #unknown = 1
  /** What each list under way will leave of that share. */
  readonly #coming = new Map<number, number>()
  /** Look-ups that wait, without those whom lists under way will bring. */
  #waiting = 0
  /** Share of the last look-ups that found somebody. */
  #found = 1
  /** In ascending order of weight. */
  #candidates: Candidate[] = []
  #weight = 0
  /** Events until the candidates are weighed anew. */
  #good = 0

  /** @param unlisted departments whose members nobody told us */
  constructor(membership: MembershipIndex, unlisted: () => readonly number[]) {
    this.#membership = membership
    this.#unlisted = unlisted
  }

  /** Look-ups expected if no more lists are fetched. */
  get expected(): number {
    const more = this.askers < 2 ? 0 : Math.max(0, this.#asked - few)
    const later = Math.min(expectedForEach * more, mostExpected)
    let unknown = this.#unknown
    for (const others of this.#coming.values()) unknown *= others
    return later * unknown + this.#waiting * this.#found
  }

  /** Lists that may still be found worth it. */
  get left(): number {
    return Math.min(this.#candidates.length, this.expected)
  }

  /** One more look-up waits; `waiting` do now. */
  waits(waiting: number): void {
    this.#waiting = Math.min(this.#waiting + 1, waiting)
  }

  /** A look-up was made; `waiting` still wait. */
  lookedUp(found: boolean, waiting: number): void {
    this.#found = inertia * this.#found + (found ? 1 - inertia : 0)
    this.#waiting = Math.min(this.#waiting, waiting)
    if (!found) return
    this.#asked += 1
    this.#good -= 1
  }

  /** A department's list is on its way, because somebody asked for it. */
  listed(department: number): void {
    const at = this.#candidates.findIndex(({ id }) => id === department)
    if (at < 0) return
    this.#take(at)
    this.came(department)
  }

  /** The best list if it is worth a call; it is taken for fetched from now on, unless it turns out to have failed. */
  next(): number | undefined {
    if (this.expected < 1) return undefined
    if (this.#good <= 0) this.#weigh()
    const best = this.#candidates.at(-1)
    if (best === undefined || this.expected * this.#shareOf(best) < 1) return undefined
    this.#take(this.#candidates.length - 1)
    return best.id
  }

  /** A list is there. */
  came(department: number): void {
    this.#unknown *= this.#coming.get(department) ?? 1
    this.#coming.delete(department)
  }

  /** A list could not be had: nobody has become known by it. */
  failed(department: number): void {
    this.#coming.delete(department)
  }

  #take(at: number): void {
    const [taken] = this.#candidates.splice(at, 1)
    if (taken === undefined) return
    const others = 1 - this.#shareOf(taken)
    this.#coming.set(taken.id, others)
    this.#waiting *= others
    this.#weight -= taken.weight
    this.#taken += 1
    this.#good -= 1
  }

  /** Share of the unknown members who are in a department. */
  #shareOf({ weight }: Candidate): number {
    return Math.min(1, (this.#membership.homesEach * weight) / this.#weight)
  }

  /** Sorting thousands takes a millisecond: often while every list teaches much, less often later. */
  #weigh(): void {
    this.#candidates = this.#unlisted()
      .map((id) => ({ id, weight: this.#membership.seenIn(id) + unseen }))
      .toSorted((one, other) => one.weight - other.weight)
    this.#weight = this.#candidates.reduce((sum, { weight }) => sum + weight, 0)
    this.#good = Math.min(2 + this.#taken, Math.max(goodFor, this.#candidates.length / goodFor))
  }
}
