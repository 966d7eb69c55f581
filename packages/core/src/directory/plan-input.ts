import type { WantedUser } from './demand.ts'
import type { Engine } from './engine.ts'
import type { ListLevel } from './level.ts'
import type { PlanInput } from './plan.ts'

/** What a wave of a batch has to plan with. The usable homes are worked out once: the plan asks for them often. */
export function planInputOf(
  engine: Engine,
  lists: ReadonlyMap<number, ListLevel>,
  wanted: ReadonlyMap<string, WantedUser>,
  usableHomes: (user: string, level: ListLevel) => readonly number[],
): PlanInput {
  const { index, upstream, rent, settings } = engine
  const now = settings.now()
  const users = new Map<string, ListLevel>()
  const homes = new Map<string, readonly number[]>()
  for (const [user, { level }] of wanted) {
    users.set(user, level)
    homes.set(user, usableHomes(user, level))
  }
  return {
    lists,
    users,
    homes: (user) => homes.get(user) ?? [],
    sizeOf: (department) => index.sizeOf(department),
    underway: (department) => upstream.underway(department),
    canGet: !upstream.reads.get.blocked,
    rent: (department) => rent.spent(department, now),
    wholeListUpTo: settings.wholeListUpTo,
    maxListSize: settings.maxListSize,
  }
}
