import type { KnownUser } from './cache.ts'

/**
 * From this many members of unknown departments on, some are fetched first to learn where the others may be. Fewer go
 * at once: a second round would save little and cost a round trip.
 */
export const probeFrom: number = 12

/** One in twenty of the members, at least three, spread over the list: callers often put teams together. */
export function chooseProbes(unknown: readonly string[]): string[] {
  const probes = Math.max(3, Math.ceil(unknown.length / 20))
  const step = Math.floor(unknown.length / probes)
  return unknown.filter((_user, index) => index % step === 0).slice(0, probes)
}

/** The department of a fetched member whose list is worth a guess. */
export function homeToGuess(
  user: KnownUser | Error | undefined,
  usableHomes: readonly number[],
): number | undefined {
  if (user === undefined || user instanceof Error) return undefined
  const main = user.level === 'full' ? user.mainDepartmentId : undefined
  return main !== undefined && usableHomes.includes(main) ? main : usableHomes[0]
}
