import type { Directory, DirectoryWant } from '@wecom-kit/core'

/** One batch handed to the planner. */
export interface BatchSummary {
  users: number
  lists: number
}

/** What `extensions.wecom` shows during development. */
export interface DirectoryTrace {
  /** The batches of this operation, in order: a second one is a second round trip. */
  plan: readonly BatchSummary[]
  /** Upstream calls by path while it ran. Other requests at the same moment are counted along. */
  calls: Readonly<Record<string, number>>
  /** Demands answered from the directory's cache while it ran. */
  hits: number
}

/** Watches the batches of one request. */
export interface BatchTrace {
  add(wants: readonly DirectoryWant[]): void
  report(): DirectoryTrace
}

/** Starts watching. */
export function createBatchTrace(directory: Directory): BatchTrace {
  const before = directory.stats()
  const plan: BatchSummary[] = []
  return {
    add(wants) {
      const users = wants.filter((want) => want.kind === 'user').length
      plan.push({ users, lists: wants.length - users })
    },
    report() {
      const after = directory.stats()
      return { plan, calls: difference(after.calls, before.calls), hits: hitsOf(after) - hitsOf(before) }
    },
  }
}

function hitsOf(stats: { hits: number; staleHits: number; negativeHits: number }): number {
  return stats.hits + stats.staleHits + stats.negativeHits
}

function difference(
  after: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Record<string, number> {
  const made = Object.entries(after).map(([path, count]): [string, number] => [
    path,
    count - (before[path] ?? 0),
  ])
  return Object.fromEntries(made.filter(([, count]) => count > 0))
}
