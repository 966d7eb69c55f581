import type { KnownUser, ListLevel } from './types.ts'

/** A member in memory, once: lists and the search share it. */
export interface Held {
  readonly key: string
  /** What is known; undefined when a change made it doubtful. */
  user: KnownUser | undefined
  at: number
  /** The list that brought it was fetched on a guess, and nobody has asked for the member yet. */
  guessed: boolean
  /** A list it is in, to which its uses count. */
  list: ListEntry | undefined
  searched: boolean
  /** Lists that need it, the search included. */
  pins: number
  /** The last union that took it. */
  mark: number
  bytes: number
  uses: number
  place: number
}

/** A member list: complete in itself, so that losing what is known of single members does not cost it. */
export interface ListEntry {
  readonly departmentId: number
  readonly level: ListLevel
  readonly users: readonly KnownUser[]
  readonly members: readonly Held[]
  readonly at: number
  uses: number
  place: number
}

// Measured on Node 24: the object with its arrays, its entry among the members and in the membership index.
const bytesOfRecord = 1000
const bytesOfString = 20
const bytesPerListed = 24

/**
 * The members and lists in memory, and what leaves when they weigh too much: lists with the members that nobody else
 * needs, and single members. What the search needs stays, whatever it weighs: a search that has lost somebody would be
 * wrong.
 */
export class Holdings {
  /** What left while it was still good. */
  evicted = 0
  readonly #limit: number
  readonly #isPast: (item: Held | ListEntry) => boolean
  readonly #onFull: () => void
  readonly #members = new Map<string, Held>()
  readonly #lists = new Map<number, ListEntry>()
  readonly #shelf = new Shelf<Held | ListEntry>()
  #bytes = 0
  #searchedBytes = 0
  #favoured = false

  constructor(limit: number, isPast: (item: Held | ListEntry) => boolean, onFull: () => void) {
    this.#limit = limit
    this.#isPast = isPast
    this.#onFull = onFull
  }

  get bytes(): number {
    return this.#bytes + this.#searchedBytes
  }

  get members(): number {
    return this.#members.size
  }

  get lists(): number {
    return this.#lists.size
  }

  member(key: string): Held | undefined {
    return this.#members.get(key)
  }

  list(department: number): ListEntry | undefined {
    return this.#lists.get(department)
  }

  /** Keys of a department's members, whatever answer brought them. */
  membersOf(department: number): ReadonlySet<string> {
    const keys = new Set(this.#lists.get(department)?.members.map(({ key }) => key))
    for (const { key, user } of this.#members.values()) {
      if (user?.departmentIds.includes(department) === true) keys.add(key)
    }
    return keys
  }

  /** The one place of a member, made if need be; somebody has to {@link Holdings.settle} it. */
  hold(key: string): Held {
    const known = this.#members.get(key)
    if (known !== undefined) return known
    const held: Held = { key, ...nothingKnown, uses: 1, place: -1 }
    this.#members.set(key, held)
    return held
  }

  /** Sets what is known of a member. */
  write(held: Held, user: KnownUser | undefined, at: number): void {
    const bytes = user === undefined ? 0 : bytesOfUser(user)
    this.#weigh(held, bytes - held.bytes)
    held.bytes = bytes
    held.user = user
    held.at = at
    held.uses = 1
  }

  /** After writing: a member without a list may leave, and one nothing is known of goes. */
  settle(held: Held): void {
    if (held.pins > 0) return
    if (held.user === undefined) return this.#remove(held)
    this.#shelf.add(held)
    this.#fit(held)
  }

  keepList(entry: ListEntry): void {
    const before = this.#lists.get(entry.departmentId)
    this.#lists.set(entry.departmentId, entry)
    for (const held of entry.members) this.#pin(held, entry)
    this.#bytes += weightOf(entry)
    if (before !== undefined) this.#release(before)
    this.#shelf.add(entry)
    this.#fit(entry)
  }

  /** The list is no longer to be given; what is known of its members stays. */
  dropList(department: number): void {
    const entry = this.#lists.get(department)
    if (entry === undefined) return
    this.#lists.delete(department)
    this.#release(entry)
  }

  /** The search needs the member from now on, or not any more. */
  setSearched(held: Held, searched: boolean): void {
    if (held.searched === searched) return
    this.#weigh(held, -held.bytes)
    held.searched = searched
    this.#weigh(held, held.bytes)
    if (!searched) return this.#unpin(held)
    this.#pin(held, held.list)
    if (this.#searchedBytes > this.#limit) this.#onFull()
  }

  #fit(newcomer: Held | ListEntry): void {
    if (this.#bytes <= this.#limit) return
    // Among equals every second newcomer stays out: most of what is read in a circle stays, and nothing stays for ever.
    this.#favoured = !this.#favoured
    while (this.#bytes > this.#limit && this.#shelf.size > 0) {
      const victim = this.#shelf.victim(newcomer, this.#favoured, this.#isPast)
      if (!this.#isPast(victim)) {
        this.evicted += 1
        this.#onFull()
      }
      if ('departmentId' in victim) this.#evictList(victim)
      else this.#remove(victim)
      if (victim === newcomer) return
    }
  }

  #pin(held: Held, list: ListEntry | undefined): void {
    held.pins += 1
    held.list = list
    this.#shelf.remove(held)
  }

  #unpin(held: Held): void {
    held.pins -= 1
    if (held.pins > 0) return
    if (held.user === undefined) this.#remove(held)
    else this.#shelf.add(held)
  }

