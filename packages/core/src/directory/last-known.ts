import type { KnownUser, ListEntry } from './cache.ts'
import type { Engine } from './engine.ts'
import { isPassing } from './failure.ts'
import { covers, type ListLevel } from './level.ts'

/** The member as last known, if WeCom is merely in trouble; otherwise the error. */
export function lastKnownUser(
  engine: Engine,
  user: string,
  level: ListLevel,
  error: Error,
): KnownUser | Error {
  const { cache, settings } = engine
  const entry = cache.users.peek(user)
  if (entry === undefined || !covers(entry.user.level, level) || !isPassing(error)) return error
  if (cache.ageOfUser(entry, settings.now()) === 'gone') return error
  engine.counts.staleHits += 1
  return entry.user
}

/** The same for a department's list. */
export function lastKnownList(
  engine: Engine,
  department: number,
  level: ListLevel,
  error: Error,
): ListEntry | Error {
  const { cache, settings } = engine
  const entry = cache.lists.peek(department)
  if (entry === undefined || !covers(entry.level, level) || !isPassing(error)) return error
  if (cache.ageOfList(entry, settings.now()) === 'gone') return error
  engine.counts.staleHits += 1
  return entry
}
