import type { Latency } from '../settings/settings.ts'

/** Milliseconds to hold an answer back. Members are counted so that lists take longer than single reads. */
export function latencyFor(latency: Latency, members: number, random: () => number): number {
  if (typeof latency === 'number') return latency
  if (Array.isArray(latency)) return latency[0] + random() * (latency[1] - latency[0])
  return latency.baseMs + latency.perMemberMs * members
}