  #evictList(entry: ListEntry): void {
    this.dropList(entry.departmentId)
    for (const held of entry.members) if (held.pins === 0) this.#remove(held)
  }

  #release(entry: ListEntry): void {
    this.#shelf.remove(entry)
    this.#bytes -= weightOf(entry)
    for (const held of entry.members) {
      if (held.list === entry) held.list = undefined
      this.#unpin(held)
    }
  }

  #remove(held: Held): void {
    this.#shelf.remove(held)
    this.#weigh(held, -held.bytes)
    held.bytes = 0
    if (this.#members.get(held.key) === held) this.#members.delete(held.key)
  }

  #weigh(held: Held, bytes: number): void {
    if (held.searched) this.#searchedBytes += bytes
    else this.#bytes += bytes
  }
}

const nothingKnown = {
  user: undefined,
  at: -Infinity,
  guessed: false,
  list: undefined,
  searched: false,
  pins: 0,
  mark: 0,
  bytes: 0,
}

/** About what a member occupies in memory, in bytes. */
function bytesOfUser(user: KnownUser): number {
  let bytes = bytesOfRecord
  for (const value of Object.values(user))
    if (typeof value === 'string') bytes += bytesOfString + value.length
  return bytes
}

function weightOf(entry: ListEntry): number {
  return 200 + entry.members.length * bytesPerListed
}

/** Something that may have to leave the memory. */
interface Shelved {
  /** When WeCom said it. */
  readonly at: number
  /** How often it was read since. */
  uses: number
  /** Where it stands; -1 while it must not leave. */
  place: number
}

const looksAt = 8

/**
 * Chooses what leaves a full memory: of a few that stand around, the one that was read least since it was fetched.
 * Least-recently-used would forget everything that is read in a circle,
 * just before it is read again; here most of the circle stays.
 */
class Shelf<Item extends Shelved> {
  readonly #items: Item[] = []
  #hand = 0

  get size(): number {
    return this.#items.length
  }

  add(item: Item): void {
    if (item.place >= 0) return
    item.place = this.#items.length
    this.#items.push(item)
  }

  remove(item: Item): void {
    const last = this.#items.at(-1)
    if (item.place < 0 || last === undefined) return
    this.#items[item.place] = last
    last.place = item.place
    this.#items.pop()
    item.place = -1
  }

  /**
   * What should leave so that `newcomer` may stay, possibly itself. What is past its use leaves first.
   *
   * @param favoured whether the newcomer stays among equals
   */
  victim(newcomer: Item, favoured: boolean, isPast: (item: Item) => boolean): Item {
    let least: Item = newcomer
    let score = favoured ? newcomer.uses + 0.5 : newcomer.uses
    for (let looked = 0; looked < looksAt && looked < this.#items.length; looked += 1) {
      const item = this.#next()
      if (item === undefined || item === newcomer) continue
      const itsScore = isPast(item) ? -1 : item.uses
      if (itsScore >= score) continue
      least = item
      score = itsScore
    }
    return least
  }

  #next(): Item | undefined {
    this.#hand = (this.#hand + 1) % this.#items.length
    return this.#items[this.#hand]
  }
}
