import type { ListLevel } from './types.ts'
import { covers, higher } from './demand.ts'

/** What a batch still lacks, and what is known about where to find it. */
export interface PlanInput {
  /** Lists that were asked for themselves, with the level they need. */
  readonly lists: ReadonlyMap<number, ListLevel>
  /** Members that were asked for, by key, with the level they need. */
  readonly users: ReadonlyMap<string, ListLevel>
  /** Departments whose list would bring the member; none when unknown. */
  homes(user: string): readonly number[]
  /** Members of a department, if known. */
  sizeOf(department: number): number | undefined
  /** The level of a list under way already: joining it costs nothing. */
  underway(department: number): ListLevel | undefined
  /** Whether user/get may be called now. */
  readonly canGet: boolean
  /** What user/get calls for members of the department cost recently. */
  rent(department: number): number
  readonly wholeListUpTo: number
  readonly maxListSize: number
}

/** The calls to make. */
export interface Plan {
  /** Lists to fetch, the ones asked for included, and lists to join that are under way. */
  readonly lists: ReadonlyMap<number, ListLevel>
  /** Members to fetch one by one although their department is known. */
  readonly gets: readonly string[]
  /** Members nobody knows a department of. */
  readonly unknown: readonly string[]
  /** Price of all calls: one per call and the payload on top. */
  readonly cost: number
}

/** Payload of one member in calls: 500 full members (350 KB) take as long as one call more. */
export const memberWeight: Readonly<Record<ListLevel, number>> = { full: 0.002, simple: 0.0004 }

/** Price of one user/get. */
export const getPrice: number = 1 + memberWeight.full

// Before a department was seen once its size is a guess; the median of real departments is small.
const guessedSize = 30

// What a member nobody asked for yet is worth in calls: somebody may ask within the lifetime of the list.
const laterWorth = 0.01

// user/simplelist carries 0.11 KB per member instead of 0.7 KB, but leaves nothing for the next question: worth it
// from 64 KB saved on.
const simpleFrom = 110

/**
 * Chooses the calls for a batch: every list that was asked for, and for the remaining members of each department
 * either its list or one user/get each, whichever is cheaper. This is exact as long as everybody is in one department;
 * members of several come with the list that brings most, now and for later.
 */
export function plan(input: PlanInput): Plan {
  const lists = forcedLists(input)
  const unknown: string[] = []
  const wanted = new Map<string, ListLevel>()
  for (const [user, level] of input.users) {
    const homes = input.homes(user)
    const bringing = homes.find((home) => brings(home, level, lists, input))
    if (homes.length === 0) unknown.push(user)
    else if (bringing === undefined) wanted.set(user, level)
    else lists.set(bringing, lists.get(bringing) ?? input.underway(bringing) ?? level)
  }
  chooseLists(wanted, lists, input)
  const gets = [...wanted.keys()]
  return { lists, gets, unknown, cost: costOf(lists, gets.length + unknown.length, input) }
}

/** Whether a list of this level is cheaper than fetching `count` of the department's members one by one. */
export function listPays(
  department: number,
  level: ListLevel,
  count: number,
  input: Pick<PlanInput, 'sizeOf' | 'rent' | 'canGet' | 'wholeListUpTo' | 'maxListSize'>,
): boolean {
  const size = input.sizeOf(department) ?? guessedSize
  if (size > input.maxListSize) return false
  if (size <= input.wholeListUpTo || !input.canGet) return true
  // Ski rental: money already spent on members of this department counts towards buying the list.
  return 1 + size * memberWeight[level] - input.rent(department) <= count * getPrice
}

function forcedLists(input: PlanInput): Map<number, ListLevel> {
  let simpleMembers = 0
  for (const [department, level] of input.lists) {
    if (level === 'simple') simpleMembers += input.sizeOf(department) ?? guessedSize
  }
  if (simpleMembers > simpleFrom) return new Map(input.lists)
  return new Map([...input.lists.keys()].map((department) => [department, 'full']))
}

function brings(
  department: number,
  level: ListLevel,
  lists: ReadonlyMap<number, ListLevel>,
  input: PlanInput,
): boolean {
  const planned = lists.get(department)
  if (planned !== undefined && covers(planned, level)) return true
  const underway = input.underway(department)
  return underway !== undefined && covers(underway, level)
}

/** Adds the lists that pay, the best first, and takes the members they bring out of `wanted`. */
function chooseLists(wanted: Map<string, ListLevel>, lists: Map<number, ListLevel>, input: PlanInput): void {
  const members = new Map<number, string[]>()
  for (const user of wanted.keys()) {
    for (const home of input.homes(user)) {
      const known = members.get(home)
      if (known === undefined) members.set(home, [user])
      else known.push(user)
    }
  }
  for (const [home, users] of bestFirst(members, input)) {
    const waiting = users.filter((user) => wanted.has(user))
    const level = waiting.length === 0 ? undefined : cheapestList(home, waiting, wanted, input)
    if (level === undefined) continue
    lists.set(home, higher(lists.get(home), level))
    for (const user of waiting) wanted.delete(user)
  }
}

function bestFirst(
  members: ReadonlyMap<number, readonly string[]>,
  input: PlanInput,
): (readonly [number, readonly string[]])[] {
  const saving = ([home, users]: readonly [number, readonly string[]]): number => {
    const size = input.sizeOf(home) ?? guessedSize
    const price = size <= input.wholeListUpTo ? 1 : 1 + size * memberWeight.full
    return users.length * getPrice - price + Math.min(size, input.wholeListUpTo) * laterWorth
  }
  return [...members]
    .map((entry) => ({ entry, saved: saving(entry), size: input.sizeOf(entry[0]) ?? guessedSize }))
    .toSorted(
      (one, other) => other.saved - one.saved || one.size - other.size || one.entry[0] - other.entry[0],
    )
    .map(({ entry }) => entry)
}

function cheapestList(
  department: number,
  users: readonly string[],
  wanted: ReadonlyMap<string, ListLevel>,
  input: PlanInput,
): ListLevel | undefined {
  let level: ListLevel = 'simple'
  for (const user of users) level = higher(level, wanted.get(user) ?? 'full')
  if ((input.sizeOf(department) ?? guessedSize) <= simpleFrom) level = 'full'
  return listPays(department, level, users.length, input) ? level : undefined
}

function costOf(lists: ReadonlyMap<number, ListLevel>, gets: number, input: PlanInput): number {
  let cost = gets * getPrice
  for (const [department, level] of lists) {
    if (input.underway(department) !== undefined) continue
    cost += 1 + (input.sizeOf(department) ?? guessedSize) * memberWeight[level]
  }
  return cost
}
