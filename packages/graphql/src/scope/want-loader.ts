import type { Directory, DirectoryAnswer, DirectoryWant } from '@wecom-kit/core'
import DataLoader from 'dataloader'
import { isAbsence } from '../errors/translate-error.ts'

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
  directory: Directory,
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
    ? `u:${want.userId.toLowerCase()}:${want.level ?? 'full'}`
    : `d:${want.departmentId}:${want.recursive ? 'r' : 's'}:${want.level ?? 'full'}`
}

function absentAsUndefined(answer: DirectoryAnswer): DirectoryAnswer {
  return isAbsence(answer) ? undefined : answer
}
