import type { DirectoryLevel } from '@wecom-kit/core'
import { isFiltering, type UserFilter } from './user-filter.ts'

/** The level a member list is asked for: lists know at least `simple`, and a filter judges by the whole record. */
export function listLevel(
  selected: DirectoryLevel,
  filter: UserFilter | null | undefined,
): 'simple' | 'full' {
  return selected === 'full' || isFiltering(filter) ? 'full' : 'simple'
}
