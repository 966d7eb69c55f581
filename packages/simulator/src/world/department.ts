import { type Patch, patched } from '../shape/patched.ts'

/**
 * A department, with WeCom's own field names.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90208
 */
export interface Department {
  /** The root is 1. */
  id: number
  name: string
  name_en: string
  department_leader: readonly string[]
  /** 0 for the root. */
  parentid: number
  /** 0 to 2^32-1, larger comes first. */
  order: number
}

/** What a seed or an edit must say of a department. */
export type DepartmentInput = Pick<Department, 'id' | 'name' | 'parentid'> &
  Patch<Pick<Department, 'name_en' | 'department_leader' | 'order'>>

/** Fills in what the input leaves out. */
export function createDepartment(input: DepartmentInput): Department {
  const { id, name, parentid, ...rest } = input
  const usual: Department = { id, name, name_en: '', department_leader: [], parentid, order: 0 }
  return patched(usual, rest)
}
