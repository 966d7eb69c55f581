import type { DirectoryDepartment } from '@wecom-kit/core'

/** The source of Department: the directory's record, or only an id that WeCom named and nothing else was asked about. */
export type DepartmentSource = DirectoryDepartment | { readonly id: number }

/** Whether the whole record is there. */
export function isKnownDepartment(source: DepartmentSource): source is DirectoryDepartment {
  return 'leaderIds' in source
}
