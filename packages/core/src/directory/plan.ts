import { covers, higher, type ListLevel } from './level.ts'

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

/** Payload of one member in calls: 50 full members (35 KB) weigh as much as one call. */
export const memberWeight: Readonly<Record<ListLevel, number>> = { full: 0.02, simple: 0.004 }

/** Price of one user/get. */
export const getPrice: number = 1 + memberWeight.full

// Before a department was seen once its size is a guess; the median of real departments is small.
const guessedSize = 30

// user/simplelist carries 0.11 KB per member instead of 0.7 KB, but leaves nothing for the next question: worth it
// from 64 KB saved on.
const simpleFrom = 110

/**
 * Chooses the calls for a batch: every list that was asked for, and for the remaining members of each department
 * either its list or one user/get each, whichever is cheaper. Departments are independent of each other, so that this
 * is exact as long as everybody is in one department; members of several go where their list saves most.
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
  const gets: string[] = []
  for (const [department, users] of groupByHome(wanted, input)) {
    const level = cheapestList(department, users, wanted, input)
    if (level === undefined) gets.push(...users)
    else lists.set(department, level)
  }
  const remaining = gets.filter((user) => !bringsAny(user, wanted.get(user) ?? 'full', lists, input))
  return { lists, gets: remaining, unknown, cost: costOf(lists, remaining.length + unknown.length, input) }
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

function bringsAny(
  user: string,
  level: ListLevel,
  lists: ReadonlyMap<number, ListLevel>,
  input: PlanInput,
): boolean {
  return input.homes(user).some((home) => brings(home, level, lists, input))
}

function groupByHome(wanted: ReadonlyMap<string, ListLevel>, input: PlanInput): Map<number, string[]> {
  const demand = new Map<number, number>()
  for (const user of wanted.keys()) {
    for (const home of input.homes(user)) demand.set(home, (demand.get(home) ?? 0) + 1)
  }
  const saving = (home: number): number => {
    const size = input.sizeOf(home) ?? guessedSize
    return (
      (demand.get(home) ?? 0) * getPrice - (size <= input.wholeListUpTo ? 1 : 1 + size * memberWeight.full)
    )
  }
  const better = (one: number, other: number): number =>
    saving(other) - saving(one) ||
    (input.sizeOf(one) ?? guessedSize) - (input.sizeOf(other) ?? guessedSize) ||
    one - other
  const groups = new Map<number, string[]>()
  for (const user of wanted.keys()) {
    const homes = input.homes(user)
    const home = homes.length === 1 ? homes[0] : homes.toSorted(better)[0]
    if (home === undefined) continue
    const group = groups.get(home)
    if (group === undefined) groups.set(home, [user])
    else group.push(user)
  }
  return groups
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
