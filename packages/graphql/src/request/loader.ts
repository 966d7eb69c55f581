import type { Directory, DirectoryAnswer, DirectoryWant } from '@wecom-kit/core'
import { failedAs, userKey } from '@wecom-kit/core/foundation'
import DataLoader from 'dataloader'

/** What a demand came to, its error apart: that rejects. */
export type LoadedAnswer = Exclude<DirectoryAnswer, Error>

/** The loader of one request. */
export type WantLoader = DataLoader<DirectoryWant, LoadedAnswer, string>

/**
 * One loader for members and lists together, because the planner saves calls by looking at both: a list that is fetched
 * anyway brings its members along. The cross-request cache is below, inside `resolve`: a cache read before `load` would
 * end the tick and with it the batch.
 */
export function createWantLoader(
  directory: Pick<Directory, 'resolve'>,
  beforeBatch: (wants: readonly DirectoryWant[]) => void,
): WantLoader {
  return new DataLoader(
    async (wants) => {
      beforeBatch(wants)
      const answers = await directory.resolve(wants)
      return wants.map((_want, index) => absentAsUndefined(answers[index]))
    },
    { cacheKeyFn: wantKey, name: 'wecom-directory' },
  )
}

/** The key of a demand: one cache cell per member or list and level. */
export function wantKey(want: DirectoryWant): string {
  return want.kind === 'user'
    ? `u:${userKey(want.userId)}:${want.level ?? 'full'}`
    : `d:${want.departmentId}:${want.recursive ? 'r' : 's'}:${want.level ?? 'full'}`
}

// "No such member or department, or none you may see" is null, not an error.
function absentAsUndefined(answer: DirectoryAnswer): DirectoryAnswer {
  return failedAs(answer, 'absent') ? undefined : answer
}

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
export function createBatchTrace(directory: Pick<Directory, 'stats'>): BatchTrace {
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
